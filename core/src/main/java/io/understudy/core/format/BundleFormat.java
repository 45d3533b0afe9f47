package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A format whose corpus is several files, in a folder or in a zip of one: an implementation sees files by name and
 * never which of the two it is. As a stream it is a zip. Where a name ends in {@code .zip}, one is written, else a
 * folder.
 */
public interface BundleFormat extends CorpusFormat {

    /** Whether files of these names are surely a corpus of this format; content aside. */
    boolean recognizes(List<String> names);

    /** @param files closed by the reader */
    CorpusReader read(BundleSource files, FormatOptions options) throws IOException;

    /** @param files closed by the writer */
    CorpusWriter write(BundleTarget files, FormatOptions options) throws IOException;

    /** No head is one: a zip is known by the names in it. */
    @Override
    default boolean recognizes(String head) {
        return false;
    }

    @Override
    default CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        BundleSource files = ZipSource.copy(in, file);
        try {
            return read(files, options);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    @Override
    default CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        return write(new ZipTarget(out), options);
    }
}
