package io.understudy.cli;

import io.understudy.core.format.Corpus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an input, hashed on their way, so that a pipe that can be read only once has a hash as well. */
final class DigestedInput extends FilterInputStream {

    private final DigestInputStream digested;
    private boolean ended;

    private DigestedInput(DigestInputStream digested) {
        super(digested);
        this.digested = digested;
    }

    static DigestedInput of(InputStream in) {
        return new DigestedInput(new DigestInputStream(in, sha256()));
    }

    /**
     * @param location a file, a folder (the names and bytes of its files, in the order of their names), or {@code -}
     * @throws io.understudy.core.BadDataException if there is nothing to read at this place
     */
    static DigestedInput open(String location, InputStream standardInput) throws IOException {
        return of(
                location.equals("-")
                        ? standardInput
                        : Corpus.isFolder(location) ? new FolderBytes(Path.of(location)) : Corpus.bytes(location));
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        ended |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int read = in.read(bytes, from, count);
        ended |= read < 0;
        return read;
    }

    /** Of all bytes; what nobody read yet is read now. A reader may have closed this at its end. */
    String hash() throws IOException {
        if (!ended) {
            transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    /** Of a text in UTF-8. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
