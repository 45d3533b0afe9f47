package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.Utf8Output;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes two files a document, and at the end the annotation.conf with which brat shows them. */
final class BratWriter implements PushWriter.Target {

    private static final Pattern SPAN_ID = Pattern.compile("T\\d+");
    private static final Pattern LINE = Pattern.compile("(?:[REAMN]\\d+|#\\S*|\\*)\t(\\S+).*");

    private static final String SETTINGS = "annotation.conf";

    private final BundleTarget files;
    private final OffsetUnit unit;
    private final Losses losses;
    private final Set<String> entities = new TreeSet<>();
    private final Set<String> relations = new TreeSet<>();
    private final Set<String> events = new TreeSet<>();
    private final Set<String> attributes = new TreeSet<>();
    private boolean settled;

    BratWriter(BundleTarget files, OffsetUnit unit, Losses losses) {
        this.files = files;
        this.unit = unit;
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole(example);
        Utf8.requirePlain("text", example.text());
        for (Mark label : example.labels()) {
            String name = label.label().name();
            if (name.chars().anyMatch(c -> Words.isSpace((char) c))) {
                throw new IllegalArgumentException("label '" + name
                        + "' holds white space, which brat cannot say; rename it (--map) or use --to jsonl");
            }
        }
        String document = FileNames.name(example.id());
        String lines = annotations(example);
        put(document + BratDocuments.TEXT, example.text());
        put(document + BratDocuments.ANNOTATIONS, lines);
    }

    private String annotations(Example example) {
        List<LabelBounds> labels = LabelBounds.of(example, unit, true, true);
        Set<String> used = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (LabelBounds label : labels) {
            Optional<String> id = text(label.label().details().extra().get("id"))
                    .filter(name -> SPAN_ID.matcher(name).matches() && used.add(name));
            ids.add(id.orElse(""));
        }
        StringBuilder lines = new StringBuilder();
        int next = 1;
        boolean otherKeys = false;
        for (int i = 0; i < labels.size(); i++) {
            LabelBounds label = labels.get(i);
            String id = ids.get(i);
            while (id.isEmpty()) {
                String free = "T" + next++;
                id = used.add(free) ? free : "";
            }
            lines.append(id).append('\t').append(label.label().label()).append(' ');
            for (int piece = 0; piece < label.label().pieces().size(); piece++) {
                lines.append(piece == 0 ? "" : ";")
                        .append(label.start(piece))
                        .append(' ')
                        .append(label.end(piece));
            }
            lines.append('\t')
                    .append(label.surface(example.text()).replaceAll("[\\n\\r\\t]", " "))
                    .append('\n');
            entities.add(label.label().label().name());
            Map<String, String> extra = label.label().details().extra();
            otherKeys |= extra.size() > (ids.get(i).isEmpty() ? 0 : 1);
        }
        if (otherKeys) {
            losses.count("unknown keys of spans");
        }
        for (String key : List.of("relations", "attributes", "notes")) {
            kept(example.extra().get(key), key, lines);
        }
        return lines.toString();
    }

    /** Lines that came out of brat; those of another tool have another shape, and are lost. */
    private void kept(String json, String key, StringBuilder lines) {
        if (json == null) {
            return;
        }
        for (JsonNode each : Json.read(json)) {
            Matcher line = LINE.matcher(each.isTextual() ? each.textValue() : "");
            if (!line.matches()) {
                losses.count(key + " of another tool");
                return;
            }
            String type = line.group(1).replaceAll(":.*", "");
            switch (line.group().charAt(0)) {
                case 'R' -> relations.add(type);
                case 'E' -> events.add(type);
                case 'A', 'M' -> attributes.add(type);
                default -> {}
            }
            lines.append(line.group()).append('\n');
        }
    }

    private void put(String name, String content) throws IOException {
        try (Utf8Output out = new Utf8Output(files.create(name))) {
            out.write(content);
            out.flush();
        }
    }

    /** Settings that came out of brat go back as they were; ours are written where there were none. */
    @Override
    public void write(CorpusData data) throws IOException {
        String kept = data.kept().get("brat");
        if (kept != null) {
            for (Map.Entry<String, JsonNode> file : Json.read(kept).properties()) {
                put(file.getKey(), file.getValue().asText());
                settled |= file.getKey().equals(SETTINGS);
            }
        }
    }

    @Override
    public void finish() throws IOException {
        if (!settled) {
            settings();
        }
        files.finish();
    }

    private void settings() throws IOException {
        entities.removeAll(events);
        StringBuilder settings = new StringBuilder();
        settings.append("[entities]\n");
        entities.forEach(name -> settings.append(name).append('\n'));
        settings.append("\n[relations]\n");
        relations.forEach(name -> settings.append(name).append(" Arg1:<ANY>, Arg2:<ANY>\n"));
        settings.append("\n[events]\n");
        events.forEach(name -> settings.append(name).append(" <ANY>*:<ANY>\n"));
        settings.append("\n[attributes]\n");
        attributes.forEach(name -> settings.append(name).append(" Arg:<ANY>\n"));
        put(SETTINGS, settings.toString());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static Optional<String> text(String json) {
        return Optional.ofNullable(json)
                .map(Json::read)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
