package io.understudy.eval.split;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Seeds;
import io.understudy.core.text.Normalization;
import io.understudy.eval.view.Masked;
import java.util.stream.LongStream;

/** What lines of different parts must not share. */
public enum SplitBy {

    /** The words around the mentions, case, accents and spacing aside. */
    TEMPLATE {
        @Override
        LongStream keys(Example line) {
            return LongStream.of(Seeds.hash(Masked.carrier(line.annotated())));
        }
    },

    /** A surface under its label. A line without mentions shares none. */
    VALUE {
        @Override
        LongStream keys(Example line) {
            AnnotatedText text = line.annotated();
            return text.mentions().stream()
                    .mapToLong(mention ->
                            Seeds.hash(mention.label().name() + '\u0000' + Normalization.of(text.surface(mention))));
        }
    },

    /** Whom or what a mention names: its canonical value where it has one, else its surface, whatever its label. */
    ENTITY {
        @Override
        LongStream keys(Example line) {
            AnnotatedText text = line.annotated();
            return text.mentions().stream().mapToLong(mention -> Seeds.hash(Normalization.of(named(text, mention))));
        }
    },

    /** The document it comes from: its key {@code document}, {@code doc_id} or {@code doc}, else its file. */
    DOCUMENT {
        @Override
        LongStream keys(Example line) {
            for (String key : DOCUMENT_KEYS) {
                if (line.extra().containsKey(key)) {
                    return LongStream.of(Seeds.hash(line.extra().get(key)));
                }
            }
            return line.provenance() instanceof Original original
                    ? LongStream.of(Seeds.hash('\u0000' + original.corpus()))
                    : LongStream.empty();
        }
    },

    /** Nearly all words: a Jaccard similarity of 0.8 or more of their runs of three words. */
    NEAR_DUPLICATE {
        @Override
        LongStream keys(Example line) {
            // Equal texts are near; what is only near is found by comparing (NearLines).
            return LongStream.of(Seeds.hash(Normalization.of(line.text())));
        }
    },

    /** Nothing: each line by itself. */
    RANDOM {
        @Override
        LongStream keys(Example line) {
            return LongStream.empty();
        }
    };

    private static final String[] DOCUMENT_KEYS = {"document", "doc_id", "doc"};

    /** Hashes of what ties a line to others; none: it stands alone. */
    abstract LongStream keys(Example line);

    private static String named(AnnotatedText text, Mention mention) {
        return mention.details().value().orElseGet(() -> text.surface(mention));
    }
}
