package io.understudy.formats.sheet;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.format.Json;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows; the library holds the sheet until the end. */
final class SheetTarget implements PushWriter.Target {

    /** Excel's. */
    private static final int CELL = 32_767;

    private static final int ROWS = 1_048_576;

    private final OutputStream out;
    private final ByteArrayOutputStream book = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(book, "Understudy", "1.0");
    private final Worksheet sheet = workbook.newWorksheet("corpus");
    private int row;

    SheetTarget(OutputStream out) {
        this.out = out;
        for (int i = 0; i < XlsxFormat.COLUMNS.size(); i++) {
            sheet.value(0, i, XlsxFormat.COLUMNS.get(i));
        }
    }

    @Override
    public void write(Example example) {
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
        if (row + 1 >= ROWS) {
            throw new IllegalArgumentException(
                    "more than %,d examples, which one sheet cannot hold; use --to csv".formatted(ROWS - 1));
        }
        row++;
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    /** The same bytes whenever they are packed: neither the clock of the parts nor the day of the workbook. */
    @Override
    public void finish() throws IOException {
        workbook.finish();
        Path packed = Files.createTempFile("understudy-", ".xlsx");
        try {
            Files.write(packed, book.toByteArray());
            ZipOutputStream zip = new ZipOutputStream(out);
            try (ZipFile parts = new ZipFile(packed.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    ZipEntry same = new ZipEntry(part.getName());
                    same.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                    zip.putNextEntry(same);
                    zip.write(content(parts, part));
                    zip.closeEntry();
                }
            }
            zip.finish();
        } finally {
            Files.deleteIfExists(packed);
        }
        out.flush();
    }

    private static byte[] content(ZipFile parts, ZipEntry part) throws IOException {
        byte[] content = parts.getInputStream(part).readAllBytes();
        return part.getName().equals("docProps/core.xml")
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", "2000-01-01T00:00:00Z")
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
