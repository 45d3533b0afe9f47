package io.understudy.core.format.annotation;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Span;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Ids;
import io.understudy.core.format.Json;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.Utf8Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sentence by sentence. Labels are the values of the named-entity layer, or, where there is none, of the span
 * layers that are the user's own; a label without a value is named after its layer.
 */
final class WebAnnoReader implements PullReader.Source {

    private static final String SPAN_LAYER = "#T_SP=";
    private static final String ENTITY_LAYER = ".NamedEntity";
    /** A value, of which escaped characters are two, and the number of its label. */
    private static final Pattern NUMBERED = Pattern.compile("((?:[^\\\\\\[]|\\\\.)*+)\\[(\\d{1,9})]", Pattern.DOTALL);

    private static final Pattern STACKED = Pattern.compile("(?:[^\\\\|]|\\\\.)++", Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("(\\d{1,9})-(\\d{1,9})(?:\\.(\\d{1,9}))?");

    /**
     * A column with labels.
     *
     * @param identifier the column that says which entity is meant, or -1
     */
    private record Column(int index, String layer, int identifier) {}

    private final Utf8Lines lines;
    private final Ids ids = new Ids();
    private final List<Column> columns = new ArrayList<>();
    /** What the other columns say, in the words of a message. */
    private final Map<Integer, String> others = new LinkedHashMap<>();

    private final Dropped dropped = new Dropped();
    private int width = 3;
    private boolean begun;
    private boolean ahead;

    WebAnnoReader(Utf8Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!begun) {
            begun = true;
            header();
        }
        Sentence sentence = null;
        while (ahead || lines.next()) {
            ahead = false;
            String line = lines.text();
            if (line.isEmpty()) {
                if (sentence != null) {
                    break;
                }
                continue;
            }
            if (sentence == null) {
                sentence = new Sentence(lines.line());
            }
            if (line.startsWith("#") && !sentence.hasUnits()) {
                sentence.header(line);
            } else {
                sentence.unit(line);
            }
        }
        return Optional.ofNullable(sentence).map(Sentence::example);
    }

    private void header() throws IOException {
        if (!lines.next() || !lines.text().startsWith(WebAnnoFormat.HEADER)) {
            throw lines.wrong("no '" + WebAnnoFormat.HEADER + "3' on the first line; expected WebAnno TSV 3");
        }
        List<String> layers = new ArrayList<>();
        while (lines.next()) {
            String line = lines.text();
            if (!line.startsWith("#T_")) {
                ahead = !line.isEmpty();
                break;
            }
            layers.add(line);
        }
        boolean entities = layers.stream().anyMatch(layer -> name(layer).endsWith(ENTITY_LAYER));
        for (String layer : layers) {
            String[] parts = layer.split("\\|", -1);
            boolean own =
                    name(layer).startsWith("webanno.custom.") || name(layer).startsWith("custom.");
            boolean wanted =
                    layer.startsWith(SPAN_LAYER) && (entities ? name(layer).endsWith(ENTITY_LAYER) : own);
            int value = Math.max(1, List.of(parts).indexOf("value"));
            int identifier = List.of(parts).indexOf("identifier");
            int read = width + (parts.length > 1 ? value - 1 : 0);
            boolean identified = wanted && identifier > 0 && identifier != value;
            if (wanted) {
                columns.add(new Column(read, shortName(layer), identified ? width + identifier - 1 : -1));
            }
            for (int i = 0; i < Math.max(1, parts.length - 1); i++) {
                if (!wanted || (width + i != read && (!identified || i != identifier - 1))) {
                    others.put(width + i, "cells of the layer " + layerAndFeature(layer, parts, i + 1));
                }
            }
            width += Math.max(1, parts.length - 1);
        }
    }

    private static String name(String layer) {
        String name = layer.substring(layer.indexOf('=') + 1);
        return name.indexOf('|') < 0 ? name : name.substring(0, name.indexOf('|'));
    }

    private static String layerAndFeature(String layer, String[] parts, int index) {
        String name = Json.brief(shortName(layer));
        return index < parts.length ? name + " (" + Json.brief(parts[index]) + ")" : name;
    }

    private static String shortName(String layer) {
        return name(layer).substring(name(layer).lastIndexOf('.') + 1);
    }

    @Override
    public Map<String, Long> losses() {
        return dropped.counts();
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** A label over several words, while they come in. */
    private static final class Run {
        private final String name;
        private final Optional<String> identifier;
        private final int start;
        private int end;

        Run(String name, Optional<String> identifier, int start) {
            this.name = name;
            this.identifier = identifier;
            this.start = start;
        }
    }

    private final class Sentence {
        private final long first;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Run> numbered = new LinkedHashMap<>();
        private final List<Mark> single = new ArrayList<>();
        private Optional<String> id = Optional.empty();
        private int texts;
        private int base = -1;

        Sentence(long first) {
            this.first = first;
        }

        boolean hasUnits() {
            return base >= 0;
        }

        void header(String line) {
            if (line.startsWith("#Text=")) {
                text.append(texts++ > 0 ? "\n" : "").append(WebAnnoEscapes.plainText(line.substring(6)));
            } else if (line.startsWith("#Sentence.id=")) {
                id = Optional.of(WebAnnoEscapes.plainText(line.substring(13)));
            } else {
                dropped.count("comments");
            }
        }

        void unit(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length < width) {
                throw lines.wrong(
                        "%d columns; the header has %d: expected a number, offsets, a word and its labels, parted by tabs"
                                .formatted(cells.length, width));
            }
            Matcher bounds = UNIT.matcher(cells[1]);
            if (!UNIT.matcher(cells[0]).matches() || !bounds.matches()) {
                throw lines.wrong("no word number and offsets such as 1-1 and 0-3 in the first two columns");
            }
            if (texts == 0) {
                throw lines.wrong("a word without a sentence; expected a line #Text= first");
            }
            int begin = Integer.parseInt(bounds.group(1));
            base = base < 0 ? begin : base;
            int start = begin - base;
            int end = Integer.parseInt(bounds.group(2)) - base;
            if (start < 0 || end <= start || end > text.length()) {
                throw lines.wrong("offsets %s lie outside the sentence, which has %d UTF-16 units from %d on"
                        .formatted(cells[1], text.length(), base));
            }
            if (!text.substring(start, end).equals(cells[2])) {
                throw lines.wrong("offsets %s do not cut the word of this line out of the text; expected UTF-16 units"
                        .formatted(cells[1]));
            }
            for (Column column : columns) {
                if (!cells[column.index].equals("_")) {
                    List<String> identifiers = column.identifier < 0 ? List.of() : stack(cells[column.identifier]);
                    List<String> labels = stack(cells[column.index]);
                    for (int i = 0; i < labels.size(); i++) {
                        boolean paired = identifiers.size() == labels.size();
                        label(labels.get(i), paired ? identifiers.get(i) : "", column, start, end);
                    }
                }
            }
            others.forEach((column, what) -> dropped.count(what, cells[column].matches("_|\\*(?:\\[\\d+])?") ? 0 : 1));
        }

        private List<String> stack(String cell) {
            return STACKED.matcher(cell).results().map(MatchResult::group).toList();
        }

        private void label(String cell, String identifier, Column column, int start, int end) {
            Matcher matcher = NUMBERED.matcher(cell);
            boolean isNumbered = matcher.matches();
            String value = isNumbered ? matcher.group(1) : cell;
            String name = value.equals("*") ? column.layer : WebAnnoEscapes.plainValue(value);
            Matcher same = NUMBERED.matcher(identifier);
            String means = same.matches() ? same.group(1) : identifier;
            Optional<String> entity = Optional.of(means)
                    .filter(each -> !each.isEmpty() && !each.equals("*") && !each.equals("_"))
                    .map(WebAnnoEscapes::plainValue);
            if (!isNumbered || matcher.group(2).equals("0")) {
                single.add(mark(name, entity, start, end));
                return;
            }
            Run bounds = numbered.computeIfAbsent(
                    column.index + " " + matcher.group(2) + " " + name, key -> new Run(name, entity, start));
            bounds.end = Math.max(bounds.end, end);
        }

        private Mark mark(String name, Optional<String> identifier, int start, int end) {
            try {
                Details details = identifier
                        .map(each -> new Details(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(WebAnnoFormat.IDENTIFIER, Json.quote(each))))
                        .orElse(Details.NONE);
                return new Mark(List.of(new Span(start, end)), new Label(name), details);
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }

        Example example() {
            List<Mark> marks = new ArrayList<>(single);
            numbered.values().forEach(each -> marks.add(mark(each.name, each.identifier, each.start, each.end)));
            Mark.Parted parted = Mark.part(marks);
            try {
                return new Example(
                        ids.claim(id.filter(name -> !name.isEmpty()), first),
                        Optional.empty(),
                        new AnnotatedText(text.toString(), parted.mentions()),
                        new Original(Names.corpus(lines.file()), first),
                        Map.of(),
                        parted.marks());
            } catch (IllegalArgumentException e) {
                throw lines.wrongAt(first, e.getMessage());
            }
        }
    }
}
