package io.understudy.core.format.nlu;

import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Json;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.YamlDocument;
import io.understudy.core.format.YamlValue;
import io.understudy.core.format.YamlValue.Items;
import io.understudy.core.format.YamlValue.Members;
import io.understudy.core.format.YamlValue.Scalar;
import io.understudy.core.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code nlu.yml} item by item: the examples of one intent are in memory. */
final class RasaReader implements PullReader.Source {

    private static final List<String> KINDS = List.of("intent", "synonym", "lookup", "regex");

    /** Where Python's lines end; Rasa splits by them. */
    private static final String LINE_END = "\r\n|[\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029]";

    private final YamlDocument yaml;
    private final String file;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Map<String, List<String>> synonyms = new LinkedHashMap<>();
    private final Map<String, List<String>> lookups = new LinkedHashMap<>();
    private final Map<String, List<String>> patterns = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Dropped dropped = new Dropped();
    private Optional<String> intent = Optional.empty();
    private boolean begun;
    private boolean inItems;
    private boolean sawItems;
    private long lastId;

    private record Line(String text, long line, Optional<String> metadata) {}

    RasaReader(InputStream in, String file) {
        this.file = file;
        this.yaml = new YamlDocument(in, file);
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!begun) {
            begun = true;
            if (!yaml.nextDocument()) {
                return Optional.empty();
            }
            yaml.enterMembers("the file");
        }
        while (lines.isEmpty()) {
            if (inItems && yaml.nextItem()) {
                item();
            } else {
                inItems = false;
                if (!nextKey()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(example(lines.remove()));
    }

    /** Goes to the next key of the file; false at its end. */
    private boolean nextKey() throws IOException {
        Optional<String> key = yaml.nextKey();
        if (key.isEmpty()) {
            if (!sawItems) {
                throw yaml.wrongAt(0, "no key 'nlu'; expected Rasa's training data");
            }
            return false;
        }
        if (!key.get().equals("nlu")) {
            kept.put(key.get(), yaml.value().json());
        } else if (yaml.isNothing()) {
            sawItems = true;
            yaml.skip();
        } else {
            sawItems = true;
            inItems = true;
            yaml.enterItems("'nlu'");
        }
        return true;
    }

    private void item() throws IOException {
        YamlValue value = yaml.value();
        if (!(value instanceof Members item)) {
            throw yaml.wrongAt(value.line(), "an item that is " + value.kind() + "; expected such as 'intent: greet'");
        }
        String kind = KINDS.stream()
                .filter(item.members()::containsKey)
                .findFirst()
                .orElseThrow(() -> {
                    String first = item.members().keySet().stream().findFirst().orElse("");
                    return yaml.wrongAt(item.line(), Nearest.unknown("kind of item", first, KINDS));
                });
        String name = text(item.members().get(kind), "'" + kind + "'");
        if (name.isEmpty()) {
            throw yaml.wrongAt(item.line(), "'" + kind + "' has no name");
        }
        drop(item, kind + " items", List.of(kind, "examples", kind.equals("intent") ? "metadata" : "examples"));
        List<Line> found = examples(item);
        switch (kind) {
            case "intent" -> {
                intent = Optional.of(name).filter(each -> !each.equals(RasaWriter.NO_INTENT));
                lines.addAll(found);
                Optional.ofNullable(item.members().get("metadata")).ifPresent(each -> metadata.put(name, each.json()));
            }
            case "synonym" -> add(synonyms, name, found);
            case "lookup" -> add(lookups, name, found);
            default -> add(patterns, name, found);
        }
    }

    private void drop(Members members, String of, List<String> known) {
        members.members().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> dropped.count("keys '%s' of %s".formatted(Json.brief(key), of)));
    }

    private static void add(Map<String, List<String>> lists, String name, List<Line> lines) {
        List<String> list = lists.computeIfAbsent(name, key -> new ArrayList<>());
        lines.forEach(line -> list.add(line.text()));
    }

    private List<Line> examples(Members item) {
        List<Line> found = new ArrayList<>();
        YamlValue examples = item.members().get("examples");
        if (examples instanceof Items list) {
            for (YamlValue each : list.items()) {
                Optional<YamlValue> more = each instanceof Members members
                        ? Optional.ofNullable(members.members().get("metadata"))
                        : Optional.empty();
                YamlValue text =
                        each instanceof Members members ? members.members().get("text") : each;
                if (each instanceof Members members) {
                    drop(members, "examples", List.of("text", "metadata"));
                }
                if (text == null) {
                    throw yaml.wrongAt(each.line(), "an example has no 'text'");
                }
                found.add(new Line(RasaWriter.strip(text(text, "an example")), each.line(), more.map(YamlValue::json)));
            }
        } else if (examples instanceof Scalar scalar) {
            long at = scalar.line();
            for (String line : scalar.text().split(LINE_END, -1)) {
                at++;
                if (line.startsWith("-")) {
                    found.add(new Line(RasaWriter.strip(line.substring(1)), at, Optional.empty()));
                } else if (!line.isBlank()) {
                    throw yaml.wrongAt(at, "an example that does not begin with '- '");
                }
            }
        } else {
            throw yaml.wrongAt(item.line(), "an item without 'examples'");
        }
        return found;
    }

    private String text(YamlValue value, String what) {
        if (value instanceof Scalar scalar) {
            return scalar.text();
        }
        throw yaml.wrongAt(value.line(), what + " is " + value.kind() + "; expected a text");
    }

    private Example example(Line line) {
        // Two lines of ours may be on one of the file.
        lastId = Math.max(lastId + 1, line.line());
        try {
            RasaMarkup markup = RasaMarkup.read(line.text());
            Map<String, String> extra =
                    line.metadata().map(each -> Map.of("metadata", each)).orElse(Map.of());
            return new Example(
                    Names.id(file, lastId),
                    intent,
                    markup.annotated(),
                    new Original(Names.corpus(file), lastId),
                    extra,
                    markup.marks());
        } catch (IllegalArgumentException e) {
            throw yaml.wrongAt(line.line(), e.getMessage());
        }
    }

    @Override
    public CorpusData data() {
        List<Catalogue> catalogues = new ArrayList<>();
        lookups.forEach((name, values) -> catalogues.add(new Catalogue(
                name, values.stream().map(value -> new Entry(value, List.of())).toList())));
        if (!metadata.isEmpty()) {
            kept.put("nlu.metadata", Json.object(metadata));
        }
        return new CorpusData(
                catalogues, synonyms, patterns, kept.isEmpty() ? Map.of() : Map.of("rasa", Json.object(kept)));
    }

    @Override
    public Map<String, Long> losses() {
        return dropped.counts();
    }

    @Override
    public long bytesRead() {
        return yaml.bytesRead();
    }

    @Override
    public void close() throws IOException {
        yaml.close();
    }
}
