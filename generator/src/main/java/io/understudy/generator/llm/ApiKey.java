package io.understudy.generator.llm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A secret that lets one ask a server. Shows itself nowhere. */
public final class ApiKey {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException if it is blank or cannot stand in the head of a request */
    public static ApiKey of(String value) {
        String key = value.strip();
        if (key.isEmpty()) {
            throw new IllegalArgumentException("the key is empty");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the key holds a space or a sign that no key has; expected one line");
        }
        return new ApiKey(key);
    }

    /**
     * @param file one line; readable by its owner alone
     * @throws IllegalArgumentException if others may read the file, or it holds no key
     * @throws IOException if it cannot be read
     */
    public static ApiKey read(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
            granted.addAll(Files.getPosixFilePermissions(file));
            granted.retainAll(OTHERS);
            if (!granted.isEmpty()) {
                throw new IllegalArgumentException(
                        file + ": others than its owner may use this file; expected mode 600: chmod 600 " + file);
            }
        }
        try {
            return of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "(key)";
    }
}
