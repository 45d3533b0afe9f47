package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a zip, which is first copied to a temporary file. Nothing is ever unpacked to disk. What the zip says of
 * itself is not believed: sizes are counted while files are read.
 */
final class ZipSource implements BundleSource {

    private final String location;
    private final Path copy;
    private final ZipFile zip;
    private final List<String> names;
    private long unpacked;
    private long read;

    private ZipSource(String location, Path copy, ZipFile zip) {
        this.location = location;
        this.copy = copy;
        this.zip = zip;
        this.names = names(location, zip);
    }

    /**
     * @param in closed
     * @throws BadDataException if it is no zip, too large, or a name in it leads out
     */
    static ZipSource copy(InputStream in, String location) throws IOException {
        Path copy = Files.createTempFile("understudy-", ".zip");
        try (in) {
            try (OutputStream out = Files.newOutputStream(copy)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    size += count;
                    if (size > Limits.ZIP) {
                        throw new BadDataException(location, 0, "the zip has more than 2 GB; expected a smaller one");
                    }
                    out.write(buffer, 0, count);
                }
            }
            ZipFile zip = open(location, copy);
            try {
                return new ZipSource(location, copy, zip);
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static ZipFile open(String location, Path copy) throws IOException {
        try {
            return new ZipFile(copy.toFile());
        } catch (ZipException | EOFException e) {
            throw noZip(location);
        }
    }

    private static BadDataException noZip(String location) {
        return new BadDataException(location, 0, "is no zip, or a damaged one");
    }

    private static ZipEntry next(Enumeration<? extends ZipEntry> entries, String location) {
        try {
            return entries.nextElement();
        } catch (IllegalArgumentException e) {
            // Of the library, at a name that is not of the characters it says.
            throw noZip(location);
        }
    }

    private static List<String> names(String location, ZipFile zip) {
        if (zip.size() > Limits.FILES) {
            throw new BadDataException(
                    location, 0, "the zip has %,d files; expected at most %,d".formatted(zip.size(), Limits.FILES));
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = next(entries, location);
            String name = entry.getName();
            String plain = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
            BundleNames.problem(plain).ifPresent(problem -> {
                throw new BadDataException(
                        location, 0, "the zip holds a file whose name '" + Json.brief(name) + "' " + problem);
            });
            if (!entry.isDirectory() && !BundleNames.isHidden(name)) {
                if (!seen.add(name)) {
                    throw new BadDataException(
                            location, 0, "the zip holds two files of the name '" + Json.brief(name) + "'");
                }
                names.add(name);
            }
        }
        Collections.sort(names);
        return List.copyOf(names);
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("no file '" + name + "' in the zip");
        }
        read += Math.max(0, entry.getCompressedSize());
        try {
            return new Measured(zip.getInputStream(entry), name, Math.max(1, entry.getCompressedSize()));
        } catch (ZipException e) {
            throw damaged(name);
        }
    }

    @Override
    public long bytesRead() {
        return read;
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private BadDataException damaged(String name) {
        return new BadDataException(file(name), 0, "the zip is damaged here");
    }

    /** Stops where a file, or all together, become larger than is believable. */
    private final class Measured extends FilterInputStream {
        private final String name;
        private final long packed;
        private long size;

        Measured(InputStream in, String name, long packed) {
            super(in);
            this.name = name;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count;
            try {
                count = in.read(bytes, offset, length);
            } catch (ZipException | java.io.EOFException e) {
                throw damaged(name);
            }
            size += Math.max(0, count);
            unpacked += Math.max(0, count);
            if (unpacked > Limits.UNPACKED || (size > Limits.SMALL && size / packed > Limits.RATIO)) {
                throw new BadDataException(
                        file(name),
                        0,
                        "unpacks to more than %s; such a zip is not read"
                                .formatted(
                                        unpacked > Limits.UNPACKED
                                                ? "8 GB, all files together"
                                                : Limits.RATIO + " times its size"));
            }
            return count;
        }
    }
}
