package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.testing.Corpora;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real corpora go into our own formats that carry spans and come out with every one of them. */
class RealCorporaTest {

    @Test
    void snips() throws IOException {
        List<Example> train = Corpora.snipsTrain();
        assertThat(train).hasSize(13_784);
        roundTrips(train);
        List<Example> validate = Corpora.snipsValidate();
        assertThat(validate).hasSize(700);
        roundTrips(validate);
        // DATA.md counts 37,542 spans in both and the small train, which is part of the full one.
        assertThat(mentions(train) + mentions(validate)).isEqualTo(37_542);
    }

    @Test
    void wikigold() throws IOException {
        List<Example> corpus = Corpora.wikigold();
        assertThat(corpus).hasSize(1_696);
        assertThat(mentions(corpus)).isEqualTo(3_558);
        roundTrips(corpus);
    }

    @Test
    void secFilings() throws IOException {
        List<Example> train = Corpora.secTrain();
        List<Example> test = Corpora.secTest();
        assertThat(train).hasSize(1_164);
        assertThat(test).hasSize(303);
        assertThat(mentions(train) + mentions(test)).isEqualTo(1_486);
        roundTrips(train);
        roundTrips(test);
    }

    @Test
    void presidio() throws IOException {
        List<Example> corpus = Corpora.presidio();
        assertThat(corpus).hasSize(1_500);
        assertThat(mentions(corpus)).isEqualTo(2_863);
        roundTrips(corpus);
    }

    @Test
    void re3d() throws IOException {
        Corpora.Re3d corpus = Corpora.re3d();
        assertThat(corpus.wrong()).hasSize(5);
        assertThat(mentions(corpus.examples())).isEqualTo(3_815 - 5);
        assertThat(corpus.examples().stream().map(Example::text).distinct()).hasSizeBetween(80, 88);
        roundTrips(corpus.examples());
    }

    private static long mentions(List<Example> corpus) {
        return corpus.stream()
                .mapToLong(example -> example.annotated().mentions().size())
                .sum();
    }

    private static void roundTrips(List<Example> corpus) throws IOException {
        for (String name : List.of("conll", "csv", "json", "jsonl", "markup", "tsv")) {
            CorpusFormat format = Corpus.format(name);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CorpusWriter writer = format.write(out, FormatOptions.DEFAULT);
            for (Example example : corpus) {
                writer.write(example);
            }
            writer.commit();
            CorpusReader reader = format.read(new ByteArrayInputStream(out.toByteArray()), "in", FormatOptions.DEFAULT);
            long edges = 0;
            for (Example example : corpus) {
                AnnotatedText read = reader.next().annotated();
                if (!read.equals(example.annotated())) {
                    assertThat(format.name()).as(example.id()).isEqualTo("conll");
                    assertThat(stripped(read)).as(example.id()).isEqualTo(stripped(example.annotated()));
                    edges++;
                }
            }
            assertThat(reader.hasNext()).isFalse();
            // Only conll loses anything of a span, and says how often.
            long announced = writer.losses().getOrDefault("white space at the ends of spans", 0L)
                    + writer.losses().getOrDefault("spans of white space alone", 0L);
            assertThat(announced).as(format.name()).isEqualTo(edges);
        }
    }

    private static List<String> stripped(AnnotatedText annotated) {
        return annotated.mentions().stream()
                .filter(mention -> !annotated.surface(mention).isBlank())
                .map(mention -> describe(annotated, mention))
                .toList();
    }

    private static String describe(AnnotatedText annotated, Mention mention) {
        return mention.label() + " " + annotated.surface(mention).strip();
    }
}
