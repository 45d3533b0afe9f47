package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatTest extends FormatContract {

    private static final String THREE_LINES = "Ada\r\n \nBo\nCy";

    @Override
    protected CorpusFormat format() {
        return new TextFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return !example.text().isBlank() && !TextWriter.hasBreak(example.text());
    }

    @Test
    void linesAreExamplesAndBlankOnesAreNot() throws IOException {
        List<Example> corpus = readAs(RecordUnit.LINE, THREE_LINES);
        assertThat(corpus).extracting(Example::text).containsExactly("Ada", "Bo", "Cy");
        assertThat(corpus).extracting(Example::id).containsExactly("notes-1", "notes-3", "notes-4");
        assertThat(corpus.get(1).provenance()).isEqualTo(new Original("notes.txt", 3));
    }

    @Test
    void paragraphsEndAtBlankLines() throws IOException {
        List<Example> corpus = readAs(RecordUnit.PARAGRAPH, THREE_LINES);
        assertThat(corpus).extracting(Example::text).containsExactly("Ada", "Bo\nCy");
        assertThat(corpus).extracting(Example::id).containsExactly("notes-1", "notes-3");
        assertThat(writeAs(RecordUnit.PARAGRAPH, corpus)).isEqualTo("Ada\n\nBo\nCy\n");
    }

    @Test
    void aFileIsOneExampleToTheByte() throws IOException {
        List<Example> corpus = readAs(RecordUnit.FILE, THREE_LINES);
        assertThat(corpus).extracting(Example::text).containsExactly(THREE_LINES);
        assertThat(writeAs(RecordUnit.FILE, corpus)).isEqualTo(THREE_LINES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINE|''|is blank, which plain text cannot tell from nothing",
                "LINE|' '|is blank, which plain text cannot tell from nothing",
                "LINE|a\\nb|holds a line break, which one line of text cannot hold",
                "LINE|a\\r|holds a line break, which one line of text cannot hold",
                "PARAGRAPH|a\\n\\nb|holds a blank line or a CR, which a paragraph cannot hold",
                "PARAGRAPH|a\\n|holds a blank line or a CR, which a paragraph cannot hold",
                "PARAGRAPH|a\\r\\nb|holds a blank line or a CR, which a paragraph cannot hold",
            })
    void whatWouldBeReadOtherwiseIsRefused(RecordUnit record, String text, String problem) {
        Example example = plain(text.translateEscapes());
        assertThatThrownBy(() -> writeAs(record, List.of(example)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text of example 'x' " + problem + "; use --to jsonl");
    }

    @Test
    void aSecondExampleInAFileThatIsOneIsRefused() {
        assertThatThrownBy(() -> writeAs(RecordUnit.FILE, List.of(plain("a"), plain("b"))))
                .hasMessage(
                        "the text of example 'x' is one more than a file that is one example can hold; use --to jsonl");
    }

    @Test
    void aTextThatBeginsWithAByteOrderMarkKeepsIt() throws IOException {
        assertThat(readAs(RecordUnit.LINE, writeAs(RecordUnit.LINE, List.of(plain("\ufeffAda")))))
                .extracting(Example::text)
                .containsExactly("\ufeffAda");
    }

    private List<Example> readAs(RecordUnit record, String content) throws IOException {
        List<Example> corpus = new ArrayList<>();
        format().read(
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        "in/notes.txt",
                        new FormatOptions(record, Optional.empty()))
                .forEachRemaining(corpus::add);
        return corpus;
    }

    private String writeAs(RecordUnit record, List<Example> corpus) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorpusWriter writer = format().write(out, new FormatOptions(record, Optional.empty()));
        for (Example example : corpus) {
            writer.write(example.withAnnotated(AnnotatedText.plain(example.text())));
        }
        writer.commit();
        return out.toString(StandardCharsets.UTF_8);
    }
}
