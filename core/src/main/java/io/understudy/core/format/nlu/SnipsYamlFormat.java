package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Spool;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Snips' YAML, as people write it: documents of the type intent with utterances such as {@code fly to
 * [destination:city](Oslo)}, and of the type entity with values. It has no escapes, and spaces at the ends of an
 * utterance are taken off. Where a slot has no value written, {@code fly to [destination]}, the values of its entity
 * stand in, in turn.
 */
public final class SnipsYamlFormat implements CorpusFormat {

    private static final Set<Part> CARRIES =
            Set.of(Part.INTENT, Part.SPANS, Part.SURFACES, Part.ROLE, Part.LINE_BREAKS, Part.SYNONYMS, Part.CATALOGUES);

    @Override
    public Facts facts() {
        return new Facts(
                "snips-yaml",
                List.of("yaml", "yml"),
                "Snips NLU dataset as people write it (type: intent, type: entity)",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return head.lines().anyMatch(line -> line.matches("type: +['\"]?(intent|entity)['\"]?\\s*(#.*)?"));
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new SnipsYamlReader(in, file));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new Target(out, losses), losses);
    }

    /** The utterance as Snips writes it. */
    static String markup(AnnotatedText annotated) {
        StringBuilder line = new StringBuilder();
        int from = 0;
        for (Mention mention : annotated.mentions()) {
            String label = mention.label().name();
            line.append(annotated.text(), from, mention.start())
                    .append('[')
                    .append(mention.details().role().orElse(label))
                    .append(':')
                    .append(label)
                    .append("](")
                    .append(annotated.surface(mention))
                    .append(')');
            from = mention.end();
        }
        return line.append(annotated.text().substring(from)).toString();
    }

    private static final class Target implements PushWriter.Target {
        private final OutputStream out;
        private final Losses losses;
        private final VendorNames names;
        private final Spool spool = new Spool();
        private final Vocabulary vocabulary = new Vocabulary();
        private ObjectNode intents = Json.object();

        Target(OutputStream out, Losses losses) {
            this.out = out;
            this.losses = losses;
            this.names = new VendorNames("[:\\]]", "_", Integer.MAX_VALUE, true, losses).withCase();
        }

        @Override
        public void write(Example example) throws IOException {
            String intent = example.intent().orElseGet(() -> losses.withoutIntent(SnipsWriter.NO_INTENT));
            Utf8.requireWhole("intent", intent);
            Utf8.requireWhole("text", example.text());
            String stripped = example.text().strip();
            AnnotatedText trimmed = Trim.to(example.annotated(), example.text().indexOf(stripped), stripped.length());
            AnnotatedText text = sayable(trimmed);
            if (stripped.isEmpty() || !isSame(text)) {
                throw Refused.of(
                        example,
                        stripped.isEmpty()
                                ? "is blank, and Snips has no blank utterances"
                                : "holds signs of Snips' markup, which has no escape for them",
                        "snips");
            }
            if (text.mentions().size() < trimmed.mentions().size()) {
                losses.count("spans with a bracket that would end them");
            }
            if (stripped.length() < example.text().length()) {
                losses.count("spaces at the ends of the text");
            }
            String line = markup(text);
            Utf8.requireWhole("label", line);
            spool.add(intent, "  - " + YamlText.of(line) + "\n");
            vocabulary.addGiven(text);
        }

        /** Names without what would end them; a surface with a bracket that would end it has no label. */
        private AnnotatedText sayable(AnnotatedText text) {
            List<Mention> mentions = new ArrayList<>();
            for (Mention mention : text.mentions()) {
                if (text.surface(mention).indexOf(')') < 0) {
                    Details details = mention.details();
                    Details said = new Details(
                            details.entity(),
                            details.role().map(names::of),
                            details.group(),
                            details.value(),
                            details.extra());
                    mentions.add(new Mention(
                            mention.span(), new Label(names.of(mention.label().name())), said));
                }
            }
            return new AnnotatedText(text.text(), mentions);
        }

        private static boolean isSame(AnnotatedText text) {
            try {
                AnnotatedText read = SnipsYamlReader.parse(markup(text), Map.of(), Map.of(), 0);
                return read.text().equals(text.text()) && places(read).equals(places(text));
            } catch (IllegalArgumentException e) {
                // Not even readable, which is an answer.
                return false;
            }
        }

        private static List<String> places(AnnotatedText text) {
            return text.mentions().stream()
                    .map(mention -> mention.span() + " " + mention.label() + " "
                            + mention.details()
                                    .role()
                                    .filter(role -> !role.equals(mention.label().name())))
                    .toList();
        }

        @Override
        public void write(CorpusData data) {
            intents = Kept.object(data, "snips-yaml");
            vocabulary.add(data, losses);
        }

        @Override
        public void finish() throws IOException {
            for (String intent : spool.groups()) {
                print("---\ntype: intent\nname: " + YamlText.of(intent) + "\n");
                members(Kept.members(intents.path(intent)));
                print("utterances:\n");
                spool.copy(intent, out);
            }
            for (String label : vocabulary.labels()) {
                List<Entry> entries = vocabulary.entries(label);
                if (!entries.isEmpty() && !label.startsWith("snips/")) {
                    print("---\ntype: entity\nname: " + YamlText.of(label) + "\n");
                    members(vocabulary.extra(label));
                    print("values:\n");
                    for (Entry entry : entries) {
                        print("  - " + value(entry) + "\n");
                    }
                }
            }
            out.flush();
        }

        private void members(Map<String, String> members) throws IOException {
            for (Map.Entry<String, String> key : members.entrySet()) {
                print(YamlText.of(key.getKey()) + ": " + YamlText.json(key.getValue()) + "\n");
            }
        }

        private static String value(Entry entry) {
            return entry.synonyms().isEmpty()
                    ? YamlText.of(entry.value())
                    : Stream.concat(Stream.of(entry.value()), entry.synonyms().stream())
                            .map(YamlText::of)
                            .collect(Collectors.joining(", ", "[", "]"));
        }

        private void print(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            try (out) {
                spool.close();
            }
        }
    }
}
