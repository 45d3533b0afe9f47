package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.testing.Hostile;
import io.understudy.core.text.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens with tags in every scheme. */
class TagSchemesTest {

    /** Two names side by side, a name of three words, a name cut out of a word. */
    private static final String MARKUP = "[Ada](P)[Bo](P) met [Jo](Q) [van den Berg](P) in [Oslo](Q)'s bay";

    @ParameterizedTest
    @CsvSource({
        "conll,B-P B-P O B-Q B-P I-P I-P O B-Q O O",
        "iob1,I-P B-P O I-Q I-P I-P I-P O I-Q O O",
        "biluo,U-P U-P O U-Q B-P I-P L-P O U-Q O O",
        "iobes,S-P S-P O S-Q B-P I-P E-P O S-Q O O",
        "conll2003,B-P B-P O B-Q B-P I-P I-P O B-Q O O",
    })
    void aSchemeWritesItsTags(String format, String tags) throws IOException {
        Example example = new Example("a", Optional.empty(), Markup.read(MARKUP), new Original("f", 1));
        List<String> written = write(format, List.of(example))
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("-DOCSTART-"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertThat(String.join(" ", written)).isEqualTo(tags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conll", "iob1", "biluo", "iobes"})
    void hostileTextsComeBackInEveryScheme(String format) throws IOException {
        for (long seed : Hostile.seeds(200).toArray()) {
            for (Example example : Hostile.corpus(seed)) {
                String line = example.id() + example.intent().orElse("");
                boolean held = !TextWriter.hasBreak(line)
                        && example.annotated().mentions().stream()
                                .noneMatch(mention -> mention.label().name().indexOf(' ') >= 0);
                if (held) {
                    AnnotatedText read =
                            read(format, write(format, List.of(example))).get(0).annotated();
                    assertThat(read).as("seed " + seed).isEqualTo(withoutBlankEnds(example.annotated()));
                }
            }
        }
    }

    private static AnnotatedText withoutBlankEnds(AnnotatedText annotated) {
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

    private static String write(String format, List<Example> corpus) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = Corpus.format(format).write(out, FormatOptions.DEFAULT)) {
            for (Example example : corpus) {
                writer.write(example);
            }
            writer.commit();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Example> read(String format, String file) throws IOException {
        List<Example> corpus = new ArrayList<>();
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        try (CorpusReader reader =
                Corpus.format(format).read(new ByteArrayInputStream(bytes), "in", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(corpus::add);
        }
        return corpus;
    }
}
