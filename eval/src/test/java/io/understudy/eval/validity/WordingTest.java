package io.understudy.eval.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static String failures(String... markup) {
        Wording wording = new Wording();
        Stream.of(markup).map(Markup::read).map(Wording::read).forEach(wording::add);
        return wording.rules(wording).entrySet().stream()
                .filter(rule -> rule.getValue().failed() > 0)
                .map(rule -> rule.getKey().key() + " " + rule.getValue().failed())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            it is a book for you|-
            it is an book for you|article 1
            it is a apple and a orange|article 2
            this is an hour of the day|-
            this is a hour of the day|article 1
            that was a university and a European one|-
            that was an university|article 1
            it is an unusual and an uninteresting use of it|-
            it is a one-off for you|-
            the 8 is an 8, an 11 and a 12 for you|-
            it is a 80 for you|article 1
            it was an FBI agent and a NATO one|-
            it is vitamin a or b for you|-
            das ist an einem Tag und an der Wand|-
            he said "yes" to (some) of you|-
            he said "yes to you|quotes 1
            he said “yes to you|quotes 1
            all (of it is here|quotes 1
            all of it) is here|quotes 1
            a) first b) second :)|-
            a 12" record|-
            [ { ( ) } ]|-
            [ ( ] )|quotes 1
            the the cat sat|repeated_word 1
            The the cat sat|repeated_word 1
            call 5 5 5 now|-
            it is very very good, no no|-
            he had had it|-
            play [Duran Duran](ARTIST) for me|-
            play [Duran](ARTIST) Duran for me|repeated_word 1
            ä Ã¤ ist falsch|encoding 1
            donâ€™t do it|encoding 1
            broken \ufffd here|encoding 1
            Ça va, Ânes à l’été “quoted” – 5 € ïle|-
            """)
    void asksEachLine(String markup, String failed) {
        assertThat(failures(markup.replace("\\ufffd", "\ufffd")
                        .replace("[ (", "{ (")
                        .replace("] )", "} )")
                        .replace("[ {", "{ {")
                        .replace("} ]", "} }")))
                .isEqualTo(failed == null ? "" : failed);
    }

    @Test
    void knowsTheLanguageOfALineWithFunctionWords() {
        assertThat(Language.of(List.of("The", "cat", "is", "on", "the", "mat"))).contains(Language.EN);
        assertThat(Language.of(List.of("die", "Katze", "ist", "auf", "dem", "Dach")))
                .contains(Language.DE);
        assertThat(Language.of(List.of("le", "chat", "est", "sur", "le", "toit")))
                .contains(Language.FR);
        assertThat(Language.of(List.of("el", "gato", "est\u00e1", "en", "la", "casa")))
                .contains(Language.ES);
        assertThat(Language.of(List.of("cat", "mat"))).isEmpty();
        assertThat(Language.of(List.of())).isEmpty();
    }

    @Test
    void findsALineInALanguageThatTheOriginalIsNotIn() {
        Wording english = new Wording();
        english.add(Wording.read(Markup.read("this is the house of the king")));
        Wording mixed = new Wording();
        mixed.add(Wording.read(Markup.read("this is the garden of the king")));
        mixed.add(Wording.read(Markup.read("das ist der Garten und die Burg")));
        Map<Wording.Rule, ValidityCheck.Count> rules = mixed.rules(english);
        assertThat(rules.get(Wording.Rule.LANGUAGE)).isEqualTo(new ValidityCheck.Count(2, 1));
        assertThat(mixed.rules(mixed).get(Wording.Rule.LANGUAGE)).isEqualTo(new ValidityCheck.Count(2, 0));
    }

    /** O to I-PER, and B-LOC to I-ORG; an I- after its own label goes on. */
    @Test
    void countsTheGoldenIllegalTags() {
        assertThat(Tags.illegal(List.of("O", "I-PER", "I-PER", "B-LOC", "I-ORG", "O")))
                .isEqualTo(2);
        assertThat(Tags.illegal(List.of("I-PER"))).isEqualTo(1);
        assertThat(Tags.illegal(List.of("B-PER", "I-PER", "O", "B-LOC"))).isZero();
    }
}
