package io.understudy.templates.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.testing.SharedData;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chatito's own examples and what Chatito 2.3.5 made of them. */
class ChatitoReferenceTest {

    private static final String FOLDER = "data/reference/chatito/";

    @Test
    void saysWhatChatitoSaysOfTheExampleWithImports() throws IOException {
        Grammar grammar = ForeignGrammar.CHATITO.read(SharedData.path(FOLDER + "examples/importing/main.chatito"));
        String made = Files.readString(
                SharedData.path(FOLDER + "generated-2.3.5/importing_main/default/default_dataset_training.json"));
        Set<String> texts = new TreeSet<>();
        Matcher each = Pattern.compile("\"value\":\"([^\"]*)\"").matcher(made);
        while (each.find()) {
            texts.add("greet>>>" + each.group(1));
        }
        assertThat(texts).hasSize(30);
        assertThat(Spoken.texts(grammar)).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "citySearch_medium, default_dataset_training",
        "citySearch_medium, default_dataset_testing",
        "dateBooking_large, default_dataset_training",
        "dateBooking_large, default_dataset_testing"
    })
    void saysEachLineThatChatitoMade(String example, String part) throws IOException {
        Utterances language = Language.of(
                        ForeignGrammar.CHATITO.read(SharedData.path(FOLDER + "examples/" + example + ".chatito")))
                .intents()
                .get(0);
        String made =
                Files.readString(SharedData.path(FOLDER + "generated-2.3.5/" + example + "/default/" + part + ".json"));
        List<AnnotatedText> lines = lines(made);
        assertThat(lines).hasSize(part.endsWith("training") ? 1000 : 100);
        assertThat(lines).allSatisfy(line -> assertThat(language.ranks(line, 1)).isNotEmpty());
    }

    /** {@code [{"value":"from ","type":"Text"},{"value":"Oslo","type":"Slot","slot":"city"}]} */
    private static List<AnnotatedText> lines(String made) {
        List<AnnotatedText> lines = new ArrayList<>();
        Matcher each = Pattern.compile("\\[(\\{[^\\]]*})]").matcher(made);
        while (each.find()) {
            AnnotatedText.Builder line = AnnotatedText.builder();
            Matcher token = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}").matcher(each.group(1));
            while (token.find()) {
                String value = field(token.group(), "value").orElseThrow();
                Optional<String> slot = field(token.group(), "slot");
                if (slot.isPresent()) {
                    line.append(value, new Label(slot.get()));
                } else {
                    line.append(value);
                }
            }
            lines.add(line.build());
        }
        return lines;
    }

    private static Optional<String> field(String token, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(token);
        return field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }
}
