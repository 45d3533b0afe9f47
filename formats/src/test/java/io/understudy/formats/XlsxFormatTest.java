package io.understudy.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat;
import io.understudy.formats.sheet.XlsxFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFormatTest extends BinaryContract {

    @Override
    protected CorpusFormat format() {
        return new XlsxFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return example.text().length() < 10_000;
    }

    /** A cell is full long before. */
    @Override
    protected int longLine() {
        return 10;
    }

    @Test
    void theSameExamplesAreTheSameBytes() throws IOException {
        List<Example> corpus = List.of(plain("=1+1"), plain("_x0041_\r\n\u0001"));
        assertThat(write(corpus)).isEqualTo(write(corpus));
        assertThat(read(new ByteArrayInputStream(write(corpus.subList(1, 2))))
                        .get(0)
                        .text())
                .isEqualTo("_x0041_\r\n\u0001");
    }

    @Test
    void bombsAndEntitiesAreRefused() throws IOException {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(zip("xl/sharedStrings.xml", 50, ""))))
                .hasMessage("in.x: unpacks to more than 200 times its size, or more than 1 GB; such workbooks are not"
                        + " read");
        assertThatThrownBy(() ->
                        read(new ByteArrayInputStream(zip("xl/workbook.xml", 0, "<!DOCTYPE a [<!ENTITY b 'c'>]>"))))
                .hasMessage("in.x: holds a document type (DOCTYPE); such XML is not read");
        assertThatThrownBy(() -> read("no zip")).hasMessage("in.x: is no Excel workbook (.xlsx), or a damaged one");
    }

    @Test
    void aFormulaWithoutItsValueIsTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("sheet");
            sheet.value(0, 0, "text");
            sheet.value(1, 0, "=1+1 as a text");
            sheet.formula(2, 0, "A1");
        }
        assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes.toByteArray())))
                .hasMessage("in.x:3: cell A3 is a formula without its value; expected a text, or a workbook that a"
                        + " spreadsheet has computed and saved");
    }

    /** The library would fill its table of strings up to there. */
    @Test
    void aStringThatIsFarBehindTheLastIsRefused() throws IOException {
        MemoryFiles changed = changed("inlineStr\"><is>.*?</is>", "s\"><v>16777216</v>");
        changed.create("xl/sharedStrings.xml").close();
        assertThatThrownBy(() -> read(new ByteArrayInputStream(changed.zip())))
                .hasMessage("in.x: has a cell with the shared string 16777216; such workbooks are not read");
    }

    private MemoryFiles changed(String pattern, String replacement) throws IOException {
        MemoryFiles parts = MemoryFiles.unzipped(write(List.of(plain("Ada"))));
        MemoryFiles changed = new MemoryFiles();
        for (String name : parts.names()) {
            String part = new String(parts.open(name).readAllBytes(), StandardCharsets.UTF_8);
            try (OutputStream out = changed.create(name)) {
                out.write(part.replaceFirst(pattern, replacement).getBytes(StandardCharsets.UTF_8));
            }
        }
        return changed;
    }

    /** The library would make room for 475,254 columns and more, in every row. */
    @ParameterizedTest
    @ValueSource(strings = {" r=\"AAAA1\"", " r = 'ZZZZZZ1'", "\n\tr=\"zzzz1\""})
    void aCellInAColumnThatExcelDoesNotHaveIsRefused(String place) throws IOException {
        MemoryFiles changed = changed(" r=\"B1\"", Matcher.quoteReplacement(place));
        assertThatThrownBy(() -> read(new ByteArrayInputStream(changed.zip())))
                .hasMessage("in.x: has a cell in a column far behind Excel's last, XFD; such workbooks are not read");
    }

    @Test
    void whatATextSaysOfColumnsIsAText() throws IOException {
        String text = "<c r=\"AAAAA1\"> and r='BBBBB2'";
        assertThat(read(new ByteArrayInputStream(write(List.of(plain(text))))))
                .extracting(Example::text)
                .containsExactly(text);
    }

    /** The library reports it as if the disk were at fault. */
    @Test
    void aPartThatIsNoXmlIsRefused() throws IOException {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(zip("[Content_Types].xml", 0, "<a"))))
                .hasMessage("in.x: is no Excel workbook (.xlsx), or a damaged one");
    }

    private static byte[] zip(String name, int megabytes, String head) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1 << 20]);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
