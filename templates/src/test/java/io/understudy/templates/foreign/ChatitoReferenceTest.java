package io.understudy.templates.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.testing.SharedData;
import io.understudy.templates.grammar.Grammar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
}
