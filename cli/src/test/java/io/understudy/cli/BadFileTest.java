package io.understudy.cli;

import static io.understudy.cli.Mistake.FORMATS;
import static io.understudy.cli.Mistake.JSONL;
import static io.understudy.cli.Mistake.WRITTEN;
import static io.understudy.cli.Mistake.bad;
import static io.understudy.cli.Mistake.base64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told of a file that cannot be used; and with which exit code. */
class BadFileTest {

    @TempDir
    Path folder;

    static Stream<Mistake> files() {
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
                        "a model cut short, before anything is read: the corpus is broken too",
                        "generate $/a.jsonl --model $/m -o $/out",
                        2,
                        "$/m/model.onnx: is no whole ONNX model; it may be cut short or be of another kind, fetch it again",
                        "a.jsonl",
                        "{",
                        "m/genai_config.json",
                        "{\"model\": {\"decoder\": {\"filename\": \"model.onnx\"}}}",
                        "m/tokenizer.json",
                        "{\"model\": {\"type\": \"BPE\", \"vocab\": {}, \"merges\": []}}",
                        "m/model.onnx",
                        "ir"),
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isToldInOneSentence(Mistake mistake) throws IOException {
        mistake.check(folder);
    }
}
