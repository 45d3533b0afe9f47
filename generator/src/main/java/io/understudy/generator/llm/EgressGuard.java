package io.understudy.generator.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.understudy.core.KnownSurfaces;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the body of every request before it is sent: at all names and strings of its JSON, after escapes are undone.
 * A surface of the source in it stops the call. Left out are slots, which name a kind, and surfaces that stand in the
 * words every request holds whatever it is about: the frame. Immutable.
 */
final class EgressGuard {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SLOT = Pattern.compile("\\{[^{}\\n]{1,200}_[1-9][0-9]*}");

    private final KnownSurfaces known;
    private final Set<String> labels;
    private final Set<String> frame;

    /**
     * @param labels whose names may stand in slots
     * @param frame normalised surfaces that say nothing
     */
    EgressGuard(KnownSurfaces known, Set<String> labels, Set<String> frame) {
        this.known = known;
        this.labels = Set.copyOf(labels);
        this.frame = Set.copyOf(frame);
    }

    /** The same guard, with more that every request holds: the body of one that asks nothing. */
    EgressGuard framedBy(String body) {
        Set<String> more = new HashSet<>(frame);
        texts(body, text -> more.addAll(known.in(text)));
        return new EgressGuard(known, labels, more);
    }

    /** @throws EgressException if the body says what the source said */
    void check(String body) {
        texts(body, text -> {
            for (String surface : known.in(withoutSlots(text))) {
                if (!frame.contains(surface)) {
                    throw new EgressException(surface);
                }
            }
        });
    }

    private String withoutSlots(String text) {
        return SLOT.matcher(text).replaceAll(slot -> {
            String name = slot.group();
            return labels.contains(name.substring(1, name.lastIndexOf('_'))) ? " | " : Matcher.quoteReplacement(name);
        });
    }

    private static void texts(String body, Consumer<String> sink) {
        if (body == null || body.isEmpty()) {
            return;
        }
        try {
            walk(JSON.readTree(body), sink);
        } catch (JsonProcessingException e) {
            sink.accept(body);
        }
    }

    private static void walk(JsonNode node, Consumer<String> sink) {
        if (node.isObject()) {
            node.properties().forEach(each -> {
                sink.accept(each.getKey());
                walk(each.getValue(), sink);
            });
        } else if (node.isArray()) {
            node.forEach(each -> walk(each, sink));
        } else {
            sink.accept(node.asText());
        }
    }
}
