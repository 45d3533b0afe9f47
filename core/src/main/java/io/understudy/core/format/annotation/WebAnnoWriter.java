package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Span;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.Utf8Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes sentence by sentence; what runs on is the place in the document, and the number of the next long label. */
final class WebAnnoWriter implements PushWriter.Target {

    private final Utf8Output out;
    private final Losses losses;
    private boolean begun;
    private int sentence;
    private int number;
    private int offset;

    WebAnnoWriter(Utf8Output out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        String text = example.text();
        Utf8.requirePlain("text", text);
        Utf8.requirePlain("id", example.id());
        for (Mark label : example.labels()) {
            Utf8.requirePlain("label", label.label().name());
            identifier(label).ifPresent(each -> Utf8.requirePlain("identifier", each));
        }
        Tokens words = Tokens.of(text, List.of());
        if (words.tokens().isEmpty()) {
            throw new IllegalArgumentException("the text of example '" + Json.brief(example.id())
                    + "' has no word, and WebAnno has no sentence for that; use --to jsonl");
        }
        begin();
        int lead = words.tokens().get(0).start();
        StringBuilder lines = new StringBuilder();
        lines.append('\n')
                .append("#Sentence.id=")
                .append(WebAnnoEscapes.text(example.id()))
                .append('\n');
        for (String line : text.substring(lead).split("\n", -1)) {
            lines.append("#Text=").append(WebAnnoEscapes.text(line)).append('\n');
        }
        sentence++;
        units(example, words, offset - lead, lines);
        out.write(lines.toString());
        offset += text.length() - lead + 1;
        Tokens.of(text, example.annotated().mentions()).countSpaces(example, losses);
        if (example.labels().stream()
                .anyMatch(label -> label.details().extra().size()
                        > identifier(label).stream().count())) {
            losses.count(Part.SPAN_KEYS.words());
        }
        if (lead > 0) {
            losses.count("white space before the first word");
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.write(WebAnnoFormat.HEADER + "3\n" + WebAnnoFormat.LAYER + "\n\n");
        }
    }

    /** One line of the file: a word, or a part of one. */
    private record Unit(String id, int start, int end, List<String> identifiers, List<String> cells) {
        Unit(String id, int start, int end) {
            this(id, start, end, new ArrayList<>(), new ArrayList<>());
        }
    }

    private void units(Example example, Tokens words, int shift, StringBuilder lines) {
        List<Mark> labels = example.labels().stream()
                .filter(label -> !label.isDiscontinuous())
                .toList();
        Tokens parts = Tokens.cutAt(
                example.text(),
                labels.stream().map(label -> label.pieces().get(0)).toList());
        List<Unit> units = new ArrayList<>();
        int part = 0;
        for (int word = 0; word < words.tokens().size(); word++) {
            Tokens.Token whole = words.tokens().get(word);
            String id = sentence + "-" + (word + 1);
            units.add(new Unit(id, whole.start(), whole.end()));
            int nth = 0;
            while (part < parts.tokens().size() && parts.tokens().get(part).start() < whole.end()) {
                Tokens.Token each = parts.tokens().get(part++);
                if (each.start() > whole.start() || each.end() < whole.end()) {
                    units.add(new Unit(id + "." + ++nth, each.start(), each.end()));
                }
            }
        }
        for (Mark label : labels) {
            place(label, units);
        }
        for (Unit unit : units) {
            if (unit.id.indexOf('.') >= 0 && unit.cells.isEmpty()) {
                continue;
            }
            lines.append(unit.id)
                    .append('\t')
                    .append(unit.start + shift)
                    .append('-')
                    .append(unit.end + shift)
                    .append('\t')
                    .append(example.text(), unit.start, unit.end)
                    .append('\t');
            boolean none = unit.cells.isEmpty();
            lines.append(none ? "_" : String.join("|", unit.identifiers))
                    .append('\t')
                    .append(none ? "_" : String.join("|", unit.cells))
                    .append("\t\n");
        }
    }

    /** On the whole words that it covers, and on the parts of those that it begins or ends in. */
    private void place(Mark label, List<Unit> units) {
        Span span = label.pieces().get(0);
        List<Unit> covered = new ArrayList<>();
        int upTo = 0;
        for (int i = firstAt(units, span.start()); i < units.size() && units.get(i).start < span.end(); i++) {
            Unit unit = units.get(i);
            if (unit.start >= Math.max(span.start(), upTo) && unit.end <= span.end()) {
                covered.add(unit);
                upTo = unit.end;
            }
        }
        if (!covered.isEmpty()) {
            String mark = "[" + ++number + "]";
            String cell = WebAnnoEscapes.value(label.label().name()) + mark;
            String identifier = identifier(label).map(WebAnnoEscapes::value).orElse("*") + mark;
            covered.forEach(unit -> {
                unit.cells.add(cell);
                unit.identifiers.add(identifier);
            });
        }
    }

    private static Optional<String> identifier(Mark label) {
        return Optional.ofNullable(label.details().extra().get(WebAnnoFormat.IDENTIFIER))
                .map(Json::read)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(each -> !each.isEmpty() && each.chars().noneMatch(Character::isISOControl));
    }

    /** The first unit that may begin at or after this offset. */
    private static int firstAt(List<Unit> units, int offset) {
        int low = 0;
        int high = units.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units.get(middle).end <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Parts come after their word, which ends after them.
        while (low > 0 && units.get(low - 1).end > offset) {
            low--;
        }
        return low;
    }

    @Override
    public void finish() throws IOException {
        begin();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
