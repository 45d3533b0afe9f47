package io.understudy.core.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as a zip: the same files are the same bytes, whenever they are written. */
final class ZipTarget implements BundleTarget {

    /** The first moment that a zip can say. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final OutputStream out;
    private final ZipOutputStream zip;
    private final Set<String> names = new HashSet<>();

    ZipTarget(OutputStream out) {
        this.out = out;
        zip = new ZipOutputStream(out);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        if (!names.add(BundleNames.checked(name))) {
            throw new IllegalArgumentException("two files of the name '" + Json.brief(name) + "'");
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** Not the zip: closing it would write what nobody committed. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
