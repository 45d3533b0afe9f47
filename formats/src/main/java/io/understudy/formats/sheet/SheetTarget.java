package io.understudy.formats.sheet;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.format.Json;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes rows as they come, with the strings in their cells: a list of strings apart would have to be held until the
 * end. The same bytes whenever they are packed.
 */
final class SheetTarget implements PushWriter.Target {

    /** Excel's. */
    private static final int CELL = 32_767;

    private static final int ROWS = 1_048_576;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final StringBuilder line = new StringBuilder();
    private final OutputStream out;
    private int rows;

    SheetTarget(OutputStream out) throws IOException {
        this.out = out;
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/><Override"
                        + " PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                        + "worksheet+xml\"/></Types>");
        part("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"corpus\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        begin("xl/worksheets/sheet1.xml");
        print(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        row(XlsxFormat.COLUMNS.toArray(new String[0]));
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole(example);
        String markup = example.annotated().mentions().isEmpty() ? "" : Markup.write(example.annotated());
        String[] cells = {
            CellText.escape(example.id()),
            CellText.escape(example.intent().orElse("")),
            CellText.escape(example.text()),
            CellText.escape(markup)
        };
        for (String cell : cells) {
            if (cell.length() > CELL) {
                throw new IllegalArgumentException("example '" + Json.brief(example.id()) + "' has a text of "
                        + cell.length() + " characters; a cell holds " + CELL + "; use --to jsonl");
            }
        }
        if (rows >= ROWS) {
            throw new IllegalArgumentException(
                    "more than %,d examples, which one sheet cannot hold; use --to csv".formatted(ROWS - 1));
        }
        row(cells);
    }

    private void row(String... cells) throws IOException {
        rows++;
        line.setLength(0);
        line.append("<row r=\"").append(rows).append("\">");
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                line.append("<c r=\"").append((char) ('A' + i)).append(rows);
                line.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                CellText.appendXml(line, cells[i]);
                line.append("</t></is></c>");
            }
        }
        print(line.append("</row>"));
    }

    @Override
    public void finish() throws IOException {
        print("</sheetData></worksheet>");
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        print(XML + content);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry part = new ZipEntry(name);
        part.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(part);
    }

    private void print(CharSequence text) throws IOException {
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the zip, which would end itself. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
