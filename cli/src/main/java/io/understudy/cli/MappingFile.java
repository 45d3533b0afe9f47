package io.understudy.cli;

import io.understudy.core.BadDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which surrogate stands for which original: lines of label, original and surrogate with tabs between, sorted, as
 * AES-256-GCM under a key that PBKDF2-HMAC-SHA-256 makes of a passphrase in 600,000 rounds (OWASP, Password Storage
 * Cheat Sheet). The file: {@code understudy mapping 1}, a line feed, 16 bytes of salt, 12 of nonce, the rest. Memory:
 * each distinct line.
 */
final class MappingFile {

    private static final byte[] HEAD = "understudy mapping 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int ROUNDS = 600_000;
    private static final int KEY_BITS = 256;

    private final SortedSet<String> lines = new TreeSet<>();

    void add(String label, String original, String surrogate) {
        lines.add(label + '\t' + escaped(original) + '\t' + escaped(surrogate));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    void write(Path file, char[] passphrase) throws IOException {
        byte[] salt = random(SALT);
        byte[] nonce = random(NONCE);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(HEAD);
        out.write(salt);
        out.write(nonce);
        try {
            out.write(cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce)
                    .doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
        Files.write(file, out.toByteArray());
    }

    /**
     * The lines.
     *
     * @throws BadDataException if it is no such file, or the passphrase is another
     */
    static String read(Path file, char[] passphrase) throws IOException {
        if (!Files.exists(file)) {
            throw new BadDataException(file.toString(), 0, "no such file; expected one that --mapping wrote");
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = HEAD.length + SALT + NONCE;
        if (bytes.length < from || !Arrays.equals(HEAD, 0, HEAD.length, bytes, 0, HEAD.length)) {
            throw new BadDataException(file.toString(), 0, "is no mapping; expected a file that --mapping wrote");
        }
        byte[] salt = Arrays.copyOfRange(bytes, HEAD.length, HEAD.length + SALT);
        byte[] nonce = Arrays.copyOfRange(bytes, HEAD.length + SALT, from);
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce).doFinal(bytes, from, bytes.length - from);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new BadDataException(file.toString(), 0, "does not open with this passphrase, or was changed");
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ROUNDS, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
