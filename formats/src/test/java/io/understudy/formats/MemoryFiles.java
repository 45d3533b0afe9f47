package io.understudy.formats;

import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a package, in memory. */
final class MemoryFiles implements BundleSource, BundleTarget {

    private final Map<String, byte[]> files = new TreeMap<>();

    static MemoryFiles unzipped(byte[] zip) throws IOException {
        MemoryFiles unzipped = new MemoryFiles();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unzipped.files.put(entry.getName(), in.readAllBytes());
            }
        }
        return unzipped;
    }

    /**
     * One or two of the files are changed.
     *
     * @param names whether a name may change as well, also to one that leads out of the package
     */
    MemoryFiles changed(MemoryFiles other, boolean names, SplittableRandom random) {
        MemoryFiles changed = new MemoryFiles();
        changed.files.putAll(files);
        for (int i = random.nextInt(2); i >= 0 && !changed.files.isEmpty(); i--) {
            String name = any(changed, random);
            byte[] twin = other.files.isEmpty() ? new byte[0] : other.files.get(any(other, random));
            changed.files.put(name, HostileBytes.changed(changed.files.get(name), twin, random));
            if (names && random.nextInt(20) == 0) {
                String renamed = name.replaceFirst("[a-z]", random.nextBoolean() ? "../" : "_");
                changed.files.put(renamed, changed.files.remove(name));
            }
        }
        return changed;
    }

    private static String any(MemoryFiles files, SplittableRandom random) {
        return files.names().get(random.nextInt(files.files.size()));
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Override
    public String location() {
        return "in.x";
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public InputStream open(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no file " + name);
        }
        return new ByteArrayInputStream(files.get(name));
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public OutputStream create(String name) {
        if (files.containsKey(name)) {
            throw new IllegalArgumentException("two files " + name);
        }
        files.put(name, new byte[0]);
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                files.put(name, toByteArray());
            }
        };
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
