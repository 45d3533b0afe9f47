package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConllFormatTest extends FormatContract {

    @Override
    protected CorpusFormat format() {
        return new ConllFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return !TextWriter.hasBreak(example.id() + example.intent().orElse(""))
                && example.annotated().mentions().stream()
                        .noneMatch(mention -> mention.label().name().indexOf(' ') >= 0);
    }

    /** White space at the ends of mentions has no token; it is counted. */
    @Override
    protected AnnotatedText project(AnnotatedText annotated) {
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : annotated.mentions()) {
            int start = mention.start();
            int end = mention.end();
            while (start < end && Words.isSpace(annotated.text().charAt(start))) {
                start++;
            }
            while (start < end && Words.isSpace(annotated.text().charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                mentions.add(new Mention(start, end, mention.label()));
            }
        }
        return new AnnotatedText(annotated.text(), mentions);
    }

    @Test
    void aWordIsCutWhereAMentionEnds() throws IOException {
        AnnotatedText annotated = Markup.read("[Ada](PERSON) likes [Oslo](CITY)'s fjord.");
        Example example = new Example("a", Optional.of("tell"), annotated, new Original("f", 1));
        assertThat(new String(write(List.of(example)), StandardCharsets.UTF_8)).isEqualTo("""
                        # id = a
                        # intent = tell
                        # text = Ada likes Oslo's fjord.
                        Ada B-PERSON
                        likes O
                        Oslo B-CITY
                        's O
                        fjord O
                        . O

                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BIO|a B-P;b I-P;c B-P;d O;e B-Q|[a b](P) [c](P) d [e](Q)",
                "IOB1|a I-P;b I-P;c B-P;d O;e I-Q|[a b](P) [c](P) d [e](Q)",
                "IO|a I-P;b I-P;c O;d I-P;e I-Q|[a b](P) c [d](P) [e](Q)",
                "BILUO|a B-P;b I-P;c L-P;d U-P;e U-Q|[a b c](P) [d](P) [e](Q)",
                "IOBES|a B-P;b E-P;c S-P;d O;e S-Q|[a b](P) [c](P) d [e](Q)",
                "a stray I begins, as in conlleval|a O;b I-P;c I-Q;d L-Q;e E-Q|a [b](P) [c d](Q) [e](Q)",
                "labels with a dash|a B-P-x;b I-P-x;c I-P|[a b](P-x) [c](P)",
                "columns|a DT x B-P;b\tNN\ty\tI-P;c  NN  O|[a b](P) c",
            })
    void schemesAreRead(String scheme, String tokens, String markup) throws IOException {
        Example example = read(tokens.replace(';', '\n') + "\n").get(0);
        assertThat(Markup.write(example.annotated())).as(scheme).isEqualTo(markup);
    }

    @Test
    void documentsAndEmptyLinesPartSentences() throws IOException {
        List<Example> corpus = read("-DOCSTART- -X- O O\n\n\na O\n\n \n-DOCSTART- O\n# id = x\nb O\n");
        assertThat(corpus).extracting(Example::text).containsExactly("a", "b");
        assertThat(corpus).extracting(Example::id).containsExactly("4", "x");
    }

    @Test
    void aHashMayBeAToken() throws IOException {
        List<Example> corpus = read("# O\n1 O\n\n#\t=\tO\n\n# sent_id = 7\n# NN O\n");
        assertThat(corpus).extracting(Example::text).containsExactly("# 1", "#", "#");
        assertThat(corpus.get(2).extra()).containsEntry("sent_id", "\"7\"");
    }

    @Test
    void whiteSpaceAtTheEndsOfSpansIsCounted() throws IOException {
        CorpusWriter writer = format().write(new ByteArrayOutputStream(), FormatOptions.DEFAULT);
        AnnotatedText annotated = AnnotatedText.builder()
                .append("Ada ", Label.PERSON)
                .append("Byrne", Label.PERSON)
                .append(" \t", Label.CITY)
                .build();
        writer.write(new Example("a", Optional.empty(), annotated, new Original("f", 1)));
        assertThat(writer.losses())
                .isEqualTo(java.util.Map.of("white space at the ends of spans", 1L, "spans of white space alone", 1L));
    }

    @Test
    void whatAColumnCannotHoldIsRefused() {
        assertThatThrownBy(() -> write(List.of(plain("a").withAnnotated(Markup.read("[a](two words)")))))
                .hasMessage(
                        "label 'two words' holds white space, which a conll column cannot hold; rename it (--map) or"
                                + " use --to jsonl");
        Example twoLines = new Example("a\nb", Optional.empty(), AnnotatedText.plain("a"), new Original("f", 1));
        assertThatThrownBy(() -> write(List.of(twoLines)))
                .hasMessage("the id of example 'a b' holds a line break, which a conll comment cannot hold;"
                        + " use --to jsonl");
        assertThatThrownBy(() -> write(List.of(plain("a\0"))))
                .hasMessage("text holds a NUL character, which this format cannot say; use --to jsonl");
    }
}
