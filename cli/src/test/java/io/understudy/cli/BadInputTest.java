package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.core.Label;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told of a mistake, whole; that nothing is half-written; and with which exit code. */
class BadInputTest {

    private static final String FORMATS = names(format -> true);
    private static final String WRITTEN = names(CorpusFormat::writes);

    private static String names(Predicate<CorpusFormat> which) {
        return Corpus.formats().stream().filter(which).map(CorpusFormat::name).collect(Collectors.joining(", "));
    }

    @TempDir
    Path folder;

    /**
     * @param line the command line; {@code $} is the test's folder
     * @param files name and content, in turns; {@code base64:} before bytes, a name that ends in / is a folder
     */
    private record Case(String what, String line, int code, String message, List<String> files) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case bad(String what, String line, int code, String message, String... files) {
        return new Case(what, line, code, message, List.of(files));
    }

    private static final String JSONL =
            "{\"text\":\"Ada is here.\",\"spans\":[{\"start\":0,\"end\":3,\"label\":\"PERSON\"}]}\n";

    /** One record with these spans over a text of 12 characters, of which the last is outside the BMP. */
    private static String spans(String spans) {
        return "{\"text\":\"Ada is here\uD83D\uDE00\",\"spans\":[" + spans + "]}\n";
    }

    static Stream<Case> commandLines() {
        return Stream.of(
                bad("no verb", "", 2, "which verb? have: {verbs}"),
                bad(
                        "a verb with a slip",
                        "anotate $/a.txt",
                        2,
                        "unknown verb 'anotate'; did you mean 'annotate'? have: {verbs}"),
                bad("a verb from elsewhere", "frobnicate", 2, "unknown verb 'frobnicate'; have: {verbs}"),
                bad("a verb that is not there yet", "embroider $/a.txt", 2, "unknown verb 'embroider'; have: {verbs}"),
                bad(
                        "an option with a slip",
                        "generate $/a.jsonl -o $/out --sed 3",
                        2,
                        "unknown option '--sed'; did you mean '--seed'? have: {options}",
                        "a.jsonl",
                        JSONL),
                bad(
                        "an option with a slip and a value",
                        "annotate --frm=jsonl $/a.txt",
                        2,
                        "unknown option '--frm'; did you mean '--from'? have: {options}"),
                bad(
                        "a short option that is not there",
                        "annotate -x $/a.txt",
                        2,
                        "unknown option '-x'; have: {options}"),
                bad(
                        "an option of models where there is none",
                        "generate $/a.jsonl -o $/out --resume",
                        2,
                        "--resume says how a model writes, and none is given; expected --model PROVIDER:NAME (openai, "
                                + "anthropic, gemini, mistral, ollama) or --model DIR with a decoder"),
                bad("an option before any verb", "--seed 1", 2, "unknown option '--seed'; have: {options}"),
                bad(
                        "no input to generate from",
                        "generate -o $/out",
                        2,
                        "generate lacks INPUT; see understudy generate --help"),
                bad("no input to annotate", "annotate", 2, "annotate lacks INPUT; see understudy annotate --help"),
                bad(
                        "nowhere to generate to",
                        "generate $/a.jsonl",
                        2,
                        "generate lacks -o DIR, where to write; or give --preview",
                        "a.jsonl",
                        JSONL),
                bad(
                        "no output to convert to",
                        "convert $/a.jsonl",
                        2,
                        "convert lacks OUTPUT; see understudy convert --help",
                        "a.jsonl",
                        JSONL),
                bad("nothing to evaluate", "evaluate", 2, "evaluate lacks SYNTHETIC; see understudy evaluate --help"),
                bad(
                        "one argument too many",
                        "convert $/a.jsonl $/b.csv $/c.csv",
                        2,
                        "'$/c.csv' is one argument too many; see understudy convert --help",
                        "a.jsonl",
                        JSONL),
                bad(
                        "an argument for formats",
                        "formats all",
                        2,
                        "'all' is one argument too many; see understudy formats --help"),
                bad(
                        "a format to read with a slip",
                        "annotate $/a.txt --from conl",
                        2,
                        "--from: unknown format 'conl'; did you mean 'conll'? have: " + FORMATS),
                bad(
                        "a format to write with a slip",
                        "convert $/a.jsonl $/b --to josnl",
                        2,
                        "--to: unknown format 'josnl'; did you mean 'jsonl'? have: " + FORMATS,
                        "a.jsonl",
                        JSONL),
                bad(
                        "a format from elsewhere",
                        "convert $/a.jsonl $/b --to spreadsheet",
                        2,
                        "--to: unknown format 'spreadsheet'; have: " + FORMATS,
                        "a.jsonl",
                        JSONL),
                bad(
                        "a record unit with a slip",
                        "annotate $/a.txt --record lines",
                        2,
                        "--record: unknown record unit 'lines'; did you mean 'line'? have: line, paragraph, file"),
                bad(
                        "an offset unit from elsewhere",
                        "annotate $/a.txt --offsets grapheme",
                        2,
                        "--offsets: unknown offset unit 'grapheme'; have: codepoint, utf16, byte, token"),
                bad(
                        "a count that is no number",
                        "generate $/a.jsonl -o $/out -n ten",
                        2,
                        "--count: 'ten' is not a whole number of 1 or more"),
                bad(
                        "a count of none",
                        "generate $/a.jsonl -o $/out -n 0",
                        2,
                        "--count: '0' is not a whole number of 1 or more"),
                bad(
                        "a negative count",
                        "generate $/a.jsonl -o $/out -n -5",
                        2,
                        "--count: '-5' is not a whole number of 1 or more"),
                bad(
                        "a count too long for a number",
                        "generate $/a.jsonl -o $/out -n 99999999999999999999",
                        2,
                        "--count: '99999999999999999999' is not a whole number of 1 or more"),
                bad(
                        "no thread",
                        "annotate $/a.txt --threads 0",
                        2,
                        "--threads: '0' is not a whole number of 1 or more"),
                bad(
                        "a seed that is no number",
                        "generate $/a.jsonl -o $/out --seed lucky",
                        2,
                        "--seed: 'lucky' is not a whole number"),
                bad(
                        "two seeds",
                        "generate $/a.jsonl -o $/out --seed 1 --seed 2",
                        2,
                        "option '--seed' (N) should be specified only once"),
                bad(
                        "a seed left out",
                        "generate $/a.jsonl -o $/out --seed",
                        2,
                        "generate lacks --seed N; see understudy generate --help"),
                bad(
                        "a rename without =",
                        "annotate $/a.txt --map PERSON",
                        2,
                        "--map: 'PERSON' has no '='; expected FROM=TO"),
                bad(
                        "a rename of nothing",
                        "annotate $/a.txt --map =NAME",
                        2,
                        "--map: label has 0 characters; expected 1 to 200"),
                bad(
                        "a label renamed twice",
                        "annotate $/a.jsonl --map A=B --map A=C",
                        2,
                        "--map renames A twice",
                        "a.jsonl",
                        JSONL),
                bad(
                        "an empty label",
                        "annotate $/a.txt --labels A,,B",
                        2,
                        "--labels: label has 0 characters; expected 1 to 200"),
                bad(
                        "a label that no recognizer finds",
                        "annotate $/a.txt --labels UNICORN",
                        2,
                        "no recognizer finds any of the labels asked for; found are: "
                                + Recognizers.labels(RecognizerOptions.DEFAULT).stream()
                                        .map(Label::name)
                                        .collect(Collectors.joining(", ")),
                        "a.txt",
                        "Hi.\n"),
                bad(
                        "no source at all",
                        "generate $/a.jsonl -o $/out --min-sources 0",
                        2,
                        "--min-sources: '0' is not a whole number of 1 or more"),
                bad(
                        "a condition without a comparison",
                        "evaluate $/a.jsonl --fail-if leakage.hard",
                        2,
                        "'leakage.hard' is not a condition; expected PATH OP NUMBER with OP one of > >= < <= == !=, such as leakage.hard>0",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a condition with a slip",
                        "generate $/a.jsonl -n 1 -o $/out --fail-if leakage.hrad>0",
                        2,
                        "report.json has no number at 'leakage.hrad'; did you mean 'leakage.hard'?",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a preview of nothing",
                        "annotate $/a.txt --preview 0",
                        2,
                        "--preview: '0' is not a whole number of 1 or more"),
                bad(
                        "standard input twice",
                        "annotate - -",
                        2,
                        "'-' stands twice among the inputs; standard input can be read once"),
                bad(
                        "standard input twice in two roles",
                        "evaluate - --against -",
                        2,
                        "'-' stands twice among the inputs; standard input can be read once"),
                bad(
                        "a holdout of nothing",
                        "evaluate $/a.jsonl --holdout $/a.jsonl",
                        2,
                        "--holdout needs --against: it tells leakage of the original from chance",
                        "a.jsonl",
                        JSONL));
    }

    static Stream<Case> files() {
        return Stream.of(
                bad("a missing file", "annotate $/none.txt", 2, "$/none.txt: no such file"),
                bad(
                        "a number to preview that is none",
                        "annotate $/a.txt --preview=x",
                        2,
                        "--preview: 'x' is not a whole number of 1 or more",
                        "a.txt",
                        "Ada is here.\n"),
                bad(
                        "a device for no model",
                        "annotate $/a.txt --device cuda",
                        2,
                        "--device says where a --model runs, and none is given",
                        "a.txt",
                        "Ada is here.\n"),
                bad(
                        "a missing list of phrases",
                        "annotate $/a.txt --gazetteer ISLE=$/none.txt",
                        2,
                        "$/none.txt: no such file; expected one phrase a line",
                        "a.txt",
                        "Ada is here.\n"),
                bad(
                        "a folder to write a corpus to",
                        "convert $/a.jsonl $/b",
                        2,
                        "$/b: is a folder; expected the name of a file to write",
                        "a.jsonl",
                        JSONL,
                        "b/",
                        ""),
                bad(
                        "a job to standard output",
                        "generate $/a.jsonl -o -",
                        2,
                        "-o -: a job writes several files; expected the name of a folder",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a missing key",
                        "anonymize $/a.txt --key-file $/none.key -o $/out",
                        2,
                        "$/none.key: there is no such file; expected a key of random bytes",
                        "a.txt",
                        "Ada is here.\n"),
                bad(
                        "a missing mapping",
                        "anonymize --read-mapping $/none --passphrase-file $/words",
                        2,
                        "$/none: no such file; expected one that --mapping wrote",
                        "words",
                        "twelve letters or more\n"),
                bad(
                        "a grammar of nothing",
                        "grammar count $/a.grammar",
                        2,
                        "$/a.grammar: has no intent; expected a line such as: intent NAME",
                        "a.grammar",
                        ""),
                bad("a missing grammar", "grammar count $/none.grammar", 2, "$/none.grammar: no such file"),
                bad(
                        "more folds than templates",
                        "split $/a.jsonl --folds 3 -o $/out",
                        2,
                        "fold-2 would have no line: by template, 2 lines make 1 group that cannot be split; ask for fewer"
                                + " parts, or give another --by",
                        "a.jsonl",
                        JSONL + JSONL),
                bad(
                        "a missing original",
                        "evaluate $/a.jsonl --against $/none.jsonl",
                        2,
                        "$/none.jsonl: no such file",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a missing second file",
                        "generate $/a.jsonl $/none.jsonl -o $/out",
                        2,
                        "$/none.jsonl: no such file",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a folder for a file",
                        "annotate $/notes",
                        2,
                        "$/notes: is a folder; expected a file",
                        "notes/",
                        ""),
                bad("an empty file", "annotate $/a.txt", 2, "$/a.txt: is empty", "a.txt", ""),
                bad("a file of one byte order mark", "annotate $/a.txt", 2, "$/a.txt: is empty", "a.txt", "\uFEFF"),
                bad(
                        "a binary file",
                        "annotate $/a.txt",
                        2,
                        "$/a.txt:1: holds a NUL byte (byte 4 of the file); looks like a binary file, expected text in UTF-8",
                        "a.txt",
                        "PK\u0003\u0004\u0000\u0000"),
                bad(
                        "a binary file as JSONL",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: holds a NUL byte (byte 0 of the file); looks like a binary file, expected text in UTF-8",
                        "a.jsonl",
                        "\u0000\u0001\u0002"),
                bad(
                        "broken UTF-8",
                        "annotate $/a.txt",
                        2,
                        "$/a.txt:2: byte 0xc3 (byte 3 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                        "a.txt",
                        base64('o', 'k', '\n', 0xC3, 0x28, '\n')),
                bad(
                        "Latin-1",
                        "convert $/a.jsonl $/b.csv",
                        2,
                        "$/a.jsonl:1: byte 0xe9 (byte 2 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                        "a.jsonl",
                        base64('{', '"', 0xE9, '"', '}')),
                bad(
                        "UTF-16",
                        "annotate $/a.txt",
                        2,
                        "$/a.txt: is UTF-16; expected UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)",
                        "a.txt",
                        base64(0xFF, 0xFE, 'h', 0, 'i', 0)),
                bad(
                        "gzip cut off",
                        "annotate $/a.txt.gz",
                        2,
                        "$/a.txt.gz: the gzip data ends early; the file was cut off",
                        "a.txt.gz",
                        base64(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B)),
                bad(
                        "gzip damaged",
                        "annotate $/a.txt.gz",
                        2,
                        "$/a.txt.gz: the gzip data is damaged",
                        "a.txt.gz",
                        base64(0x1F, 0x8B, 9, 0, 0, 0, 0, 0, 0, 3, 0x4B)),
                bad(
                        "a format nobody can tell",
                        "annotate $/a.dat",
                        2,
                        "$/a.dat: cannot tell the format from the name or the first lines; say --from with one of: "
                                + FORMATS,
                        "a.dat",
                        "Hello there.\n"),
                bad(
                        "an output nobody can tell the format of",
                        "convert $/a.jsonl $/b.dat",
                        2,
                        "$/b.dat: cannot tell the format from the name; say --to with one of: " + WRITTEN,
                        "a.jsonl",
                        JSONL),
                bad(
                        "standard output has no extension",
                        "convert $/a.jsonl -",
                        2,
                        "standard output has no extension to tell its format by; give --to",
                        "a.jsonl",
                        JSONL),
                bad(
                        "an output in no folder",
                        "convert $/a.jsonl $/no/b.csv",
                        2,
                        "$/no/b.csv: its folder does not exist; make it first",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a folder for an output",
                        "convert $/a.jsonl $/b --to csv",
                        2,
                        "$/b: is a folder; expected the name of a file to write",
                        "a.jsonl",
                        JSONL,
                        "b/",
                        ""),
                bad(
                        "a file where the job's folder goes",
                        "generate $/a.jsonl -o $/out",
                        2,
                        "$/out: is a file; expected a folder, or a name that is free",
                        "a.jsonl",
                        JSONL,
                        "out",
                        "mine"),
                bad(
                        "a folder without a name",
                        "generate $/a.jsonl --out=",
                        2,
                        "--out is empty; expected the name of a folder",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a folder that is not empty",
                        "generate $/a.jsonl -o $/out",
                        2,
                        "$/out: folder is not empty; give --overwrite to replace what it holds, or another -o",
                        "a.jsonl",
                        JSONL,
                        "out/mine.txt",
                        "mine"),
                bad(
                        "a report's folder that is not empty",
                        "evaluate $/a.jsonl -o $/out",
                        2,
                        "$/out: folder is not empty; give --overwrite to replace what it holds, or another -o",
                        "a.jsonl",
                        JSONL,
                        "out/mine.txt",
                        "mine"),
                bad(
                        "a folder inside a file",
                        "generate $/a.jsonl -n 1 -o $/a.jsonl/out",
                        1,
                        "$/a.jsonl/out: Not a directory",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a full disk",
                        "convert $/a.jsonl /dev/full --to csv",
                        1,
                        "/dev/full: No space left on device",
                        "a.jsonl",
                        JSONL),
                bad(
                        "a file that cannot be read",
                        "convert /proc/self/mem $/b.csv --from jsonl",
                        1,
                        "/proc/self/mem: Input/output error"));
    }

    static Stream<Case> records() {
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
    @MethodSource("commandLines")
    void aMistakeOnTheCommandLineIsToldInOneSentence(Case mistake) throws IOException {
        check(mistake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileThatCannotBeUsedIsToldInOneSentence(Case mistake) throws IOException {
        check(mistake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void aRecordThatCannotBeUsedIsToldInOneSentence(Case mistake) throws IOException {
        check(mistake);
    }

    private void check(Case mistake) throws IOException {
        for (String device : List.of("/dev/full", "/proc/self/mem")) {
            assumeTrue(!mistake.line().contains(device) || Files.exists(Path.of(device)), "needs Linux's " + device);
        }
        for (int i = 0; i < mistake.files().size(); i += 2) {
            write(mistake.files().get(i), mistake.files().get(i + 1));
        }
        Map<String, String> before = content();
        String line = mistake.line().replace("$", folder.toString());
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));
        String message = run.err()
                .replace(folder.toString(), "$")
                .replaceAll("have: annotate(, [a-z]+)+", "have: {verbs}")
                .replaceAll("have: --[a-z-]+(, --[a-z-]+)+", "have: {options}");
        assertThat(message).isEqualTo("understudy: " + mistake.message() + System.lineSeparator());
        assertThat(run.code()).isEqualTo(mistake.code());
        assertThat(run.out()).isEmpty();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void theOptionsThatAMistakeIsAnsweredWithAreThoseOfTheVerb() {
        String told = Run.of("convert", "a", "b", "--frm", "csv").err();
        List<String> options = Arrays.stream(told.substring(told.indexOf("have: ") + "have: ".length())
                        .strip()
                        .split(", ", -1))
                .toList();
        String help = Run.of("convert", "--help").out();
        assertThat(options).isSorted().contains("--from", "--to", "--help").allMatch(help::contains);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith("/")) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        byte[] bytes = content.startsWith("base64:")
                ? Base64.getDecoder().decode(content.substring("base64:".length()))
                : content.getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
    }

    /** Every file and folder below the test's folder, hidden ones too. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                content.put(
                        folder.relativize(path).toString(),
                        Files.isDirectory(path) ? "folder" : Arrays.toString(Files.readAllBytes(path)));
            }
        }
        return content;
    }

    private static String base64(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return "base64:" + Base64.getEncoder().encodeToString(raw);
    }
}
