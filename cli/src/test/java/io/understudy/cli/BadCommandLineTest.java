package io.understudy.cli;

import static io.understudy.cli.Mistake.FORMATS;
import static io.understudy.cli.Mistake.JSONL;
import static io.understudy.cli.Mistake.bad;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Label;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told of a mistake on the command line; and with which exit code. */
class BadCommandLineTest {

    @TempDir
    Path folder;

    static Stream<Mistake> commandLines() {
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
                bad(
                        "batches of a provider that has none here",
                        "generate $/a.jsonl -o $/out --model openai:x --batch --dry-run",
                        2,
                        "--batch is for gemini:...; batches of openai are not known here; leave it out, and --concurrency"
                                + " says how many calls are made at once"),
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandLines")
    void isToldInOneSentence(Mistake mistake) throws IOException {
        mistake.check(folder);
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
}
