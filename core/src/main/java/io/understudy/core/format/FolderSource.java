package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and of the folders in it; links are not followed. */
final class FolderSource implements BundleSource {

    private final String location;
    private final Path folder;
    private final List<String> names;
    private long read;

    FolderSource(String location) throws IOException {
        this.location = location.length() > 1 && location.endsWith("/")
                ? location.substring(0, location.length() - 1)
                : location;
        this.folder = Path.of(location);
        this.names = list();
    }

    private List<String> list() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, 32)) {
            for (Iterator<Path> files = walk.iterator(); files.hasNext(); ) {
                Path file = files.next();
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !BundleNames.isHidden(name)) {
                    found.add(name);
                }
                if (found.size() > Limits.FILES) {
                    throw new BadDataException(
                            location, 0, "the folder has more than %,d files".formatted(Limits.FILES));
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        found.sort(null);
        return List.copyOf(found);
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
        Path file = folder.resolve(BundleNames.checked(name));
        read += Files.size(file);
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public long bytesRead() {
        return read;
    }

    @Override
    public void close() {}
}
