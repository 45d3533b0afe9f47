package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.Hostile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formats of older Rasa, which are only read: hostile corpora as Rasa's documentation says they are written. */
class OldRasaTest {

    private static final JsonMapper JSON = new JsonMapper();

    static LongStream seeds() {
        return Hostile.seeds(200);
    }

    /** What both formats say of an example. */
    private record Said(String text, Optional<String> intent, List<String> mentions) {

        static Said of(AnnotatedText annotated, Optional<String> intent) {
            return new Said(
                    annotated.text(),
                    intent,
                    annotated.mentions().stream()
                            .map(mention -> Stream.of(
                                            mention.span(),
                                            mention.label(),
                                            value(annotated, mention),
                                            mention.details().role(),
                                            mention.details().group())
                                    .map(Object::toString)
                                    .toList()
                                    .toString())
                            .toList());
        }
    }

    private static String value(AnnotatedText annotated, Mention mention) {
        return mention.details().value().orElse(annotated.surface(mention));
    }

    private static List<Said> read(CorpusFormat format, String file) throws IOException {
        List<Said> said = new ArrayList<>();
        try (CorpusReader reader = format.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "in", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(example -> said.add(Said.of(example.annotated(), example.intent())));
        }
        return said;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void jsonSaysEverythingInCodePoints(long seed) throws IOException {
        ObjectNode file = JSON.createObjectNode();
        ArrayNode examples = file.putObject("rasa_nlu_data").putArray("common_examples");
        List<Said> written = new ArrayList<>();
        for (Example example : Hostile.corpus(seed)) {
            AnnotatedText annotated = example.annotated();
            String text = annotated.text();
            ObjectNode item = examples.addObject().put("text", text);
            example.intent().ifPresent(intent -> item.put("intent", intent));
            ArrayNode entities = item.putArray("entities");
            for (Mention mention : annotated.mentions()) {
                ObjectNode entity = entities.addObject()
                        .put("start", text.codePointCount(0, mention.start()))
                        .put("end", text.codePointCount(0, mention.end()))
                        .put("value", value(annotated, mention))
                        .put("entity", mention.label().name());
                mention.details().role().ifPresent(role -> entity.put("role", role));
                mention.details().group().ifPresent(group -> entity.put("group", group));
            }
            written.add(Said.of(annotated, example.intent()));
        }
        assertThat(read(new RasaJsonFormat(), file.toString())).isEqualTo(written);
    }

    /** Of texts that the markup can hold in one line; Markdown has comments, and no spaces at its ends. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void markdownSaysWhatItsMarkupCanHold(long seed) throws IOException {
        StringBuilder file = new StringBuilder("## intent:fly\n");
        List<Said> written = new ArrayList<>();
        for (Example example : Hostile.corpus(seed)) {
            AnnotatedText annotated = example.annotated();
            String text = annotated.text();
            boolean isLine = !text.isEmpty()
                    && text.equals(RasaWriter.strip(text).strip())
                    && text.chars().noneMatch(c -> "\n\r\u000b\u000c\u0085\u2028\u2029".indexOf(c) >= 0);
            String line;
            try {
                line = isLine ? RasaMarkup.write(annotated) : "";
            } catch (IllegalArgumentException e) {
                continue;
            }
            if (isLine && !line.contains("<!--") && line.lines().count() == 1) {
                file.append("- ").append(line).append('\n');
                written.add(Said.of(annotated, Optional.of("fly")));
            }
        }
        assertThat(read(new RasaMarkdownFormat(), file.toString())).isEqualTo(written);
    }
}
