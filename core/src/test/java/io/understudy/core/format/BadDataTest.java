package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong file gets one sentence with its place; messages are asserted whole. */
class BadDataTest {

    @TempDir
    Path folder;

    /** In the table: {@code ~} is a line break, {@code \} begins an escape of the JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|1: no key 'text'; expected an object such as {\"text\":\"...\",\"spans\":[]}",
                "{\"text\":\"a\"}~{\"text\":12}|2: 'text' is a number; expected a string",
                "{\"text\":null}|1: 'text' is null; expected a string",
                "{\"text\":\"a\",\"id\":[]}|1: 'id' is a JSON array; expected a string",
                "{\"text\":\"a\",\"id\":\"\"}|1: id is empty",
                "{\"text\":\"a\",\"intent\":true}|1: 'intent' is true or false; expected a string",
                "{\"text\":\"a\",\"spans\":{}}|1: 'spans' is an object; expected an array",
                "{\"text\":\"a\",\"text\":\"b\"}|1: 'text' occurs twice",
                "{\"text\":\"a\",\"x\":1,\"x\":2}|1: 'x' occurs twice",
                "[{\"text\":\"a\"}]|1: a JSON array; expected one JSON object per line, such as {\"text\":\"...\"}",
                "\"a\"|1: a string; expected one JSON object per line, such as {\"text\":\"...\"}",
                "{~\"text\":\"a\"}|1: the JSON object does not end on this line; expected one whole object per line",
                "{\"text\":\"a|1: the JSON object does not end on this line; expected one whole object per line",
                "{\"text\":\"a\"} {\"text\":\"b\"}|1: something follows the JSON object; expected one object per line",
                "{\"text\":\"a\"},|1: not JSON from byte 13 of the line on; expected one object per line",
                "~~{text:\"a\"}|3: not JSON from byte 2 of the line on; expected one object per line",
                "Ada lives in Oslo.|1: not JSON from byte 1 of the line on; expected one object per line",
                "{\"id\":\"a\",\"text\":\"\"}~{\"id\":\"a\",\"text\":\"\"}|2: duplicate id 'a'; expected an id of its own for each line",
                "{\"text\":\"\"}~{\"id\":\"1\",\"text\":\"\"}|2: duplicate id '1'; expected an id of its own for each line",
                "{\"id\":\"2\",\"text\":\"\"}~{\"text\":\"\"}|2: duplicate id '2'; expected an id of its own for each line",
                "{\"text\":\"\\ud83d\"}|1: 'text' holds half a surrogate pair (\\ud83d at UTF-16 unit 0), which UTF-8 cannot say",
                "{\"text\":\"a\",\"id\":\"\\ude00\"}|1: 'id' holds half a surrogate pair (\\ude00 at UTF-16 unit 0), which UTF-8 cannot say",
                "{\"text\":\"a\",\"provenance\":1}|1: 'provenance' is a number; expected an object",
                "{\"text\":\"a\",\"provenance\":{}}|1: 'provenance.origin' is missing; expected \"original\" or \"synthetic\"",
                "{\"text\":\"a\",\"provenance\":{\"origin\":\"x\"}}|1: 'provenance.origin' is something else; expected \"original\" or \"synthetic\"",
                "{\"text\":\"a\",\"provenance\":{\"origin\":\"synthetic\"}}|1: no key 'provenance.generator'; expected the name of what wrote the line",
                "{\"text\":\"a\",\"provenance\":{\"origin\":\"original\",\"line\":1.5}}|1: 'provenance.line' is a number with a fraction; expected a whole number",
            })
    void jsonl(String content, String message) throws IOException {
        assertMessage("jsonl", content.replace('~', '\n'), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|1: span 1 is a number; expected an object such as {\"start\":0,\"end\":3,\"label\":\"CITY\"}",
                "{\"start\":0,\"end\":1}|1: no key 'spans[1].label'",
                "{\"end\":1,\"label\":\"A\"}|1: no key 'spans[1].start'",
                "{\"start\":0,\"label\":\"A\"}|1: no key 'spans[1].end'",
                "{\"start\":\"0\",\"end\":1,\"label\":\"A\"}|1: 'spans[1].start' is a string; expected a whole number",
                "{\"start\":0.0,\"end\":1,\"label\":\"A\"}|1: 'spans[1].start' is a number with a fraction; expected a whole number",
                "{\"start\":-1,\"end\":1,\"label\":\"A\"}|1: 'spans[1].start' is below 0; expected an offset",
                "{\"start\":0,\"end\":99999999999999999999,\"label\":\"A\"}|1: 'spans[1].end' is too large a number",
                "{\"start\":0,\"end\":9999999999,\"label\":\"A\"}|1: span 1 (A 0..2147483647) ends outside the text, which has 6 code points",
                "{\"start\":2,\"end\":7,\"label\":\"A\"}|1: span 1 (A 2..7) ends outside the text, which has 6 code points",
                "{\"start\":7,\"end\":8,\"label\":\"A\"}|1: span 1 (A 7..8) ends outside the text, which has 6 code points",
                "{\"start\":2,\"end\":2,\"label\":\"A\"}|1: span 1 (A 2..2) is empty; expected end > start",
                "{\"start\":3,\"end\":2,\"label\":\"A\"}|1: span 1 (A 3..2) is empty; expected end > start",
                "{\"start\":2,\"end\":4,\"label\":\"A\"},{\"start\":0,\"end\":3,\"label\":\"B\"}|1: span 2 (B 0..3) and span 1 (A 2..4) overlap",
                "{\"start\":2,\"end\":4,\"label\":\"A\"},{\"start\":2,\"end\":4,\"label\":\"A\"}|1: span 1 (A 2..4) and span 2 (A 2..4) overlap",
                "{\"start\":0,\"end\":1,\"label\":\"\"}|1: label has 0 characters; expected 1 to 200",
                "{\"start\":0,\"end\":1,\"label\":\" A\"}|1: label ' A' begins or ends with a space",
                "{\"start\":0,\"end\":1,\"label\":\"A\\nB\"}|1: label holds a control character",
                "{\"start\":0,\"end\":1,\"label\":7}|1: 'spans[1].label' is a number; expected a string",
                "{\"start\":0,\"end\":1,\"label\":\"A\",\"role\":7}|1: 'spans[1].role' is a number; expected a string",
                "{\"start\":0,\"start\":0,\"end\":1,\"label\":\"A\"}|1: 'spans[1].start' occurs twice",
            })
    void spans(String spans, String message) throws IOException {
        assertMessage("jsonl", "{\"text\":\"é😀 Ada\",\"spans\":[" + spans + "]}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF16|1|2|1: span 1 (A 1..2) cuts a character in two; are its offsets in UTF-16 units? --offsets says so",
                "UTF16|2|4|1: span 1 (A 2..4) cuts a character in two; are its offsets in UTF-16 units? --offsets says so",
                "UTF16|4|8|1: span 1 (A 4..8) ends outside the text, which has 7 UTF-16 units",
                "BYTE|1|2|1: span 1 (A 1..2) cuts a character in two; are its offsets in bytes? --offsets says so",
                "BYTE|7|11|1: span 1 (A 7..11) ends outside the text, which has 10 bytes",
                "TOKEN|2|4|1: span 1 (A 2..4) ends outside the text, which has 3 tokens",
            })
    void offsets(OffsetUnit unit, int start, int end, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("in.jsonl"),
                "{\"text\":\"é😀 Ada\",\"spans\":[{\"start\":%d,\"end\":%d,\"label\":\"A\"}]}".formatted(start, end));
        assertMessage(file, "in.jsonl:" + message, new FormatOptions(RecordUnit.LINE, Optional.of(unit)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "csv|id,intent~1,a|1: no column 'text' or 'markup' in the header; expected a first line such as id,intent,text",
                "csv|id;text~1;a|1: no column 'text' or 'markup' in the header; expected a first line such as id,intent,text",
                "csv|id,text,text~1,a,b|1: two columns of one name in the header; expected a name of its own for each",
                "csv|id,text~1,a~~2|4: 1 cells; the header has 2 columns",
                "csv|id,text~1,a,b|2: 3 cells; the header has 2 columns",
                "csv|id,text~1,a~1,b|3: duplicate id '1'; expected an id of its own for each line",
                "csv|id,text~1,\"a|2: not CSV: a quoted cell is not closed, or something follows its closing quote",
                "csv|id,text~1,\"a\"b~|2: not CSV: a quoted cell is not closed, or something follows its closing quote",
                "csv|id,markup~1,[Ada](PERSON~|2: in 'markup', column 1: '[' begins a mention whose label is not closed with ')'",
                "csv|text,markup~Bo,[Ada](P)~|2: the columns 'text' and 'markup' say different texts; expected the same, or one of the columns",
                "conll|Ada~|1: 1 column; expected a token and its tag, parted by a tab or a space",
                "conll|Ada PER~|1: tag 'PER' in the last column; expected O, or B-, I-, L-, U-, E- or S- and a label",
                "conll|a O~Ada B-~|2: tag 'B-' in the last column; expected O, or B-, I-, L-, U-, E- or S- and a label",
                "conll|a O~\tB-X~|2: the token in the first column is empty",
                "conll|# id = a~a O~~# id = a~b O~|4: duplicate id 'a'; expected an id of its own for each line",
                "conll|a O~~# id = 1~b O~|3: duplicate id '1'; expected an id of its own for each line",
                "conll|# id = a~# id = b~|2: comment 'id' occurs twice",
                "conll|~# text = Ada Byrne~Ada O~|2: the text that the comment gives goes on after the last token; expected a token for each word",
                "conll|# text = Ada~Ada O~Byrne O~|3: this token does not come next in the text that the comment gives; expected the text's own words",
                "markup|a~[Ada]~|2: column 1: '[' does not begin [surface](LABEL); write \\[ for a bracket of the text",
                "markup|a]~|1: column 2: ']' closes nothing; write \\] for a bracket of the text",
                "markup|[a [b](X)](Y)~|1: column 4: '[' inside a mention; mentions do not nest, write \\[ for a bracket of the text",
                "markup|[](X)~|1: column 1: the mention has an empty surface",
                "markup|[a]()~|1: column 1: label has 0 characters; expected 1 to 200",
                "markup|a\\~|1: column 2: a backslash ends the line; write \\\\ for a backslash of the text",
            })
    void otherFormats(String extension, String content, String message) throws IOException {
        assertMessage(extension, content.replace('~', '\n').replace("\\t", "\t"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "61 0a 62 ff 63|:2: byte 0xff (byte 3 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                "c3 a9 0a e9 74|:2: byte 0xe9 (byte 3 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                "c0 80|:1: byte 0xc0 (byte 0 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                "ed a0 bd ed b8 80|:1: byte 0xed (byte 0 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                "f4 90 80 80|:1: byte 0xf4 (byte 0 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                "61 f0 9f 98|:1: byte 0xf0 (byte 1 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)",
                "61 0a 00 62|:2: holds a NUL byte (byte 2 of the file); looks like a binary file, expected text in UTF-8",
                "ff fe 61 00|: is UTF-16; expected UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)",
                "fe ff 00 61|: is UTF-16; expected UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)",
                "ff fe 00 00|: is UTF-32; expected UTF-8 (iconv -f UTF-32 -t UTF-8 converts it)",
                "00 00 fe ff|: is UTF-32; expected UTF-8 (iconv -f UTF-32 -t UTF-8 converts it)",
                "''|: is empty",
                "ef bb bf|: is empty",
                "1f 8b|: the gzip data ends early; the file was cut off",
                "1f 8b 00 00 00 00 00 00 00 00|: the gzip data is damaged",
            })
    void bytes(String bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("in.txt"), hex(bytes));
        assertMessage(file, "in.txt" + message, FormatOptions.DEFAULT);
        FormatOptions whole = new FormatOptions(RecordUnit.FILE, Optional.empty());
        assertMessage(file, "in.txt" + message, whole);
    }

    @Test
    void aBrokenByteIsFoundFarDownTheFile() throws IOException {
        byte[] bytes = "Ada lives in Oslo.\n".repeat(20_000).getBytes(Charset.forName("ISO-8859-1"));
        bytes[19 * 12_345 + 7] = (byte) 0xe9;
        Path file = Files.write(folder.resolve("in.txt"), bytes);
        assertMessage(
                file,
                "in.txt:12346: byte 0xe9 (byte 234562 of the file) is not UTF-8; expected text in UTF-8"
                        + " (iconv converts it)",
                FormatOptions.DEFAULT);
    }

    @Test
    void aGzipFileThatWasCutOffIsOneError() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            for (int i = 0; i < 50_000; i++) {
                gzip.write(("line " + i * 31 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = folder.resolve("in.txt.gz");
        for (int length : new int[] {11, 1000, whole.size() / 2, whole.size() - 1}) {
            Files.write(file, Arrays.copyOf(whole.toByteArray(), length));
            assertMessage(file, "in.txt.gz: the gzip data ends early; the file was cut off", FormatOptions.DEFAULT);
        }
        byte[] damaged = whole.toByteArray();
        damaged[damaged.length - 5] ^= 1;
        Files.write(file, damaged);
        assertMessage(file, "in.txt.gz: the gzip data is damaged", FormatOptions.DEFAULT);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertMessage("jsonl", deep, "1: the JSON is nested too deeply, or a name or number in it is too long");
    }

    @Test
    void theMistakeIsFoundAfterTheLinesBeforeItWereRead() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\n");
        for (boolean ahead : new boolean[] {false, true}) {
            CorpusReader opened = Corpus.open(file.toString(), Optional.empty(), FormatOptions.DEFAULT);
            try (CorpusReader reader = ahead ? Corpus.readAhead(opened) : opened) {
                assertThat(reader.next().text()).isEqualTo("a");
                assertThat(reader.next().text()).isEqualTo("b");
                assertThatThrownBy(reader::hasNext)
                        .isInstanceOfSatisfying(
                                BadDataException.class,
                                e -> assertThat(e.line()).isEqualTo(3));
            }
        }
    }

    private void assertMessage(String extension, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("in." + extension), content);
        assertMessage(file, "in." + extension + ":" + message, FormatOptions.DEFAULT);
    }

    private void assertMessage(Path file, String message, FormatOptions options) {
        assertThatThrownBy(() -> {
                    try (CorpusReader reader = Corpus.open(file.toString(), Optional.empty(), options)) {
                        reader.forEachRemaining(example -> {});
                    }
                })
                .isInstanceOf(BadDataException.class)
                .hasMessage(folder + "/" + message);
    }

    private static byte[] hex(String bytes) {
        return java.util.HexFormat.of().parseHex(bytes.replace(" ", ""));
    }
}
