package io.understudy.templates.foreign;

import static io.understudy.templates.foreign.ForeignGrammar.CHATETTE;
import static io.understudy.templates.foreign.ForeignGrammar.CHATITO;
import static io.understudy.templates.foreign.ForeignGrammar.HASSIL;
import static io.understudy.templates.foreign.ForeignGrammar.RASA;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.understudy.core.BadDataException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is told with its place, and what is not supported by its name. */
class FaultsTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        CHATITO,
                        "hello\n",
                        "g:1:1: not a line of a Chatito file; expected %[intent], @[slot], ~[alias], import, # or //, or four spaces and a sentence"),
                arguments(CHATITO, "%[a]\n  b\n", "g:2:3: 2 spaces and a sign; expected 4 spaces before a sentence"),
                arguments(CHATITO, "%[a]\n\tb\n", "g:2:1: 0 spaces and a tab; expected 4 spaces before a sentence"),
                arguments(CHATITO, "%[a]\n", "g:1:1: %[a] has no sentence; expected one below it, four spaces in"),
                arguments(CHATITO, "    b\n", "g:1:1: a sentence without a definition above it"),
                arguments(CHATITO, "~[a]\n    b\n", "g:1:1: defines no intent; expected %[intent]"),
                arguments(CHATITO, "%[a]\n    b\n%[a]\n    c\n", "g:3:1: %[a] is defined twice; first at g:1:1"),
                arguments(
                        CHATITO,
                        "%[a]\n    b @[cty]\n@[city]\n    c\n",
                        "g:2:7: unknown slot '@[cty]'; did you mean '@[city]'? have: @[city]"),
                arguments(CHATITO, "%[a]\n    @[b\n", "g:2:8: expected ']' before the end of the line"),
                arguments(
                        CHATITO,
                        "%[a]\n    ~[x]\n~[x]\n    ~[y]\n~[y]\n    b ~[x]\n",
                        "g:6:7: ~[x] stands within itself: ~[x] > ~[y] > ~[x]"),
                arguments(
                        CHATITO,
                        "%[a]\n    @[s]\n@[s]\n    ~[x]\n~[x]\n    @[t]\n@[t]\n    b\n",
                        "g:4:5: a slot within @[s]; expected no slot within another"),
                arguments(
                        CHATITO,
                        "%[a]('training': '0')\n    b\n",
                        "g:1:1: 'training' of %[a] is not a whole number of 1 or more"),
                arguments(
                        CHATITO,
                        "%[a](training: '1')\n    b\n",
                        "g:1:6: expected a text in quotes, such as 'training': '100'"),
                arguments(
                        CHATITO,
                        "%[a]\n    *[60%] b\n    *[50%] c\n",
                        "g:3:5: the percentages of %[a] are more than 100"),
                arguments(
                        CHATITO,
                        "%[a]\n    *[60%] b\n    *[2] c\n",
                        "g:3:5: %[a] has weights and percentages; expected only one of the two"),
                arguments(CHATITO, "%[a]\n    *[0] b\n", "g:2:5: a probability that is not above 0"),
                arguments(
                        CHATITO,
                        "%[a]\n    ~[b?]\n",
                        "g:2:5: this sentence may be empty; expected a part that is always there"),
                arguments(CHATITO, "import x.txt\n%[a]\n    b\n", "g:1:8: 'x.txt' does not end in .chatito"),
                arguments(
                        CHATITO,
                        "import x.chatito\n%[a]\n    b\n",
                        "g:1:8: no file 'x.chatito'; expected one beside this one"),
                arguments(
                        CHATETTE,
                        "hello\n",
                        "g:1:1: not a line of a Chatette file; expected %[intent], @[slot], ~[alias], |file, // or an indented rule"),
                arguments(CHATETTE, "%[a]\n", "g:1:1: %[a] has no rule; expected one below it, indented"),
                arguments(CHATETTE, "  b\n", "g:1:1: a rule without a definition above it"),
                arguments(CHATETTE, "%[a]\n  b\n   c\n", "g:3:1: indented otherwise than the rule above it"),
                arguments(
                        CHATETTE,
                        "%[a]\n  ~[b]\n~[bc]\n  d\n",
                        "g:2:3: unknown alias '~[b]'; did you mean '~[bc]'? have: ~[bc]"),
                arguments(
                        CHATETTE,
                        "%[a]\n  ~[b#on]\n~[b#one]\n  d\n",
                        "g:2:3: unknown variation of ~[b] 'on'; did you mean 'one'? have: one"),
                arguments(
                        CHATETTE,
                        "%[a]\n  ~[b$x]\n~[b]\n  d\n",
                        "g:2:3: ~[b] has no argument; expected '$' and a name where it is defined"),
                arguments(
                        CHATETTE,
                        "%[a]\n  [b\n",
                        "g:2:5: expected '|', '?' or the end of the choice, ']'; a backslash goes before any other sign"),
                arguments(
                        CHATETTE,
                        "%[a]\n  b] c\n",
                        "g:2:4: ']' is not expected here; a backslash before it makes it text"),
                arguments(
                        CHATETTE,
                        "%[a]\n  5% b\n",
                        "g:2:4: '%' is not expected here; a backslash before it makes it text"),
                arguments(
                        CHATETTE,
                        "%[a]\n  %[b]\n%[b]\n  c\n",
                        "g:2:3: an intent within a rule; Chatette 1.6.3 fails on it too; expected ~[alias] or @[slot]"),
                arguments(CHATETTE, "%[a]\n  [b?/x]\n", "g:2:7: expected a whole number of percent after '/'"),
                arguments(CHATETTE, "%[a](many)\n  b\n", "g:1:1: the number of examples of %[a] is not a whole number"),
                arguments(CHATETTE, "%[a]\n  ~[x]\n~[x]\n  ~[x]\n", "g:4:3: ~[x] stands within itself: ~[x] > ~[x]"),
                arguments(
                        CHATETTE, "~[x]\n  b\n~[x]\n  c\n%[a]\n  d\n", "g:3:1: ~[x] is defined twice; first at g:1:1"),
                arguments(
                        CHATETTE,
                        "|x.chatette\n%[a]\n  b\n",
                        "g:1:2: no file 'x.chatette'; expected one beside this one"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['b {c}']}]}}",
                        "g:1:38: unknown list 'c'; there is none; a list that the program around hassil fills needs values here"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['<b>']}]}}\nexpansion_rules: {b: '<c>', c: 'd <b>'}",
                        "g:2:35: <b> stands within itself"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['(b|c;d)']}]}}",
                        "g:1:40: '|' and ';' in one group; expected brackets around one of them"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['(b']}]}}",
                        "g:1:36: the bracket that opens here is not closed; expected ')'"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['b) c']}]}}",
                        "g:1:37: ')' closes or divides nothing"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: [yes]}]}}",
                        "g:1:35: YAML reads no text here but a truth value; put it in quotes"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['{b}']}]}}\nlists: {b: {wildcard: true}}",
                        "g:2:9: the list 'b' is a wildcard, whose values nobody knows; give it values"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentence: ['b']}]}}",
                        "g:1:23: unknown key 'sentence'; did you mean 'sentences'? have: sentences, slots, response, requires_context, excludes_context, expansion_rules, lists, metadata, required_keywords, inferred_domain, name_domains, settings"),
                arguments(
                        HASSIL,
                        "intents: {a: {data: [{sentences: ['{b}']}]}}\nlists: {b: {range: {from: 1, to: 3, digits: false}}}",
                        "g:2:20: numbers in words are not supported; expected digits, in no language"),
                arguments(HASSIL, "intents: [\n", "g:2:1: is not YAML here"),
                arguments(
                        RASA,
                        "nlu:\n- intent: a\n  examples: |\n    hi\n",
                        "g:4:5: an example that does not begin with '- '"),
                arguments(
                        RASA,
                        "nlu:\n- intents: a\n  examples: |\n    - hi\n",
                        "g:2:3: unknown kind 'intents'; did you mean 'intent'? have: intent, synonym, lookup, regex"),
                arguments(
                        RASA,
                        "nlu:\n- intent: a\n  examples: |\n    - hi [x](y)\n- regex: y\n  examples: |\n    - a+\n",
                        "g:7:8: '+' has no last number; expected one, such as {1,8}"),
                arguments(
                        RASA,
                        "nlu:\n- intent: a\n  examples: |\n    - hi [x]{\"entty\": \"y\"}\n",
                        "g:4:10: unknown key 'entty'; did you mean 'entity'? have: entity, role, group, value"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldWithItsPlace(ForeignGrammar tool, String text, String message) {
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> tool.read(Source.of(Path.of("g"), text)))
                .withMessage(message);
    }
}
