package io.understudy.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** A folder as bytes, to be hashed: name and content of each of its files, in the order of their names. */
final class FolderBytes extends InputStream {

    private final Path folder;
    private final Iterator<Path> files;
    private InputStream file = InputStream.nullInputStream();

    FolderBytes(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList().iterator();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = file.read(bytes, offset, length);
        while (count < 0 && files.hasNext()) {
            file.close();
            Path next = files.next();
            byte[] name = (folder.relativize(next) + "\n").getBytes(StandardCharsets.UTF_8);
            file = new SequenceInputStream(new ByteArrayInputStream(name), Files.newInputStream(next));
            count = file.read(bytes, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
