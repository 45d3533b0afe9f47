package io.understudy.generator.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.Label;
import io.understudy.core.Segment;
import io.understudy.core.Template;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Template TEMPLATE = new Template(List.of(
            new Segment.Slot(Label.PERSON, 1),
            new Segment.Literal(" flies to "),
            new Segment.Slot(Label.CITY, 1),
            new Segment.Literal(" and "),
            new Segment.Slot(Label.CITY, 2)));

    /** Each byte, some words, and pieces that cut characters and slots in the middle. */
    private static Tokens tokens() {
        Set<String> words = new LinkedHashSet<>(List.of(
                " the",
                " {",
                "{",
                "PER",
                "SON",
                "_1",
                "}",
                "} to",
                "CITY_",
                "1}",
                "2}.",
                " Oslo",
                "lo",
                "Os",
                " flies",
                "\u00e9",
                " caf\u00e9",
                "\n\n",
                "  ",
                "\": ",
                "{\"",
                "\",",
                "ing",
                " {CITY",
                "{{",
                "}}",
                "\\n",
                "Ann",
                " Ann"));
        List<byte[]> bytes = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            bytes.add(new byte[] {(byte) b});
        }
        words.forEach(word -> bytes.add(word.getBytes(StandardCharsets.UTF_8)));
        bytes.add("\ud83d\ude42".getBytes(StandardCharsets.UTF_8));
        bytes.add(new byte[] {(byte) 0xf0, (byte) 0x9f});
        bytes.add(new byte[0]);
        return Tokens.of(bytes.size(), bytes::get, List.of(bytes.size() - 1));
    }

    private static final Tokens TOKENS = tokens();
    private static final int END = 256 + 29 + 2;

    /** A text of random allowed tokens. */
    private static String babble(Masks masks, Constraint constraint, long seed, int most, boolean hurries) {
        SplittableRandom random = new SplittableRandom(seed);
        Guide guide = new Guide(masks, constraint);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int end = END;
        for (int left = most; ; left--) {
            if (hurries && left == most - 3) {
                guide.hurry();
            }
            TokenSet allowed = guide.allowed(left);
            List<Integer> places = new ArrayList<>();
            for (int place = allowed.next(0); place >= 0; place = allowed.next(place + 1)) {
                places.add(place);
            }
            assertThat(places).as("ways on from '%s' with %d left", out, left).isNotEmpty();
            int place = places.get(random.nextInt(places.size()));
            if (allowed.token(place) == end) {
                return out.toString(StandardCharsets.UTF_8);
            }
            byte[] bytes = TOKENS.bytes(place);
            guide.advance(bytes);
            out.writeBytes(bytes);
            if (left == 1) {
                assertThat(guide.isAccepted())
                        .as("'%s' is whole at its greatest length", out)
                        .isTrue();
                return out.toString(StandardCharsets.UTF_8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whateverIsChosenHoldsEachSlotOnceOnOneLine(boolean hurries) {
        Constraint constraint = Constraint.slots(TEMPLATE, Forbidden.of(List.of("Ann", "Oslo Os")));
        Masks masks = new Masks(TOKENS, constraint);
        Set<String> all = new LinkedHashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            String text = babble(masks, constraint, seed, 40 + (int) (seed % 60), hurries);
            assertThat(constraint.accepts(text)).as(text).isTrue();
            String literals = text;
            for (String slot : List.of("{PERSON_1}", "{CITY_1}", "{CITY_2}")) {
                assertThat(text.indexOf(slot)).as(text).isNotNegative().isEqualTo(text.lastIndexOf(slot));
                literals = literals.replace(slot, "|");
            }
            assertThat(literals).doesNotContain("{", "}", "\\", "\ufffd", "  ").doesNotContainPattern("\\p{Cntrl}");
            assertThat(text).isEqualTo(text.strip());
            assertThat(literals.toLowerCase(java.util.Locale.ROOT)).doesNotContainPattern("(?U)\\bann\\b");
            all.add(text);
        }
        assertThat(all).hasSizeGreaterThan(250);
    }

    @ParameterizedTest
    @CsvSource({
        "{PERSON_1} took {CITY_2} for {CITY_1}, true",
        "{PERSON_1} took {CITY_2}, false",
        "{PERSON_1} {PERSON_1} {CITY_1} {CITY_2}, false",
        "{PERSON_1} x{CITY_1} {CITY_2}, false",
        "'({PERSON_1}) \"{CITY_1}\" {CITY_2}''s', true",
        "{PERSON_1} {CITY_1} {CITY_2}s, false",
        "{PERSON_1} {CITY_1} {CITY_2} {TIME_1}, false",
        "{PERSON_1} {CITY_1} {CITY_2} {, false",
        "{PERSON_1}\u4f4f\u5728{CITY_1} {CITY_2}, true",
        "{PERSON_1} {CITY_1} {CITY_2} |TIME_1, false",
    })
    void knowsWhatHoldsTheSlots(String text, boolean holds) {
        assertThat(Constraint.slots(TEMPLATE).accepts(text)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "I saw John Smith. {A_1}, false",
        "I saw john  smith {A_1}, false",
        "I saw JOHN-SMITH {A_1}, false",
        "John Smith, false",
        "I saw John Smithson {A_1}, true",
        "I saw Johnsmith {A_1}, true",
        "{A_1} is no Jos\u00e9, false",
        "{A_1} is no jose, false",
        "{A_1} is no Joseph, true",
        "'{A_1}, John, Smith', false",
        "John {A_1} Smith, true",
    })
    void forbidsSurfacesAsTheMatcherOfLeaksWould(String text, boolean passes) {
        Template template = new Template(List.of(new Segment.Slot(new Label("A"), 1)));
        Constraint constraint = Constraint.slots(template, Forbidden.of(List.of("John Smith", "Jos\u00e9")));
        // White space side by side is refused for itself.
        assertThat(constraint.accepts(text.replace("  ", " "))).isEqualTo(passes && text.contains("{A_1}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a|b+; bbb; bba",
                "[a-c]{2,3}x?; abx; abcd",
                "^(?:\\d{3}-)?\\d{4}$; 555-0199; 55-0199",
                "\\w+@[\\w.]+\\.(org|net); ada@example.org; ada@example.com",
                ".*caf\u00e9.*; the caf\u00e9!; the cafe",
                "[^a-z]; \ud83d\ude42; q",
                "[\\]\\-]+; ]-]; ]a",
            })
    void followsRegularExpressions(String expression, String accepted, String refused) {
        Constraint constraint = Constraint.regex(expression);
        assertThat(constraint.accepts(accepted)).isTrue();
        assertThat(constraint.accepts(refused)).isFalse();
        Masks masks = new Masks(TOKENS, constraint);
        java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(expression);
        for (long seed = 0; seed < 50; seed++) {
            String text = babble(masks, constraint, seed, 30, false);
            assertThat(pattern.matcher(text).matches()).as(text).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(a)\\1; '\\1'",
                "(?=a)b; '(?'",
                "a**?; lazy",
                "a); ')' without '('",
                "[a; '[' without ']'",
                "a{5,2}; from less to more",
                "*a; nothing to repeat",
            })
    void refusesWhatNoAutomatonFollows(String expression, String problem) {
        assertThatThrownBy(() -> Constraint.regex(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void writesJsonOfASchema() throws IOException {
        JsonNode schema = JSON.readTree("""
                {"type": "object", "properties": {
                   "name": {"type": "string", "minLength": 1, "maxLength": 12},
                   "age": {"type": "integer"},
                   "kind": {"enum": ["a\\"b", 3, null]},
                   "tags": {"type": "array", "items": {"type": "string", "pattern": "[a-z\\"]{1,3}"}, "minItems": 1, "maxItems": 3},
                   "more": {"anyOf": [{"type": "boolean"}, {"$ref": "#/$defs/point"}]}},
                 "required": ["name", "kind", "tags"],
                 "$defs": {"point": {"type": "object", "properties": {"x": {"type": "number"}}, "required": ["x"]}}}
                """);
        Constraint constraint = Constraint.jsonSchema(schema);
        Masks masks = new Masks(TOKENS, constraint);
        Set<Integer> shapes = new LinkedHashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            JsonNode value = JSON.readTree(babble(masks, constraint, seed, 160, false));
            assertThat(value.path("name").asText()).isNotEmpty();
            assertThat(value.path("name")
                            .asText()
                            .codePointCount(0, value.path("name").asText().length()))
                    .isBetween(1, 12);
            assertThat(value.has("kind")).isTrue();
            assertThat(value.path("tags").size()).isBetween(1, 3);
            value.path("tags").forEach(tag -> assertThat(tag.asText()).matches("[a-z\"]{1,3}"));
            assertThat(!value.has("age") || value.path("age").isIntegralNumber())
                    .isTrue();
            assertThat(!value.has("more")
                            || value.path("more").isBoolean()
                            || value.path("more").path("x").isNumber())
                    .isTrue();
            shapes.add(value.size());
        }
        assertThat(shapes).containsExactlyInAnyOrder(3, 4, 5);
    }

    @Test
    void writesAnyJsonObject() throws IOException {
        Constraint constraint = Constraint.json();
        Masks masks = new Masks(TOKENS, constraint);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(JSON.readTree(babble(masks, constraint, seed, 80, false)).isObject())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"allOf\": []}; 'allOf'",
                "{\"$ref\": \"#/x\", \"$defs\": {}}; a reference to what is not there",
                "{\"$ref\": \"http://example.org/\"}; another document",
                "{\"type\": \"date\"}; the type 'date'",
            })
    void refusesWhatItDoesNotKnowOfSchemas(String schema, String problem) {
        assertThatThrownBy(() -> Constraint.jsonSchema(JSON.readTree(schema)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesASchemaThatHoldsItself() {
        assertThatThrownBy(
                        () -> Constraint.jsonSchema(
                                JSON.readTree(
                                        "{\"$ref\": \"#/$defs/n\", \"$defs\": {\"n\": {\"type\": \"object\", \"properties\": {\"next\": {\"$ref\": \"#/$defs/n\"}}}}}")))
                .hasMessageContaining("comes back to itself");
    }

    @Test
    void saysWhatAGrammarSays() throws IOException {
        Language language = Language.of(GrammarReader.read("test.grammar", """
                intent fly
                  (fly|go) [quickly] to {city} at <1..12>
                intent greet
                  (hi|hello|gr\u00fc\u00df dich|\ud83d\ude42)[!]
                slot city: CITY
                  (Oslo|Bonn|New York)
                """));
        Constraint constraint = Constraint.grammar(language);
        assertThat(constraint.accepts("go quickly to New York at 12")).isTrue();
        assertThat(constraint.accepts("go to Rome at 12")).isFalse();
        Masks masks = new Masks(TOKENS, constraint);
        Set<String> all = new LinkedHashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            String text = babble(masks, constraint, seed, 40, false);
            assertThat(language.intents().stream()
                            .anyMatch(intent -> !intent.ranks(text, 1).isEmpty()))
                    .as(text)
                    .isTrue();
            all.add(text);
        }
        assertThat(all).hasSizeGreaterThan(40).contains("gr\u00fc\u00df dich!", "\ud83d\ude42");
    }

    @Test
    void keepsToLengths() {
        Constraint constraint = Constraint.slots(TEMPLATE).within(50, 70);
        Masks masks = new Masks(TOKENS, constraint);
        for (long seed = 0; seed < 200; seed++) {
            assertThat(babble(masks, constraint, seed, 200, false).getBytes(StandardCharsets.UTF_8))
                    .hasSizeBetween(50, 70);
        }
        assertThatThrownBy(() -> Constraint.slots(TEMPLATE).within(0, 10))
                .hasMessage("length is 0 to 10 bytes; the shortest text is 28");
    }
}
