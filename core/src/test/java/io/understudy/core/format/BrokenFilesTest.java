package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that long fuzzing found to end in somebody else's error; line breaks are ~. */
class BrokenFilesTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                "rasa¦nlu:~- intent: \"\\x¦in.x: not YAML: an escape in a quoted text without its digits",
                "snips-yaml¦type: entity~name: a~values:~- [\"\\ud83d\", b]"
                        + "¦in.x:4: a text holds half a surrogate pair (\\ud83d at UTF-16 unit 0), which UTF-8 cannot say",
                "prodigy¦{\"text\":\"a\",\"x\":1e4294967296}¦in.x:1: a number with an exponent that is too large",
                "prodigy¦{\"text\":\"a\",\"x\":[\"\\ud83d\"]}"
                        + "¦in.x:1: example 1, 'x' holds half a surrogate pair (\\ud83d at UTF-16 unit 2), which UTF-8 cannot say",
                "jsonl¦{\"id\":\"a\\nb\",\"text\":\"\"}~{\"id\":\"a\\nb\",\"text\":\"\"}~"
                        + "¦in.x:2: duplicate id 'a b'; expected an id of its own for each line",
                "opennlp¦<START:$> Ada <END>¦in.x:1: label has 300 characters; expected 1 to 200",
                "flair¦Ada\tS-$~¦in.x:1: label has 300 characters; expected 1 to 200",
                "markup¦[a](b\\n)~¦in.x:1: column 1: label holds a control character",
                "label-studio¦[{\"data\":{\"$\":\"a\",\"b\":\"c\"}}]"
                        + "¦in.x:1: example 1, 'data' has strings LLLLLLLLLLLLLLLLLLLL…; expected a text, under 'text' or as its"
                        + " only string",
                "clu¦{\"projectFileVersion\":\"1\",\"stringIndexType\":\"$\",\"assets\":{\"utterances\":[]}}"
                        + "¦in.x: offsets of the kind 'LLLLLLLLLLLLLLLLLLLL…'; expected Utf16CodeUnit, or say --offsets codepoint",
            })
    void areRefusedWithOneSentence(String format, String content, String message) {
        String file = content.replace('~', '\n').replace("$", "L".repeat(300));
        assertThatThrownBy(() -> readAll(format, file))
                .isInstanceOf(BadDataException.class)
                .hasMessage(message);
    }

    /** A line that the YAML parser would take minutes for. */
    @Test
    void aLineOfYamlWithoutEndIsRefused() {
        assertThatThrownBy(() -> readAll("rasa", "nlu:\n- intent: a\n  examples: |\n    - " + "a".repeat(2 << 20)))
                .isInstanceOf(BadDataException.class)
                .hasMessage(
                        "in.x:4: more than 1,048,576 characters of YAML without a line break; expected shorter lines");
    }

    private static void readAll(String format, String content) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        try (CorpusReader reader = Corpus.format(format).read(in, "in.x", FormatOptions.DEFAULT)) {
            while (reader.hasNext()) {
                reader.next();
            }
            reader.data();
        }
    }
}
