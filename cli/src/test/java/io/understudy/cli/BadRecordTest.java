package io.understudy.cli;

import static io.understudy.cli.Mistake.JSONL;
import static io.understudy.cli.Mistake.bad;
import static io.understudy.cli.Mistake.spans;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told of a record that cannot be used; and with which exit code. */
class BadRecordTest {

    @TempDir
    Path folder;

    static Stream<Mistake> records() {
        return Stream.of(
                bad(
                        "a line that is no JSON",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:2: not JSON from byte 1 of the line on; expected one object per line",
                        "a.jsonl",
                        JSONL + "Ada is here.\n"),
                bad(
                        "a line cut off",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:2: the JSON object does not end on this line; expected one whole object per line",
                        "a.jsonl",
                        JSONL + "{\"text\":\"Ada"),
                bad(
                        "an array",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: a JSON array; expected one JSON object per line, such as {\"text\":\"...\"}",
                        "a.jsonl",
                        "[" + JSONL.strip() + "]\n"),
                bad(
                        "no text",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: no key 'text'; expected an object such as {\"text\":\"...\",\"spans\":[]}",
                        "a.jsonl",
                        "{\"txt\":\"Ada\"}\n"),
                bad(
                        "a text that is a number",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: 'text' is a number; expected a string",
                        "a.jsonl",
                        "{\"text\":7}\n"),
                bad(
                        "a span outside",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: span 1 (A 0..13) ends outside the text, which has 12 code points",
                        "a.jsonl",
                        spans("{\"start\":0,\"end\":13,\"label\":\"A\"}")),
                bad(
                        "a span before the text",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: 'spans[1].start' is below 0; expected an offset",
                        "a.jsonl",
                        spans("{\"start\":-1,\"end\":3,\"label\":\"A\"}")),
                bad(
                        "an empty span",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: span 1 (A 3..3) is empty; expected end > start",
                        "a.jsonl",
                        spans("{\"start\":3,\"end\":3,\"label\":\"A\"}")),
                bad(
                        "a span the wrong way round",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: span 1 (A 3..0) is empty; expected end > start",
                        "a.jsonl",
                        spans("{\"start\":3,\"end\":0,\"label\":\"A\"}")),
                bad(
                        "half a character",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: 'spans[1].start' is a number with a fraction; expected a whole number",
                        "a.jsonl",
                        spans("{\"start\":0.5,\"end\":3,\"label\":\"A\"}")),
                bad(
                        "overlapping spans",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: span 1 (A 0..3) and span 2 (B 2..5) overlap",
                        "a.jsonl",
                        spans("{\"start\":0,\"end\":3,\"label\":\"A\"},{\"start\":2,\"end\":5,\"label\":\"B\"}")),
                bad(
                        "a span that cuts a pair",
                        "convert $/a.jsonl $/b.csv --offsets utf16",
                        2,
                        "$/a.jsonl:1: span 1 (A 7..12) cuts a character in two; are its offsets in UTF-16 units? --offsets says so",
                        "a.jsonl",
                        spans("{\"start\":7,\"end\":12,\"label\":\"A\"}")),
                bad(
                        "a span that cuts a character's bytes",
                        "convert $/a.jsonl $/b.csv --offsets byte",
                        2,
                        "$/a.jsonl:1: span 1 (A 7..13) cuts a character in two; are its offsets in bytes? --offsets says so",
                        "a.jsonl",
                        spans("{\"start\":7,\"end\":13,\"label\":\"A\"}")),
                bad(
                        "a span without an end",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: no key 'spans[1].end'",
                        "a.jsonl",
                        spans("{\"start\":0,\"label\":\"A\"}")),
                bad(
                        "a span without a label",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: no key 'spans[1].label'",
                        "a.jsonl",
                        spans("{\"start\":0,\"end\":3}")),
                bad(
                        "a label of nothing",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: label has 0 characters; expected 1 to 200",
                        "a.jsonl",
                        spans("{\"start\":0,\"end\":3,\"label\":\"\"}")),
                bad(
                        "spans that are no list",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: 'spans' is a number; expected an array",
                        "a.jsonl",
                        "{\"text\":\"Ada\",\"spans\":3}\n"),
                bad(
                        "an id twice",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:2: duplicate id 'x'; expected an id of its own for each line",
                        "a.jsonl",
                        "{\"id\":\"x\",\"text\":\"a\"}\n{\"id\":\"x\",\"text\":\"b\"}\n"),
                bad(
                        "a key twice",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: 'text' occurs twice",
                        "a.jsonl",
                        "{\"text\":\"a\",\"text\":\"b\"}\n"),
                bad(
                        "half a surrogate pair",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: 'text' holds half a surrogate pair (\\ud83d at UTF-16 unit 1), which UTF-8 cannot say",
                        "a.jsonl",
                        "{\"text\":\"a\\ud83d\"}\n"),
                bad(
                        "a well of brackets",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: the JSON is nested too deeply, or a name or number in it is too long",
                        "a.jsonl",
                        "{\"text\":\"a\",\"x\":" + "[".repeat(5000)),
                bad(
                        "CSV without a text column",
                        "convert $/a.csv $/b.jsonl",
                        2,
                        "$/a.csv:1: no column 'text' or 'markup' in the header; expected a first line such as id,intent,text",
                        "a.csv",
                        "id,intent\n1,x\n"),
                bad(
                        "CSV with a quote left open",
                        "convert $/a.csv $/b.jsonl",
                        2,
                        "$/a.csv:3: not CSV: a quoted cell is not closed, or something follows its closing quote",
                        "a.csv",
                        "id,text\n1,\"Ada\n"),
                bad(
                        "CSV whose markup is broken",
                        "convert $/a.csv $/b.jsonl",
                        2,
                        "$/a.csv:2: in 'markup', column 1: '[' begins a mention whose label is not closed with ')'",
                        "a.csv",
                        "id,text,markup\n1,Ada,[Ada](\n"),
                bad(
                        "CSV whose markup says another text",
                        "convert $/a.csv $/b.jsonl",
                        2,
                        "$/a.csv:2: the columns 'text' and 'markup' say different texts; expected the same, or one of the columns",
                        "a.csv",
                        "id,text,markup\n1,Ada,[Bo](A)\n"),
                bad(
                        "CoNLL with a tag nobody knows",
                        "convert $/a.conll $/b.jsonl",
                        2,
                        "$/a.conll:2: tag 'X-PER' in the last column; expected O, or B-, I-, L-, U-, E- or S- and a label",
                        "a.conll",
                        "Ada\tB-PER\nis\tX-PER\n"),
                bad(
                        "CoNLL with one column",
                        "convert $/a.conll $/b.jsonl",
                        2,
                        "$/a.conll:2: 1 column; expected a token and its tag, parted by a tab or a space",
                        "a.conll",
                        "Ada\tB-PER\nis\n"),
                bad(
                        "markup left open",
                        "convert $/a.markup $/b.jsonl",
                        2,
                        "$/a.markup:1: column 19: '[' does not begin [surface](LABEL); write \\[ for a bracket of the text",
                        "a.markup",
                        "[Ada](PERSON) and [Bo\n"),
                bad(
                        "nothing that may be used",
                        "generate $/a.jsonl -o $/out --private",
                        2,
                        "none of 1 carrier phrases may be used: few_sources 1; give more records or label more names in them, ask for fewer sources than 5, or allow verbatim lines",
                        "a.jsonl",
                        JSONL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void isToldInOneSentence(Mistake mistake) throws IOException {
        mistake.check(folder);
    }
}
