package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.YamlDocument;
import io.understudy.core.format.YamlValue;
import io.understudy.core.format.YamlValue.Items;
import io.understudy.core.format.YamlValue.Members;
import io.understudy.core.format.YamlValue.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Snips' YAML to its end before the first example: the entity whose values stand in for a slot may come last. */
final class SnipsYamlReader implements PullReader.Source {

    private static final String UTTERANCES = "utterances";

    private final YamlDocument yaml;
    private final Numbered numbered;
    private final Deferred utterances = new Deferred();
    private final List<Intent> owners = new ArrayList<>();
    private final Map<String, List<Entry>> values = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> extra = new LinkedHashMap<>();
    private final Map<String, String> intents = new LinkedHashMap<>();
    private boolean begun;
    private long turn;

    private record Intent(String name, Map<String, String> slots) {}

    SnipsYamlReader(InputStream in, String file) {
        this.yaml = new YamlDocument(in, file);
        this.numbered = new Numbered(file);
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!begun) {
            begun = true;
            while (yaml.nextDocument()) {
                if (yaml.isNothing()) {
                    yaml.skip();
                } else {
                    document();
                }
            }
        }
        Optional<Deferred.Utterance> next = utterances.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Deferred.Utterance utterance = next.get();
        Intent owner = owners.get(utterance.owner());
        try {
            return Optional.of(numbered.example(
                    utterance.line(),
                    Optional.of(owner.name()).filter(name -> !name.equals(SnipsWriter.NO_INTENT)),
                    parse(utterance.text(), owner.slots(), values, turn++),
                    List.of(),
                    Map.of()));
        } catch (IllegalArgumentException e) {
            throw yaml.wrongAt(utterance.line(), e.getMessage());
        }
    }

    private void document() throws IOException {
        long line = yaml.line();
        if (!yaml.isMembers()) {
            YamlValue value = yaml.value();
            throw yaml.wrongAt(
                    line, "a document that is " + value.kind() + "; expected 'type: intent' or 'type: entity'");
        }
        Map<String, YamlValue> found = new LinkedHashMap<>();
        Map<String, String> slots = new LinkedHashMap<>();
        yaml.enterMembers("a document");
        for (Optional<String> key = yaml.nextKey(); key.isPresent(); key = yaml.nextKey()) {
            long at = yaml.line();
            YamlValue value = key.get().equals(UTTERANCES) && !yaml.isNothing() ? utterances(slots) : yaml.value();
            if (found.put(key.get(), value) != null) {
                throw yaml.wrongAt(at, "the key '" + Json.brief(key.get()) + "' occurs twice");
            }
        }
        Members members = new Members(found, line);
        String type = text(members, "type");
        String name = text(members, "name");
        if (type.equals("intent")) {
            intent(members, name, slots);
        } else if (type.equals("entity")) {
            if (found.containsKey(UTTERANCES)) {
                throw yaml.wrongAt(line, "an entity with 'utterances', which only intents have");
            }
            entity(members, name);
        } else {
            throw yaml.wrongAt(line, "a document of another type; expected 'type: intent' or 'type: entity'");
        }
    }

    /** Of the next owner, who is known at the end of the document; stands for an empty list. */
    private YamlValue utterances(Map<String, String> slots) throws IOException {
        long begin = yaml.line();
        yaml.enterItems("'utterances'");
        while (yaml.nextItem()) {
            long line = yaml.line();
            String text = scalar(yaml.value()).strip();
            if (!text.isEmpty()) {
                try {
                    utterances.add(owners.size(), line, text);
                } catch (IllegalArgumentException e) {
                    throw yaml.wrongAt(line, e.getMessage());
                }
                learn(text, slots);
            }
        }
        return new Items(List.of(), begin);
    }

    /** @param learnt what its utterances say of its slots */
    private void intent(Members intent, String name, Map<String, String> learnt) {
        Map<String, String> more = rest(intent, List.of("type", "name", UTTERANCES));
        if (!more.isEmpty()) {
            intents.put(name, Json.object(more));
        }
        Map<String, String> slots = new LinkedHashMap<>();
        for (YamlValue slot : items(intent, "slots")) {
            if (!(slot instanceof Members members)) {
                throw yaml.wrongAt(slot.line(), "a slot that is " + slot.kind() + "; expected 'name' and 'entity'");
            }
            slots.put(text(members, "name"), text(members, "entity"));
        }
        learnt.forEach(slots::putIfAbsent);
        owners.add(new Intent(name, slots));
    }

    /** What an utterance says of its slots goes for all of the intent. */
    private void learn(String text, Map<String, String> slots) {
        for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
            int end = text.indexOf(']', at);
            int colon = text.indexOf(':', at);
            if (end > 0 && colon > 0 && colon < end) {
                slots.putIfAbsent(text.substring(at + 1, colon), text.substring(colon + 1, end));
            }
        }
    }

    private void entity(Members entity, String name) {
        List<Entry> entries = values.computeIfAbsent(name, key -> new ArrayList<>());
        for (YamlValue value : items(entity, "values")) {
            if (value instanceof Items list && !list.items().isEmpty()) {
                List<String> names = list.items().stream().map(this::scalar).toList();
                entries.add(new Entry(names.get(0), names.subList(1, names.size())));
            } else {
                entries.add(new Entry(scalar(value), List.of()));
            }
        }
        extra.computeIfAbsent(name, key -> new LinkedHashMap<>())
                .putAll(rest(entity, List.of("type", "name", "values")));
    }

    private static Map<String, String> rest(Members members, List<String> known) {
        Map<String, String> rest = new LinkedHashMap<>();
        members.members().forEach((key, value) -> {
            if (!known.contains(key)) {
                rest.put(key, value.json());
            }
        });
        return rest;
    }

    /**
     * @param slots slot to entity
     * @param turn which value stands in where none is written
     * @throws IllegalArgumentException if the markup is broken
     */
    static AnnotatedText parse(String line, Map<String, String> slots, Map<String, List<Entry>> values, long turn) {
        AnnotatedText.Builder text = AnnotatedText.builder();
        int from = 0;
        while (true) {
            int open = line.indexOf('[', from);
            if (open < 0) {
                return text.append(line.substring(from)).build();
            }
            text.append(line.substring(from, open));
            int close = line.indexOf(']', open);
            if (close < 0) {
                throw new IllegalArgumentException("a slot that does not end; expected such as [origin:city](Oslo)");
            }
            String name = line.substring(open + 1, close);
            int colon = name.indexOf(':');
            String slot = colon < 0 ? name : name.substring(0, colon);
            String entity = colon < 0 ? slots.getOrDefault(name, name) : name.substring(colon + 1);
            from = close + 1;
            String surface = "";
            if (from < line.length() && line.charAt(from) == '(') {
                int end = line.indexOf(')', from);
                if (end < 0) {
                    throw new IllegalArgumentException(
                            "a value that does not end; expected such as [origin:city](Oslo)");
                }
                surface = line.substring(from + 1, end);
                from = end + 1;
            } else {
                List<Entry> entries = values.getOrDefault(entity, List.of());
                surface = entries.isEmpty()
                        ? "[" + slot + "]"
                        : entries.get((int) (turn % entries.size())).value();
            }
            if (surface.isEmpty()) {
                throw new IllegalArgumentException("a slot without characters");
            }
            text.append(surface, new Label(entity.strip()), Chunks.role(Optional.of(slot), entity));
        }
    }

    private List<YamlValue> items(Members members, String key) {
        YamlValue value = members.members().get(key);
        if (value == null || (value instanceof Scalar scalar && scalar.isNothing())) {
            return List.of();
        }
        if (value instanceof Items list) {
            return list.items();
        }
        throw yaml.wrongAt(value.line(), "'" + key + "' is " + value.kind() + "; expected a list");
    }

    private String text(Members members, String key) {
        YamlValue value = members.members().get(key);
        if (value == null) {
            throw yaml.wrongAt(members.line(), "a document without '" + Json.brief(key) + "'");
        }
        return scalar(value);
    }

    private String scalar(YamlValue value) {
        if (value instanceof Scalar scalar) {
            return scalar.text();
        }
        throw yaml.wrongAt(value.line(), value.kind() + " where a text is expected");
    }

    @Override
    public CorpusData data() {
        List<Catalogue> catalogues = new ArrayList<>();
        values.forEach((label, entries) -> catalogues.add(new Catalogue(label, entries, extra.get(label))));
        Map<String, String> kept = intents.isEmpty() ? Map.of() : Map.of("snips-yaml", Json.object(intents));
        return new CorpusData(catalogues, Map.of(), Map.of(), kept);
    }

    @Override
    public long bytesRead() {
        return yaml.bytesRead();
    }

    @Override
    public void close() throws IOException {
        try (yaml) {
            utterances.close();
        }
    }
}
