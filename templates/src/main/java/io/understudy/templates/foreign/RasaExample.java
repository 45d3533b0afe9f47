package io.understudy.templates.foreign;

import io.understudy.templates.foreign.Yaml.Entries;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an intent's examples: {@code fly to [NYC]{"entity": "city", "role": "to", "value": "New York"}}.
 *
 * @param parts texts and mentions in turn
 */
record RasaExample(List<Part> parts, Position at) {

    sealed interface Part permits Text, Mention {}

    record Text(String text) implements Part {}

    record Mention(Kind kind, String surface, Optional<String> value, Position at) implements Part {}

    /** What a slot is made for. */
    record Kind(String entity, Optional<String> role, Optional<String> group) {

        /** Such as {@code city to}. */
        String name() {
            return entity
                    + role.map(r -> " " + r).orElse("")
                    + group.map(g -> " " + g).orElse("");
        }
    }

    /** As Rasa finds mentions. */
    private static final Pattern MENTION =
            Pattern.compile("\\[([^\\]]++)](?:\\(([^:)]++)(?::([^)]++))?\\)|(\\{[^}]++}))");

    private static final int MOST_CHARACTERS = 5000;

    private static final List<String> KEYS = List.of("entity", "role", "group", "value");

    static RasaExample parse(String line, Position at) {
        if (line.length() > MOST_CHARACTERS) {
            throw Source.fault(at, "an example of more than " + MOST_CHARACTERS + " characters");
        }
        List<Part> parts = new ArrayList<>();
        Matcher mentions = MENTION.matcher(line);
        int from = 0;
        while (mentions.find()) {
            if (mentions.start() > from) {
                parts.add(new Text(line.substring(from, mentions.start())));
            }
            Position start = new Position(at.file(), at.line(), at.column() + mentions.start());
            parts.add(mention(mentions, start));
            from = mentions.end();
        }
        if (from < line.length()) {
            parts.add(new Text(line.substring(from)));
        }
        return new RasaExample(List.copyOf(parts), at);
    }

    private static Mention mention(Matcher found, Position at) {
        String surface = found.group(1);
        if (surface.isBlank()) {
            throw Source.fault(at, "a mention without characters");
        }
        if (found.group(2) != null) {
            Kind kind = new Kind(found.group(2).strip(), Optional.empty(), Optional.empty());
            return new Mention(kind, surface.strip(), Optional.ofNullable(found.group(3)), at);
        }
        Entries entries = Yaml.flow(found.group(4), at).allow(KEYS);
        Kind kind = new Kind(entries.get("entity").scalar().strip(), text(entries, "role"), text(entries, "group"));
        return new Mention(kind, surface.strip(), text(entries, "value"), at);
    }

    private static Optional<String> text(Entries entries, String key) {
        return entries.find(key).map(Yaml.Value::scalar);
    }
}
