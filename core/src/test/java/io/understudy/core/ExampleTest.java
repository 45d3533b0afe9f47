package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Provenance.Original;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleTest {

    private static final Original HERE = new Original("f", 1);

    @Test
    void anIdIsNeededAndAnEmptyIntentIsNone() {
        assertThatThrownBy(() -> new Example("", Optional.empty(), AnnotatedText.plain("a"), HERE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id is empty");
        assertThat(new Example("x", Optional.of(""), AnnotatedText.plain("a"), HERE).intent())
                .isEmpty();
    }

    @Test
    void unknownKeysKeepTheirOrder() {
        Map<String, String> extra = new LinkedHashMap<>();
        for (String key : new String[] {"z", "a", "m"}) {
            extra.put(key, "1");
        }
        Example example = new Example("x", Optional.empty(), AnnotatedText.plain("a"), HERE, extra);
        extra.clear();
        assertThat(example.extra()).containsOnlyKeys("z", "a", "m");
        assertThat(example.extra().keySet()).containsExactly("z", "a", "m");
        assertThat(example.withAnnotated(AnnotatedText.plain("b")).extra()).isEqualTo(example.extra());
        assertThatThrownBy(() -> example.extra().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|label has 0 characters; expected 1 to 200", "' A'|label ' A' begins or ends with a space"})
    void aLabelIsAName(String name, String message) {
        assertThatThrownBy(() -> new Label(name)).hasMessage(message);
    }

    @Test
    void aLabelIsShortAndOnOneLine() {
        assertThatThrownBy(() -> new Label("x".repeat(201))).hasMessage("label has 201 characters; expected 1 to 200");
        assertThatThrownBy(() -> new Label("a\nb")).hasMessage("label holds a control character");
        assertThat(new Label("x".repeat(200)).name()).hasSize(200);
        assertThat(Label.CITY).isLessThan(Label.PERSON).hasToString("CITY");
    }

    @Test
    void usageSaysHowAMentionIsUsedAndNotWhomItNames() {
        Details full =
                new Details(Optional.of("e"), Optional.of("to"), Optional.of("1"), Optional.of("v"), Map.of("k", "1"));
        assertThat(full.usage()).isEqualTo(Details.NONE.withRole("to").withGroup("1"));
        assertThat(Details.NONE.withEntity("e").withValue("v").usage()).isEqualTo(Details.NONE);
    }

    @Test
    void messagesSayWhere() {
        assertThat(new BadDataException("in/a.csv", 3, "no")).hasMessage("in/a.csv:3: no");
        assertThat(new BadDataException("-", 0, "is empty")).hasMessage("-: is empty");
    }
}
