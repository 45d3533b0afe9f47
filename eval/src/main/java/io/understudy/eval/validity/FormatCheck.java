package io.understudy.eval.validity;

import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether lines can be handed on: written in each of our own formats and read again, what the format carries is what it
 * was. Other tools' formats are held to that by their tests; some of them need libraries that take seconds to load.
 */
public final class FormatCheck {

    private static final List<String> OWN = List.of("conll", "csv", "jsonl", "markup", "text");

    /** Lines tried in each format. */
    private static final int LINES = 100;

    private FormatCheck() {}

    /** By the format's name. Lines that a format says it cannot hold are not tried. */
    public static Map<String, ValidityCheck.Count> of(List<Example> lines) {
        Map<String, ValidityCheck.Count> counts = new LinkedHashMap<>();
        List<Example> some = lines.subList(0, Math.min(LINES, lines.size()));
        for (String name : OWN) {
            counts.put(name, check(Corpus.format(name), some));
        }
        return counts;
    }

    private static ValidityCheck.Count check(CorpusFormat format, List<Example> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Example> written = new ArrayList<>();
        try (CorpusWriter writer = Corpus.create(bytes, format, FormatOptions.DEFAULT)) {
            for (Example line : lines) {
                if (isHeld(format, line)) {
                    writer.write(line);
                    written.add(line);
                }
            }
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return new ValidityCheck.Count(lines.size(), (long) lines.size() - written.size());
        }
        return new ValidityCheck.Count(written.size(), changed(format, bytes.toByteArray(), written));
    }

    private static boolean isHeld(CorpusFormat format, Example line) {
        boolean breaks = line.text().contains("\n") || line.text().contains("\r");
        return !line.text().isBlank() && (!breaks || format.carries().contains(Part.LINE_BREAKS));
    }

    private static long changed(CorpusFormat format, byte[] bytes, List<Example> written) {
        int same = 0;
        try (CorpusReader reader = format.read(new ByteArrayInputStream(bytes), format.name(), FormatOptions.DEFAULT)) {
            for (Example line : written) {
                same += reader.hasNext() && isSame(format, line, reader.next()) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadDataException e) {
            // What cannot be read again is not what was written.
            return (long) written.size() - same;
        }
        return (long) written.size() - same;
    }

    private static boolean isSame(CorpusFormat format, Example written, Example read) {
        if (!format.carries().contains(Part.SPACING)) {
            return words(written).equals(words(read)) && mentions(format, written) == mentions(format, read);
        }
        return written.text().equals(read.text()) && mentions(format, written) == mentions(format, read);
    }

    private static String words(Example line) {
        return line.text().replaceAll("\\s+", "");
    }

    private static int mentions(CorpusFormat format, Example line) {
        return format.carries().contains(Part.SPANS)
                ? line.annotated().mentions().size()
                : 0;
    }
}
