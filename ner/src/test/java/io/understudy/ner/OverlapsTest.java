package io.understudy.ner;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapsTest {

    @ParameterizedTest(name = "{0} and {1} give {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ada](PERSON) in Oslo        | Ada in [Oslo](LOCATION)        | [Ada](PERSON) in [Oslo](LOCATION)",
                "call [4111](NUMBER) 1111     | call [4111 1111](PHONE)        | call [4111 1111](PHONE)",
                "call [4111 1111](PHONE)      | call [4111](NUMBER) 1111       | call [4111 1111](PHONE)",
                "[May](PERSON)                | [May](DATE)                    | [May](PERSON)",
                "[Jo at a@b.example](PERSON)  | Jo at [a@b.example](EMAIL)     | Jo at [a@b.example](EMAIL)",
                "[ab cd](PERSON) ef           | ab [cd ef](ORGANIZATION)       | [ab cd](PERSON) ef",
                "ab [cd ef](PERSON)           | [ab cd](ORGANIZATION) ef       | ab [cd ef](PERSON)",
                "[ab](PERSON)[cd](PERSON)     | [abcd](URL)                    | [abcd](URL)",
                "[ab](PERSON) [cd](PERSON)    | a[b c](URL)d                   | a[b c](URL)d",
                "[abc](EMAIL) d               | [abc d](URL)                   | [abc d](URL)",
                "[ab](PERSON)cd               | ab[cd](PERSON)                 | [ab](PERSON)[cd](PERSON)",
            })
    void resolvesByProofThenLengthThenOrder(String first, String second, String expected) {
        AnnotatedText one = Markup.read(first);
        Union union = Union.of(text -> one, text -> Markup.read(second));
        assertThat(Markup.write(union.recognize(one.text()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keepsDisjointMentionsAndOnlyDropsThoseThatOverlapOneKept(long seed) {
        Random random = new Random(seed);
        List<Mention> candidates = new ArrayList<>();
        List<Label> labels = List.of(Label.PERSON, Label.DATE, Label.IBAN);
        for (int i = 0; i < 200; i++) {
            int start = random.nextInt(500);
            candidates.add(new Mention(start, start + 1 + random.nextInt(12), labels.get(random.nextInt(3))));
        }
        List<Mention> kept = Overlaps.resolve(candidates);
        new AnnotatedText(" ".repeat(600), kept);
        assertThat(candidates).containsAll(kept);
        assertThat(candidates)
                .allMatch(
                        mention -> kept.stream().anyMatch(other -> other.span().overlaps(mention.span())));
        assertThat(Overlaps.resolve(kept)).isEqualTo(kept);
    }
}
