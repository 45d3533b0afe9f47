package io.understudy.generator.surrogate;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of an anonymization: says which surrogate an original gets, and without it nobody can tell by trying names.
 * Numbers are the first 64 bits of HMAC-SHA-256 (RFC 2104, FIPS 180-4); small ranges are permuted by FF1 under a key of
 * its own. Thread-safe. Never printed.
 */
public final class Secret {

    /** Fewer bytes could be guessed. */
    public static final int LEAST_BYTES = 16;

    private static final int FRESH_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final boolean fresh;
    private final ThreadLocal<Mac> mac;
    private final Ff1 ff1;

    private Secret(byte[] bytes, boolean fresh) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.fresh = fresh;
        this.mac = ThreadLocal.withInitial(this::mac);
        this.ff1 = new Ff1(mac().doFinal("FF1".getBytes(StandardCharsets.US_ASCII)));
    }

    /** @throws IllegalArgumentException if there are fewer than {@value #LEAST_BYTES} bytes */
    public static Secret of(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a key of " + bytes.length + " bytes can be guessed; expected " + LEAST_BYTES + " or more");
        }
        return new Secret(bytes.clone(), false);
    }

    /** From the machine's own chance; gone when the run ends. */
    public static Secret fresh() {
        byte[] bytes = new byte[FRESH_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes, true);
    }

    /**
     * All bytes of a file but line breaks at its end.
     *
     * @throws BadDataException if there is no such file or it is too short
     */
    public static Secret read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadDataException(file.toString(), 0, "there is no such file; expected a key of random bytes");
        }
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        if (end < LEAST_BYTES) {
            throw new BadDataException(
                    file.toString(), 0, "holds " + end + " bytes; expected a key of " + LEAST_BYTES + " or more");
        }
        return of(java.util.Arrays.copyOf(bytes, end));
    }

    /** Whether it was made for this run. */
    public boolean isFresh() {
        return fresh;
    }

    /** The same for the same purpose and text, and unrelated for any other. */
    long number(String purpose, String text) {
        Mac own = mac.get();
        own.update(purpose.getBytes(StandardCharsets.UTF_8));
        own.update((byte) 0);
        return ByteBuffer.wrap(own.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The numbers below {@code size} in another order, one for each purpose. */
    BigInteger permuted(String purpose, BigInteger number, BigInteger size) {
        return ff1.permuted(number, size, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private Mac mac() {
        try {
            Mac made = Mac.getInstance(ALGORITHM);
            made.init(key);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return fresh ? "a fresh key" : "a key";
    }
}
