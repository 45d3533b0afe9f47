package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Formats whose samples have gaps give back the words around the gaps, and which gaps are of one type; what stood in a
 * gap is any of the type's values. Samples that are the same are one.
 */
class SamplesContractTest {

    static Stream<Arguments> runs() {
        return Hostile.seeds(100)
                .boxed()
                .flatMap(seed -> Stream.of("lex", "alexa").map(name -> Arguments.of(name, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("runs")
    void hostileCorporaComeBack(String name, long seed) throws IOException {
        CorpusFormat format = Corpus.format(name);
        Set<String> expected = new TreeSet<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format.write(out, FormatOptions.DEFAULT)) {
            for (Example example : Hostile.corpus(seed)) {
                String said = said(name, example);
                if (isSample(name, example)) {
                    writer.write(example);
                    expected.add(said);
                } else {
                    assertThat(refusal(writer, example)).contains("take it out, or use --to dialogflow-cx");
                }
            }
            writer.commit();
        }
        Set<String> found = new TreeSet<>();
        try (CorpusReader reader =
                format.read(new ByteArrayInputStream(out.toByteArray()), "in.x", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(example -> found.add(said(name, example)));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static String refusal(CorpusWriter writer, Example example) throws IOException {
        try {
            writer.write(example);
            return "written";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** Lex has no braces; and there must be something left, in Alexa of letters, digits and a few signs. */
    private static boolean isSample(String format, Example example) {
        List<String> around = around(example.annotated());
        boolean hasBrace = around.stream().anyMatch(each -> each.indexOf('{') >= 0 || each.indexOf('}') >= 0);
        boolean hasWords = example.annotated().mentions().size() > 0
                || !around.stream().map(each -> words(format, each)).allMatch(String::isBlank);
        return hasWords && (format.equals("alexa") || !hasBrace);
    }

    /** Whether it has an intent, the words around the gaps without spaces, and the gaps. */
    private static String said(String format, Example example) {
        List<String> labels = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        List<String> around = around(example.annotated());
        for (int i = 0; i < around.size(); i++) {
            if (i > 0) {
                String label = example.annotated().mentions().get(i - 1).label().name();
                if (!labels.contains(label)) {
                    labels.add(label);
                }
                said.append('{').append(labels.indexOf(label)).append('}');
            }
            said.append(words(format, around.get(i)).replaceAll("[\\s\\p{Z}\\p{Cc}]+", ""));
        }
        return said.toString();
    }

    /** As Alexa allows them in a sample. */
    private static String words(String format, String literal) {
        return format.equals("lex")
                ? literal
                : literal.replace('\u2019', '\'').replaceAll("[^\\p{L}\\p{M}\\p{N}'_-]", "");
    }

    private static List<String> around(AnnotatedText annotated) {
        List<String> around = new ArrayList<>();
        int from = 0;
        for (Mention mention : annotated.mentions()) {
            around.add(annotated.text().substring(from, mention.start()));
            from = mention.end();
        }
        around.add(annotated.text().substring(from));
        return around;
    }
}
