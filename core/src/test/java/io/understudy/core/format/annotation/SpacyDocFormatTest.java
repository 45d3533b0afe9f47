package io.understudy.core.format.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Span;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.SpacedTokens;
import io.understudy.core.format.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacyDocFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new SpacyDocFormat();
    }

    @Override
    protected int longLine() {
        return 1000;
    }

    /** Spans end where tokens of spaCy may. */
    @Override
    protected List<Object> seen(Example example) {
        Tokens words = Tokens.cutAt(example.text(), SpacyDoc.bounds(example));
        return super.seen(SpacyDoc.onTokens(
                example, SpacedTokens.of(example.text(), List.of(), words), new Losses(format().carries())));
    }

    private static Example example(String text, int start, int end) {
        AnnotatedText annotated = new AnnotatedText(text, List.of(new Mention(start, end, new Label("WHEN"))));
        return new Example("x", Optional.empty(), annotated, new Original("f", 1));
    }

    /** By spaCy's own rule, get_words_and_spaces in spacy/util.py. */
    @ParameterizedTest
    @CsvSource({
        "'in a year  in Bath', 3, 10, 3, 9",
        "'in a year in Bath', 3, 10, 3, 9",
        "'in a year in Bath', 2, 9, 3, 9",
        "'in  a year', 3, 10, 3, 10",
        "'in\t a year', 2, 10, 2, 10",
    })
    void spansThatEndInSpaceEndWhereATokenDoes(String text, int start, int end, int from, int to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format().write(out, FormatOptions.DEFAULT)) {
            writer.write(example(text, start, end));
            writer.commit();
            assertThat(writer.losses().containsKey("spaces at the ends of spans"))
                    .isEqualTo(start != from || end != to);
        }
        try (CorpusReader reader =
                format().read(new ByteArrayInputStream(out.toByteArray()), "in", FormatOptions.DEFAULT)) {
            assertThat(reader.next().annotated().mentions())
                    .extracting(Mention::span)
                    .containsExactly(new Span(from, to));
        }
    }
}
