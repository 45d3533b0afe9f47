package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Spool;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.YamlText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code nlu.yml} as a person would: the examples of an intent together, each on a line of its own. What a line
 * cannot hold, such as a line break or metadata, goes into a second list of the intent.
 */
final class RasaWriter implements PushWriter.Target {

    /** Rasa wants an intent for every example. */
    static final String NO_INTENT = "none";

    /** What Rasa takes off both ends of an example. */
    private static final String ENDS = "\n\r ";

    private static final String LINES = "-";
    private static final String TEXTS = "t";

    private final OutputStream out;
    private final Losses losses;
    private final Spool spool = new Spool();
    private CorpusData data = CorpusData.NONE;

    RasaWriter(OutputStream out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        String intent = example.intent().orElseGet(() -> losses.withoutIntent(NO_INTENT));
        Utf8.requireWhole("intent", intent);
        Utf8.requireWhole("text", example.text());
        AnnotatedText stripped = stripped(example);
        if (stripped.text().isEmpty()) {
            throw Refused.of(example, "is blank, and Rasa has no blank examples", "jsonl");
        }
        String markup;
        try {
            markup = RasaMarkup.write(stripped);
        } catch (IllegalArgumentException e) {
            throw Refused.of(example, "holds " + e.getMessage(), "jsonl");
        }
        Utf8.requireWhole("label", markup);
        String metadata = example.extra().get("metadata");
        if (metadata == null && YamlText.isLine(markup)) {
            spool.add(LINES + intent, "    - " + markup + "\n");
        } else {
            spool.add(
                    TEXTS + intent,
                    "  - text: " + YamlText.quoted(markup) + "\n"
                            + (metadata == null ? "" : "    metadata: " + YamlText.json(metadata) + "\n"));
        }
        if (stripped.mentions().stream()
                .flatMap(mention -> mention.details().extra().values().stream())
                .anyMatch(json -> !RasaMarkup.isWritable(json))) {
            losses.count(Part.SPAN_KEYS.words());
        }
        if (example.extra().keySet().stream().anyMatch(key -> !key.equals("metadata"))) {
            losses.count(Part.UNKNOWN_KEYS.words());
        }
        // The place of the intent, whichever of its lists comes first.
        spool.add(" " + intent, "");
    }

    @Override
    public void write(CorpusData more) {
        data = more;
    }

    @Override
    public void finish() throws IOException {
        Map<String, String> kept = new LinkedHashMap<>(Kept.members(data, "rasa"));
        print("version: " + kept.getOrDefault("version", "\"3.1\"") + "\n");
        kept.remove("version");
        Map<String, String> metadata = Kept.members(Json.tree(kept.getOrDefault("nlu.metadata", "{}")));
        kept.remove("nlu.metadata");
        for (Map.Entry<String, String> key : kept.entrySet()) {
            print(YamlText.of(key.getKey()) + ": " + YamlText.json(key.getValue()) + "\n");
        }
        print(spool.groups().isEmpty() && data.isEmpty() ? "nlu: []\n" : "nlu:\n");
        for (String group : spool.groups()) {
            if (group.startsWith(" ")) {
                String intent = group.substring(1);
                list(intent, LINES, "  examples: |\n", metadata);
                list(intent, TEXTS, "  examples:\n", metadata);
            }
        }
        catalogues();
        out.flush();
    }

    private void list(String intent, String form, String head, Map<String, String> metadata) throws IOException {
        if (spool.groups().contains(form + intent)) {
            print("- intent: " + YamlText.of(intent) + "\n");
            if (metadata.containsKey(intent)) {
                print("  metadata: " + YamlText.json(metadata.get(intent)) + "\n");
            }
            print(head);
            spool.copy(form + intent, out);
        }
    }

    private void catalogues() throws IOException {
        Map<String, List<String>> synonyms = new LinkedHashMap<>(data.synonyms());
        for (Catalogue catalogue : data.catalogues()) {
            lines(
                    "lookup",
                    catalogue.label(),
                    catalogue.entries().stream().map(Entry::value).toList());
            for (Entry entry : catalogue.entries()) {
                if (!entry.synonyms().isEmpty()) {
                    synonyms.merge(entry.value(), entry.synonyms(), (one, other) -> {
                        List<String> both = new ArrayList<>(one);
                        other.stream().filter(each -> !both.contains(each)).forEach(both::add);
                        return both;
                    });
                }
            }
        }
        for (Map.Entry<String, List<String>> synonym : synonyms.entrySet()) {
            lines("synonym", synonym.getKey(), synonym.getValue());
        }
        for (Map.Entry<String, List<String>> pattern : data.patterns().entrySet()) {
            lines("regex", pattern.getKey(), pattern.getValue());
        }
    }

    private void lines(String kind, String name, List<String> values) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String value : values) {
            String stripped = strip(value);
            if (stripped.isEmpty() || !YamlText.isLine(stripped)) {
                losses.countData(kind + " values with line breaks or no characters");
            } else {
                lines.append("    - ").append(stripped).append('\n');
            }
        }
        if (!lines.isEmpty()) {
            print("- " + kind + ": " + YamlText.of(name) + "\n  examples: |\n" + lines);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            spool.close();
        }
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without what Rasa takes off the ends; a mention of nothing else is lost. */
    private AnnotatedText stripped(Example example) {
        String text = example.text();
        String stripped = strip(text);
        if (stripped.length() == text.length()) {
            return example.annotated();
        }
        losses.count("spaces at the ends of the text");
        return Trim.to(example.annotated(), text.indexOf(stripped), stripped.length());
    }

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && ENDS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ENDS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
