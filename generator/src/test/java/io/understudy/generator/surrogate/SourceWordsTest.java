package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.text.Normalization;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceWordsTest {

    /** The commonest names, which a census draws most often. */
    private static final String COMMON = "[James Smith](PERSON), [Mary Johnson](PERSON), [Robert Williams](PERSON),"
            + " [Patricia Brown](PERSON), [John Jones](PERSON), [Linda Davis](PERSON), [Michael Miller](PERSON),"
            + " [Barbara Wilson](PERSON) of [Moore Taylor Bank](ORGANIZATION), [william.anderson@acme.com](EMAIL),"
            + " [Elizabeth Thomas](PERSON), [Harris](LOCATION), [@davidwhite](USERNAME)";

    private static Set<String> words(AnnotatedText line) {
        return line.mentions().stream()
                .filter(mention -> mention.label().equals(Label.PERSON))
                .flatMap(mention ->
                        Arrays.stream(Normalization.of(line.surface(mention)).split(" ", -1)))
                .collect(Collectors.toSet());
    }

    @Test
    void noWordOfANameIsAWordOfAnyOriginal() {
        AnnotatedText line = Markup.read(COMMON);
        Set<String> source =
                Stream.of(Normalization.of(line.text()).split("[^a-z]+", -1)).collect(Collectors.toSet());
        for (int key = 0; key < 500; key++) {
            Secret secret = Secret.of(("a key of many, number " + key).getBytes(StandardCharsets.US_ASCII));
            AnonymizerBuilder builder = Anonymizer.builder(AnonymizerOptions.STANDARD, secret);
            builder.add(line, "d");
            Anonymizer anonymizer = builder.build((label, surface) -> false);
            assertThat(words(anonymizer.standIn(anonymizer.prepare(line, "d"))))
                    .as("key " + key)
                    .doesNotContainAnyElementsOf(source);
        }
    }

    /** A person shares no word with any original; a firm none with a person; Bank and Street are everybody's. */
    @ParameterizedTest
    @CsvSource({
        "PERSON, Dan Byrne, true",
        "PERSON, dan BYRNE's, true",
        "PERSON, Dan O'Hara, true",
        "PERSON, Dan Wharf, true",
        "PERSON, Dan van Cole, false",
        "PERSON, Dr. A. Cole, false",
        "ORGANIZATION, Byrne Group, true",
        "ORGANIZATION, Harbour Trust, false",
        "EMAIL, dan.byrne7@example.com, true",
        "EMAIL, dan.cole@example.com, false",
        "EMAIL, dan.cole@byrne.example.com, false",
        "MISC, Songs of Byrne, false",
        "ADDRESS, 5 Wharf Street, false"
    })
    void wordsAreComparedAsTheLeakageCheckDoes(String label, String surrogate, boolean shared) {
        SourceWords words = new SourceWords();
        words.add(Kinds.STANDARD.kind(Label.PERSON), "Dr. Ádá van Byrne");
        words.add(Kinds.STANDARD.kind(Label.PERSON), "Tom O’Hara");
        words.add(Kinds.STANDARD.kind(new Label("ORGANIZATION")), "Harbour Bank");
        words.add(Kinds.STANDARD.kind(new Label("ADDRESS")), "88 Wharf Street");
        assertThat(words.isIn(Kinds.STANDARD.kind(new Label(label)), surrogate)).isEqualTo(shared);
    }
}
