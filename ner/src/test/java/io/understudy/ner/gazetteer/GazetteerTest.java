package io.understudy.ner.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.ner.RecognizerContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest implements RecognizerContract {

    private static final List<String> DISHES = List.of("pad thai", "Thai", "crème brûlée", "fish & chips", "!", "");

    @Override
    public EntityRecognizer recognizer() {
        return new Gazetteer(List.of(new Gazetteer.Entry(new Label("DISH"), "dishes", 0.8, DISHES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one [Pad  Thai](DISH), please",
                "[CREME BRULEE](DISH)!",
                "[Fish & Chips](DISH) or [thai](DISH)",
                "thailand, padthai, pad, chips & fish",
            })
    void findsWholeWordsInWhateverLetters(String line) {
        assertThat(Markup.write(recognizer().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    @Test
    void proposesPhrasesInsideOthersToo() {
        assertThat(recognizer().findings("pad thai")).extracting(Finding::start).containsExactly(0, 4);
    }

    /** After "a b" fails at "d", the automaton must go on inside what it has read. */
    @Test
    void findsAPhraseThatBeginsInsideAnotherThatFails() {
        EntityRecognizer recognizer =
                new Gazetteer(List.of(new Gazetteer.Entry(Label.MISC, "letters", 0.8, List.of("a b c", "b d", "d"))));
        assertThat(Markup.write(recognizer.recognize("a b d"))).isEqualTo("a [b d](MISC)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is it like in [gibsland](LOCATION) [nc](LOCATION)",
                "find me a bar in [spain](LOCATION)",
                "Find me a bar in Spain",
                "she is [Norwegian](NATIONALITY) and [Lutheran](RELIGION)",
                "can you polish it in or out",
            })
    void placesAreFoundWhereNoCapitalTells(String line) {
        assertThat(Markup.write(new Places("cle elum"::equals)
                        .recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }
}
