package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Provenance.Original;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes ids and provenance for the examples of a file that has none, from the lines on which they stand. */
public final class Numbered {

    private final String file;
    private long last;

    public Numbered(String file) {
        this.file = file;
    }

    /** @param line where the example begins; examples of one line count on from it */
    public Example example(
            long line, Optional<String> intent, AnnotatedText annotated, List<Mark> marks, Map<String, String> extra) {
        last = Math.max(last + 1, line);
        return new Example(
                Names.id(file, last), intent, annotated, new Original(Names.corpus(file), last), extra, marks);
    }
}
