package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.core.format.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of Rasa's markup: {@code fly to [NYC]{"entity": "city", "role": "to", "value": "New York"}}, or
 * {@code [NYC](city:New York)}. The markup has no escapes: a text that holds its signs cannot always be written.
 *
 * @param marks further entities of a span that has several
 */
record RasaMarkup(AnnotatedText annotated, List<Mark> marks) {

    /** As Rasa 3 finds them, entities_parser.py. */
    private static final Pattern ENTITY =
            Pattern.compile("\\[([^\\]]+?)](?:\\(([^:)]+?)(?::([^)]+))?\\)|(\\{[^}]+?})|\\[(.*?)])");

    private static final Pattern ONE_OF_MANY = Pattern.compile("\\{[^}]+?}");

    /** @throws IllegalArgumentException if an entity cannot be read */
    static RasaMarkup read(String line) {
        AnnotatedText.Builder text = AnnotatedText.builder();
        List<Mark> marks = new ArrayList<>();
        Matcher found = ENTITY.matcher(line);
        int from = 0;
        int length = 0;
        while (found.find()) {
            length += found.start() - from;
            text.append(line.substring(from, found.start()));
            String surface = found.group(1);
            List<Mark> entities = entities(found, new Span(length, length + surface.length()));
            if (entities.isEmpty()) {
                text.append(surface);
            } else {
                text.append(surface, entities.get(0).label(), entities.get(0).details());
                marks.addAll(entities.subList(1, entities.size()));
            }
            length += surface.length();
            from = found.end();
        }
        text.append(line.substring(from));
        return new RasaMarkup(text.build(), marks);
    }

    /** @throws IllegalArgumentException if Rasa would read something else in it */
    static String write(AnnotatedText annotated) {
        String text = annotated.text();
        StringBuilder line = new StringBuilder();
        int from = 0;
        for (Mention mention : annotated.mentions()) {
            line.append(text, from, mention.start())
                    .append('[')
                    .append(annotated.surface(mention))
                    .append(']')
                    .append(entity(mention));
            from = mention.end();
        }
        line.append(text, from, text.length());
        String written = line.toString();
        int brackets = annotated.mentions().size();
        boolean plain = count(written, '[') == brackets && count(written, ']') == brackets;
        if (!plain && !isSame(annotated, written)) {
            throw new IllegalArgumentException(
                    "brackets in the text that Rasa would read as markup, which has no escape for them");
        }
        return written;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    private static boolean isSame(AnnotatedText annotated, String written) {
        try {
            RasaMarkup read = read(written);
            return read.marks.isEmpty() && plain(read.annotated).equals(plain(annotated));
        } catch (IllegalArgumentException e) {
            // Not even readable, which is an answer.
            return false;
        }
    }

    /** Without the names of entities, which Rasa does not know, and without unknown keys. */
    private static AnnotatedText plain(AnnotatedText annotated) {
        return new AnnotatedText(
                annotated.text(),
                annotated.mentions().stream()
                        .map(mention -> new Mention(mention.span(), mention.label(), plain(mention.details())))
                        .toList());
    }

    private static Details plain(Details details) {
        return new Details(Optional.empty(), details.role(), details.group(), details.value(), Map.of());
    }

    /** Whether an unknown key can be written: a brace ends an entity wherever it stands. */
    static boolean isWritable(String json) {
        return json.indexOf('{') < 0;
    }

    private static String entity(Mention mention) {
        Details details = mention.details();
        String label = mention.label().name();
        if (plain(details).isNone() && details.extra().isEmpty() && label.indexOf(':') < 0 && label.indexOf(')') < 0) {
            return "(" + label + ")";
        }
        StringBuilder json = new StringBuilder("{\"entity\": ").append(Json.quote(label));
        member(json, "role", details.role());
        member(json, "group", details.group());
        member(json, "value", details.value());
        details.extra().forEach((key, value) -> {
            if (isWritable(value)) {
                json.append(", ").append(Json.quote(key)).append(": ").append(value);
            }
        });
        // A brace would end the entity; inside a JSON string it can be written otherwise.
        return json.toString().replace("}", "\\u007d") + "}";
    }

    private static void member(StringBuilder json, String key, Optional<String> value) {
        value.ifPresent(each -> json.append(", \"").append(key).append("\": ").append(Json.quote(each)));
    }

    private static List<Mark> entities(Matcher found, Span span) {
        if (found.group(2) != null) {
            Details details = found.group(3) == null ? Details.NONE : Details.NONE.withValue(found.group(3));
            return List.of(new Mark(List.of(span), label(found.group(2)), details));
        }
        if (found.group(4) != null) {
            return List.of(entity(found.group(4), span));
        }
        List<Mark> entities = new ArrayList<>();
        Matcher each = ONE_OF_MANY.matcher(found.group(5));
        while (each.find()) {
            entities.add(entity(each.group(), span));
        }
        return entities;
    }

    private static Mark entity(String json, Span span) {
        JsonNode node;
        try {
            node = Json.tree(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "an entity in braces is not JSON; expected such as [NYC]{\"entity\": \"city\"}", e);
        }
        Map<String, String> extra = new LinkedHashMap<>();
        node.properties()
                .forEach(member -> extra.put(member.getKey(), member.getValue().toString()));
        Optional<String> name = string(node, "entity", extra);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an entity in braces has no \"entity\"");
        }
        Optional<String> role = string(node, "role", extra);
        Optional<String> group = string(node, "group", extra);
        Optional<String> value = string(node, "value", extra);
        return new Mark(List.of(span), label(name.get()), new Details(Optional.empty(), role, group, value, extra));
    }

    private static Optional<String> string(JsonNode node, String key, Map<String, String> extra) {
        Optional<JsonNode> value =
                Optional.ofNullable(node.get(key)).filter(each -> each.isValueNode() && !each.isNull());
        extra.remove(key);
        return value.map(JsonNode::asText);
    }

    private static Label label(String name) {
        return new Label(name.strip());
    }
}
