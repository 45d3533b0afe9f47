package io.understudy.formats.sheet;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Ids;
import io.understudy.core.format.Json;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.XmlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet row by row from a copy of the file. That it is no bomb is seen before the library unpacks it.
 */
final class SheetRows implements PullReader.Source {

    /** Bytes of all parts together, unpacked. */
    private static final long UNPACKED = 1L << 30;

    private static final int RATIO = 200;
    private static final long SMALL = 1 << 20;
    private static final int PARTS = 10_000;

    /** Of the table of shared strings, which the library fills up to whatever number a cell asks for. */
    private static final int SHARED = 1 << 24;

    private final InputStream in;
    private final String file;
    private final Ids ids = new Ids();
    private final Dropped dropped = new Dropped();
    private Path copy;
    private long size;
    private ReadableWorkbook workbook;
    private Stream<Row> stream;
    private Iterator<Row> rows;
    private List<String> header = List.of();

    SheetRows(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (copy == null) {
            copy = Files.createTempFile("understudy-", ".xlsx");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            size = Files.size(copy);
        }
        try {
            if (rows == null) {
                begin();
            }
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> cells = cells(row);
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (!header.isEmpty()) {
                    return Optional.of(example(cells, row.getRowNum()));
                }
                header = header(cells);
            }
            return Optional.empty();
        } catch (BadDataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Of the library, which reads a file of our own.
            throw wrong(0, "is no Excel workbook (.xlsx), or a damaged one");
        }
    }

    private void begin() throws IOException {
        refuseBombs();
        workbook = new ReadableWorkbook(copy.toFile());
        dropped.count("sheets other than the first", workbook.getSheets().count() - 1);
        stream = workbook.getFirstSheet().openStream();
        rows = stream.iterator();
    }

    /** The parts are unpacked once, to nowhere: what a zip says of its sizes need not be true. */
    private void refuseBombs() throws IOException {
        long all = 0;
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            if (zip.size() > PARTS) {
                throw wrong(0, "has %,d parts; such workbooks are not read".formatted(zip.size()));
            }
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                try (InputStream content = zip.getInputStream(part)) {
                    all += unpacked(content, part.getCompressedSize(), UNPACKED - all);
                }
            }
            if (zip.getEntry("xl/sharedStrings.xml") != null) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    if (part.getName().startsWith("xl/worksheets/sheet")) {
                        refuseFarStrings(zip.getInputStream(part));
                    }
                }
            }
        } catch (ZipException e) {
            throw wrong(0, "is no Excel workbook (.xlsx), or a damaged one");
        }
    }

    private void refuseFarStrings(InputStream sheet) throws IOException {
        try (XmlDocument xml = new XmlDocument(sheet, file)) {
            boolean shared = false;
            boolean value = false;
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.event().getLocalName();
                    shared = name.equals("c") ? "s".equals(xml.event().getAttributeValue(null, "t")) : shared;
                    value = name.equals("v");
                } else if (shared && value && event == XMLStreamConstants.CHARACTERS) {
                    String number = xml.event().getText().strip();
                    if (number.length() > 8 || (number.matches("\\d{8}") && Integer.parseInt(number) >= SHARED)) {
                        throw wrong(
                                0,
                                "has a cell with the shared string " + Json.brief(number)
                                        + "; such workbooks are not read");
                    }
                }
            }
        }
    }

    private long unpacked(InputStream content, long packed, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        byte[] head = content.readNBytes(1 << 12);
        if (new String(head, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw wrong(0, "holds a document type (DOCTYPE); such XML is not read");
        }
        FarColumns far = new FarColumns();
        boolean isFar = far.in(head, head.length);
        long unpacked = head.length;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            unpacked += read;
            isFar |= far.in(buffer, read);
            if (unpacked > most || (unpacked > SMALL && unpacked / RATIO > packed)) {
                throw wrong(
                        0,
                        "unpacks to more than %d times its size, or more than 1 GB; such workbooks are not read"
                                .formatted(RATIO));
            }
        }
        if (isFar) {
            throw wrong(0, "has a cell in a column far behind Excel's last, XFD; such workbooks are not read");
        }
        return unpacked;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null ? "" : row.getCellText(i);
            if (cell != null && cell.getType() == CellType.FORMULA && text.isEmpty()) {
                throw wrong(
                        row.getRowNum(),
                        "cell " + cell.getAddress() + " is a formula without its value; expected a text, or a workbook"
                                + " that a spreadsheet has computed and saved");
            }
            cells.add(CellText.plain(text));
        }
        return cells;
    }

    private List<String> header(List<String> cells) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip();
            names.add(XlsxFormat.COLUMNS.stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .orElse(name));
        }
        if (!names.contains("text") && !names.contains("markup")) {
            throw wrong(1, "no column 'text' or 'markup' in the first row; expected id, intent, text");
        }
        dropped.count(
                "columns without a name", names.stream().filter(String::isEmpty).count());
        List<String> named = names.stream().filter(name -> !name.isEmpty()).toList();
        if (new HashSet<>(named).size() < named.size()) {
            throw wrong(1, "two columns of one name; expected a name of its own for each");
        }
        return names;
    }

    private Example example(List<String> cells, int number) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).isEmpty()) {
                row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
            }
        }
        try {
            String id = ids.claim(Optional.ofNullable(row.remove("id")).filter(name -> !name.isEmpty()), number);
            Optional<String> intent = Optional.ofNullable(row.remove("intent"));
            AnnotatedText annotated = annotated(
                    Optional.ofNullable(row.remove("text")),
                    Optional.ofNullable(row.remove("markup")).filter(cell -> !cell.isEmpty()));
            row.values().removeIf(String::isEmpty);
            row.replaceAll((name, cell) -> Json.quote(cell));
            return new Example(id, intent, annotated, new Original(Names.corpus(file), number), row);
        } catch (IllegalArgumentException e) {
            throw wrong(number, e.getMessage());
        }
    }

    private static AnnotatedText annotated(Optional<String> text, Optional<String> markup) {
        if (markup.isEmpty()) {
            return AnnotatedText.plain(text.orElse(""));
        }
        AnnotatedText annotated = Markup.read(markup.get());
        if (text.isPresent() && !text.get().equals(annotated.text())) {
            throw new IllegalArgumentException(
                    "the columns 'text' and 'markup' say different texts; expected the same, or one of the columns");
        }
        return annotated;
    }

    private BadDataException wrong(int row, String problem) {
        return new BadDataException(file, row, problem);
    }

    @Override
    public Map<String, Long> losses() {
        return dropped.counts();
    }

    /** All of it was copied before the first row. */
    @Override
    public long bytesRead() {
        return size;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            if (stream != null) {
                stream.close();
            }
            if (workbook != null) {
                workbook.close();
            }
        } finally {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
