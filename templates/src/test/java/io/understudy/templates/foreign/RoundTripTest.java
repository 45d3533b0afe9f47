package io.understudy.templates.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.testing.SharedData;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.text.GrammarReader;
import io.understudy.templates.grammar.text.GrammarWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in our language says what the file of the other tool said. */
class RoundTripTest {

    private static final String REFERENCE = "data/reference/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chatito/edges.chatito",
                "chatito/weights.chatito",
                "chatette/marks.chatette",
                "chatette/included.chatette",
                "hassil/home.yaml"
            })
    void ofSmallGrammarsAllTheySay(String name) throws IOException {
        Path file = Path.of("../benchmarks/grammars").resolve(name);
        Grammar grammar = ForeignGrammar.of(file).orElseThrow().read(file);
        Grammar again = GrammarReader.read("again.grammar", GrammarWriter.write(grammar));
        assertThat(Spoken.markup(again)).isEqualTo(Spoken.markup(grammar));
        assertThat(Language.of(again).count()).isEqualTo(Language.of(grammar).count());
        assertThat(GrammarWriter.write(again)).isEqualTo(GrammarWriter.write(grammar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chatito/examples/dateBooking_large.chatito",
                "chatito/examples/citySearch_medium.chatito",
                "chatito/examples/importing/main.chatito",
                "chatette/examples/simple/airport/master.chatette",
                "chatette/examples/simple/toilets/toilets.chatette",
                "chatette/examples/simple/mood/master.chatette",
                "chatette/examples/simple/restaurant/master.chatette",
                "chatette/examples/simple/gif/gif.chatette",
                "chatette/examples/complex/airport/master.chatette",
                "chatette/examples/complex/metal-work/master.chatette",
                "rasa-yaml/data/nlu/nlu.yml"
            })
    void ofRealGrammarsHowManyThereAre(String name) throws IOException {
        Path file = SharedData.path(REFERENCE + name);
        Grammar grammar = ForeignGrammar.of(file).orElseThrow().read(file);
        String written = GrammarWriter.write(grammar);
        Grammar again = GrammarReader.read("again.grammar", written);
        assertThat(Language.of(again).count()).isEqualTo(Language.of(grammar).count());
        assertThat(GrammarWriter.write(again)).isEqualTo(written);
    }
}
