package io.understudy.generator.writing;

import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a model wrote as a carrier that holds the slots of a given one: each of them, none more often than there,
 * and no other brace. Small slips in how a slot is written (case, spaces, doubled or square brackets) are mended.
 */
final class CarrierReader {

    /** A carrier, or why it is none. */
    sealed interface Result {

        record Carrier(Template template) implements Result {}

        record Refused(String reason) implements Result {}
    }

    private static final Pattern SLOT = Pattern.compile(
            "\\\\[{}\\\\]|\\{+\\s*([^{}\\n]{1,210}?)\\s*}+|\\[\\s*([^\\[\\]\\n]{1,210}?)\\s*]|<\\s*([^<>\\n]{1,210}?)\\s*>");

    private CarrierReader() {}

    static Result read(String text, Template wanted) {
        Map<String, Slot> slots = new HashMap<>();
        wanted.distinctSlots().forEach((name, slot) -> slots.put(key(name), slot));
        Map<String, Integer> allowed = new HashMap<>();
        wanted.slots().forEach(slot -> allowed.merge(slot.name(), 1, Integer::sum));
        List<Segment> segments = new ArrayList<>();
        Map<String, Integer> found = new HashMap<>();
        StringBuilder literal = new StringBuilder();
        Matcher matcher = SLOT.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (hasBrace(text.substring(at, matcher.start()))) {
                return new Result.Refused("stray_brace");
            }
            literal.append(text, at, matcher.start());
            at = matcher.end();
            if (matcher.group().startsWith("\\")) {
                literal.append(matcher.group().charAt(1));
                continue;
            }
            String name = group(matcher);
            Slot slot = slots.get(key(name));
            if (slot == null) {
                if (matcher.group(1) != null) {
                    return new Result.Refused("slots_foreign");
                }
                literal.append(matcher.group());
                continue;
            }
            add(literal, segments);
            segments.add(slot);
            found.merge(slot.name(), 1, Integer::sum);
        }
        if (hasBrace(text.substring(at))) {
            return new Result.Refused("stray_brace");
        }
        literal.append(text.substring(at));
        add(literal, segments);
        if (!found.keySet().equals(allowed.keySet())) {
            return new Result.Refused("slots_missing");
        }
        if (found.entrySet().stream().anyMatch(each -> each.getValue() > allowed.get(each.getKey()))) {
            return new Result.Refused("slots_repeated");
        }
        return segments.isEmpty() ? new Result.Refused("empty") : new Result.Carrier(new Template(segments));
    }

    private static boolean hasBrace(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    private static String group(Matcher matcher) {
        for (int group = 1; group <= 3; group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    private static void add(StringBuilder literal, List<Segment> segments) {
        if (!literal.isEmpty()) {
            segments.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
