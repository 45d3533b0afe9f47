package io.understudy.core.format.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.Corpora;
import io.understudy.core.testing.Hostile;
import io.understudy.core.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.NameSampleDataStream;
import opennlp.tools.util.PlainTextByLineStream;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenNLP's own reader reads what we write, and we read what it does. */
class OpenNlpReaderTest {

    private static final OpenNlpFormat FORMAT = new OpenNlpFormat();

    @Test
    void hostileCorpora() throws IOException {
        List<Example> held = new ArrayList<>();
        for (long seed = 1; seed <= 300; seed++) {
            for (Example example : Hostile.corpus(seed)) {
                try {
                    write(List.of(example));
                    held.add(example);
                } catch (IllegalArgumentException e) {
                    // Nothing of it is a token, or a label is none of OpenNLP's, which its own tests show.
                    assertThat(e).hasMessageMatching("(?s)(the text of example|label|text holds) .*");
                }
            }
        }
        assertThat(held).hasSizeGreaterThan(500);
        agree(held);
    }

    @Test
    void snips() throws IOException {
        agree(Corpora.snipsValidate());
    }

    @Test
    void presidio() throws IOException {
        agree(Corpora.presidio());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OnlyWithEntitiesWithTypes", "OnlyWithNames", "OnlyWithNamesWithTypes"})
    void itsOwnSamples(String name) throws IOException {
        byte[] file = Files.readAllBytes(SharedData.path("data/reference/opennlp/" + name + ".train"));
        assertThat(ours(file)).isEqualTo(theirs(file)).isNotEmpty();
    }

    private static void agree(List<Example> corpus) throws IOException {
        byte[] file = write(corpus);
        assertThat(theirs(file)).isEqualTo(ours(file));
        assertThat(read(file).stream().map(OpenNlpReaderTest::letters))
                .containsExactlyElementsOf(
                        corpus.stream().map(OpenNlpReaderTest::letters).toList());
    }

    private static byte[] write(List<Example> corpus) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = FORMAT.write(out, FormatOptions.DEFAULT)) {
            for (Example example : corpus) {
                writer.write(example);
            }
            writer.commit();
        }
        return out.toByteArray();
    }

    private static List<Example> read(byte[] file) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CorpusReader reader = FORMAT.read(new ByteArrayInputStream(file), "in", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
        }
        return examples;
    }

    private static List<String> ours(byte[] file) throws IOException {
        return read(file).stream()
                .map(example -> example.text()
                        + example.annotated().mentions().stream()
                                .map(mention -> example.annotated().surface(mention) + "/" + mention.label())
                                .toList())
                .toList();
    }

    private static List<String> theirs(byte[] file) throws IOException {
        List<String> said = new ArrayList<>();
        try (NameSampleDataStream samples = new NameSampleDataStream(
                new PlainTextByLineStream(() -> new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            for (NameSample sample = samples.read(); sample != null; sample = samples.read()) {
                if (sample.getSentence().length > 0) {
                    said.add(said(sample));
                }
            }
        }
        return said;
    }

    private static String said(NameSample sample) {
        String[] tokens = sample.getSentence();
        return String.join(" ", tokens)
                + Arrays.stream(sample.getNames())
                        .map(name -> surface(tokens, name) + "/" + name.getType())
                        .toList();
    }

    private static String surface(String[] tokens, Span name) {
        return String.join(
                " ",
                IntStream.range(name.getStart(), name.getEnd())
                        .mapToObj(i -> tokens[i])
                        .toList());
    }

    /** Tokens keep no spacing, and white space alone is no name. */
    private static String letters(Example example) {
        return letters(example.text())
                + example.annotated().mentions().stream()
                        .filter(mention ->
                                !letters(example.annotated().surface(mention)).isEmpty())
                        .map(mention -> letters(example.annotated().surface(mention)) + "/" + mention.label())
                        .toList();
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{C}]+", "");
    }
}
