package io.understudy.templates.foreign;

import static io.understudy.templates.foreign.ForeignGrammar.CHATETTE;
import static io.understudy.templates.foreign.ForeignGrammar.CHATITO;
import static io.understudy.templates.foreign.ForeignGrammar.HASSIL;
import static io.understudy.templates.foreign.ForeignGrammar.RASA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One feature of a tool at a time: what a small grammar says, by hand from the tool's documentation. */
class ReadersTest {

    static Stream<Arguments> chatito() {
        return Stream.of(
                arguments("sentences", "%[a]\n    b\n    c d\n", List.of("b", "c d")),
                arguments(
                        "an alias and an optional one",
                        "%[a]\n    ~[x] ~[y?]\n~[x]\n    1\n~[y]\n    2\n    3\n",
                        List.of("1", "1 2", "1 3")),
                arguments(
                        "an alias that is not defined says its name",
                        "%[a]\n    ~[how are you?] now\n",
                        List.of("how are you now", "now")),
                arguments("a slot", "%[a]\n    to @[city]!\n@[city]\n    Oslo\n", List.of("to [Oslo](city)!")),
                arguments(
                        "a variation of a slot is a slot of the same label",
                        "%[a]\n    @[t#in] @[t]\n@[t#in]\n    3 days\n@[t]\n    now\n",
                        List.of("[3 days](t) [now](t)")),
                arguments(
                        "a phrase is stripped before it goes into a sentence",
                        "%[a]\n    in @[c]? ~[p].\n@[c]\n    York ~[city?]\n~[p]\n    ~[well?] please \n",
                        List.of(
                                "in [York](c)? please.",
                                "in [York](c)? well please.",
                                "in [York city](c)? please.",
                                "in [York city](c)? well please.")),
                arguments(
                        "a synonym is the alias that is the whole sentence",
                        "%[a]\n    @[c]\n@[c]\n    ~[ny]\n    ~[b]\n~[ny]('synonym': 'true')\n    new york\n    nyc\n~[b]\n    Bonn\n",
                        List.of("[Bonn](c)", "[new york](c value=ny)", "[nyc](c value=ny)")),
                arguments(
                        "a weight is no text, and what is no weight is",
                        "%[a]\n    *[2] b\n    *[x] c\n",
                        List.of("*\\[x\\] c", "b")),
                arguments("shares", "%[a]\n    *[20%]b\n    c\n", List.of("b", "c")),
                arguments(
                        "comments and empty lines",
                        "// one\n# two\n\n%[a]\n    b\n// three\n    // four\n\n    c\n",
                        List.of("// four", "b", "c")),
                arguments("lines that end as on other systems", "%[a]\r\n    b\r\n\r\n    c", List.of("b", "c")),
                arguments(
                        "an at sign in a slot is text",
                        "%[a]\n    @[c]\n@[c]\n    @[d] x\n",
                        List.of("[@\\[d\\] x](c)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void chatito(String what, String text, List<String> expected) throws IOException {
        assertThat(said(CHATITO, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> chatette() {
        return Stream.of(
                arguments("words and a group", "%[a]\n  b [c d] e\n", List.of("b c d e")),
                arguments(
                        "a choice, with and without spaces",
                        "%[a]\n  [b|c]d [e|f]\n",
                        List.of("bd e", "bd f", "cd e", "cd f")),
                arguments("a choice with older signs", "%[a]\n  {b/c} d\n", List.of("b d", "c d")),
                arguments(
                        "a part that may be left out takes its space with it",
                        "%[a]\n  b [c?] d\n  e [f?]!\n",
                        List.of("b c d", "b d", "e f!", "e!")),
                arguments("a space inside brackets", "%[a]\n  b[ c?]!\n", List.of("b c!", "b!")),
                arguments("a tied pair", "%[a]\n  [b?x] c [d?x]\n", List.of("b c d", "c")),
                arguments("the other side of a coin", "%[a]\n  [b?x] c [d?!x]\n", List.of("b c", "c d")),
                arguments(
                        "a coin is tied within a rule, and tossed anew for each reference",
                        "%[a]\n  ~[p] ~[p]\n~[p]\n  [b?x]c[d?x]\n",
                        List.of("bcd bcd", "bcd c", "c bcd", "c c")),
                arguments("both cases of a group", "%[a]\n  b [&c d]\n", List.of("b C d", "b c d")),
                arguments("a capital is made small too", "%[a]\n  [&La]\n", List.of("La", "la")),
                arguments("what has no case has one form", "%[a]\n  [&3 b]\n", List.of("3 b")),
                arguments("both cases of what comes first", "%[&a]\n  [b?] c\n", List.of("B c", "C", "b c", "c")),
                arguments(
                        "both cases of an alias that begins with anything",
                        "%[a]\n  ~[&x]\n~[x]\n  b\n  C\n  1\n",
                        List.of("1", "B", "C", "b", "c")),
                arguments(
                        "both cases of a slot keep its value",
                        "%[a]\n  @[&s]\n@[s]\n  b\n  c = d\n",
                        List.of("[B](s value=b)", "[C](s value=d)", "[b](s value=b)", "[c](s value=d)")),
                arguments("both cases where it is defined", "%[a]\n  x ~[y]\n~[&y]\n  b\n", List.of("x B", "x b")),
                arguments("variations", "%[a]\n  ~[x#1] ~[x]\n~[x#1]\n  b\n~[x#2]\n  c\n", List.of("b b", "b c")),
                arguments(
                        "an argument",
                        "%[a]\n  ~[x$John] ~[x$you two]\n~[x$NAME]\n  hi ($NAME)!\n",
                        List.of("hi (John)! hi (you two)!")),
                arguments(
                        "an argument reaches the phrases within",
                        "%[a]\n  ~[x$b]\n~[x$A]\n  $A ~[y]\n~[y]\n  of $A\n",
                        List.of("b of b")),
                arguments(
                        "an argument is handed on",
                        "%[a]\n  ~[x$b]\n~[x$A]\n  ~[y$\\$A c]\n~[y$B]\n  $B d\n",
                        List.of("b c d")),
                arguments("what nobody gives stays as it is", "%[a]\n  ~[x] $B\n~[x$A]\n  $A\n", List.of("$A $B")),
                arguments("a value", "%[a]\n  @[s]\n@[s]\n  b c = d e // f\n", List.of("[b c](s value=d e)")),
                arguments(
                        "the first word as the value",
                        "%[a]\n  @[s]\n@[s]\n  bad = /\n  ~[x] = /\n~[x]\n  y\n",
                        List.of("[bad](s value=bad)", "[y](s value=x)")),
                arguments("an equals sign outside a slot is text", "%[a]\n  b => c\n", List.of("b => c")),
                arguments("comments, old and new", "// a\n%[a] // b\n  b // c\n  c ; d\n; e\n", List.of("b", "c")),
                arguments(
                        "escapes", "%[a]\n  \\[b\\] c\\? \\% \\~ \\; \\| d\\=\n", List.of("\\[b\\] c? % ~ ; | d\\\\=")),
                arguments(
                        "slashes and question marks outside brackets are text", "%[a]\n  b/c d?\n", List.of("b/c d?")),
                arguments(
                        "counts do not matter for what is said",
                        "%[a]('training': 3, 'testing': '2')\n  b\n",
                        List.of("b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void chatette(String what, String text, List<String> expected) throws IOException {
        assertThat(said(CHATETTE, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> hassil() {
        return Stream.of(
                arguments("alternatives, bare and in brackets", "b|(c|d) e", List.of("b", "c e", "d e")),
                arguments(
                        "an optional part, with a choice in it",
                        "[b|c] d[s]",
                        List.of("b d", "b ds", "c d", "c ds", "d", "ds")),
                arguments("any order", "b (c;[d] e)", List.of("b c d e", "b c e", "b d e c", "b e c")),
                arguments(
                        "a list and its values",
                        "in {area}",
                        List.of("in [bath](area value=b1)", "in [kitchen](area)", "in [shower](area value=b1)")),
                arguments(
                        "a list in a slot of another name",
                        "in {area:room}",
                        List.of("in [bath](room value=b1)", "in [kitchen](room)", "in [shower](room value=b1)")),
                arguments("numbers", "{pct}%", List.of("[0](pct)%", "[50](pct)%")),
                arguments(
                        "numbers and halves, times ten",
                        "{half}",
                        List.of("[1.5](half value=15)", "[1](half value=10)")),
                arguments("numbers where they are used", "{1..5,2:n}", List.of("[1](n)", "[3](n)", "[5](n)")),
                arguments("a rule", "<light>s", List.of("lamps", "lights")),
                arguments("a backslash", "\\\\(b\\\\) \\\\<c", List.of("(b) <c")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hassil(String what, String sentence, List<String> expected) throws IOException {
        String text = """
                language: en
                intents:
                  a:
                    data:
                      - sentences: ["%s"]
                        requires_context: {domain: light}
                lists:
                  area:
                    values: [kitchen, {in: "(bath|shower)", out: b1}]
                  pct:
                    range: {from: 0, to: 99, step: 50}
                  half:
                    range: {from: 1, to: 1, fractions: halves, multiplier: 10}
                expansion_rules:
                  light: "(light|lamp)"
                skip_words: [please]
                """.formatted(sentence);
        assertThat(said(HASSIL, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource
    void rasa(String what, String text, List<String> expected) throws IOException {
        assertThat(said(RASA, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> rasa() {
        String cities = """
                version: "3.1"
                nlu:
                - intent: a
                  examples: |
                    - to [NYC](city)
                    - from [Oslo]{"entity": "city", "role": "from"}
                """;
        return Stream.of(
                arguments(
                        "a slot says what its entity is called anywhere, in the role it has there",
                        cities,
                        List.of(
                                "from [NYC](city role=from)",
                                "from [Oslo](city role=from)",
                                "to [NYC](city)",
                                "to [Oslo](city)")),
                arguments(
                        "synonyms of what is called so",
                        """
                        nlu:
                        - intent: a
                          examples: |
                            - to [nyc](city)
                        - synonym: New York
                          examples: |
                            - NYC
                            - Big Apple
                        """,
                        List.of(
                                "to [Big Apple](city value=New York)",
                                "to [NYC](city value=New York)",
                                "to [nyc](city value=New York)")));
    }

    @Test
    void aSlotSaysWhatTheLookupTableAndTheRegularExpressionOfItsNameSay() throws IOException {
        String text = """
                nlu:
                - intent: a
                  examples:
                  - hi
                  - text: id [x1](id)
                - lookup: id
                  examples: |
                    - y 2
                - regex: id
                  examples: |
                    - \\b[ab]\\d?(c|d){2}
                """;
        // hi, x1, y 2; 2 letters, 10 digits or none, 2 letters twice.
        assertThat(said(RASA, text))
                .hasSize(3 + 2 * 11 * 4)
                .contains("hi", "id [x1](id)", "id [y 2](id)", "id [acd](id)", "id [b7dd](id)");
    }

    private static List<String> said(ForeignGrammar tool, String text) throws IOException {
        return Spoken.markup(tool.read(Source.of(Path.of("g"), text))).stream()
                .map(each -> each.substring(each.indexOf(">>>") + 3))
                .toList();
    }
}
