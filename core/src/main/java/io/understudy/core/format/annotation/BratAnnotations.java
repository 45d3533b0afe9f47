package io.understudy.core.format.annotation;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The annotations of one document, line by line. */
final class BratAnnotations {

    private static final Pattern SPAN =
            Pattern.compile("(\\S+) (\\d{1,9} \\d{1,9}(?:;\\d{1,9} \\d{1,9})*)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern REFERENCE = Pattern.compile("(?:^|[ :])([TERAM]\\d+)(?= |$)");

    private final String file;
    private final LabelList labels;
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<String> relations = new ArrayList<>();
    private final List<String> attributes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> references = new LinkedHashMap<>();
    /** Where each span stands. */
    private final Map<String, Long> lines = new LinkedHashMap<>();

    BratAnnotations(String file, OffsetUnit unit) {
        this.file = file;
        labels = LabelList.onLines(unit);
    }

    void add(String line, long number) {
        if (line.isBlank()) {
            return;
        }
        String[] parts = line.split("\t", -1);
        String id = parts[0].strip();
        if (parts.length < 2 || id.isEmpty()) {
            throw wrong(number, "no tab after an id; expected a line such as T1, a tab, PERSON 0 3, a tab, Ada");
        }
        if (!id.equals("*") && !ids.add(id)) {
            throw wrong(number, "id '" + Json.brief(id) + "' occurs twice; expected an id of its own for each line");
        }
        switch (id.charAt(0)) {
            case 'T' -> span(id, parts, number);
            case 'R', 'E', '*' -> keep(relations, line, parts[1], number);
            case 'A', 'M', 'N' -> keep(attributes, line, parts[1], number);
            case '#' -> notes.add(line);
            default ->
                throw wrong(
                        number,
                        "id '" + Json.brief(id)
                                + "' is of no kind that brat has; expected T, R, E, A, M, N, * or # and a number");
        }
    }

    private void span(String id, String[] parts, long number) {
        Matcher span = SPAN.matcher(parts[1].strip());
        if (!span.matches() || parts.length < 3) {
            throw wrong(
                    number,
                    "'" + Json.brief(id)
                            + "' is no span; expected a label, start and end, a tab and the text, such as PERSON 0 3, a tab, Ada");
        }
        String[] offsets = span.group(2).split("[ ;]", -1);
        int[] bounds = new int[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            bounds[i] = Integer.parseInt(offsets[i]);
        }
        Details details = new Details(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of("id", Json.quote(id)));
        try {
            labels.add(id, bounds, Optional.of(parts[2]), new Label(span.group(1)), details);
        } catch (IllegalArgumentException e) {
            throw wrong(number, e.getMessage());
        }
        lines.put(id, number);
    }

    private void keep(List<String> kept, String line, String said, long number) {
        Matcher reference = REFERENCE.matcher(said);
        while (reference.find()) {
            references.putIfAbsent(reference.group(1), number);
        }
        kept.add(line);
    }

    Example example(String id, String text, Original place) {
        references.forEach((reference, number) -> {
            if (!ids.contains(reference)) {
                throw wrong(number, "refers to '" + reference + "', which is not in the file");
            }
        });
        Map<String, String> extra = new LinkedHashMap<>();
        put(extra, "relations", relations);
        put(extra, "attributes", attributes);
        put(extra, "notes", notes);
        Mark.Parted parted;
        try {
            parted = labels.of(text);
        } catch (IllegalArgumentException e) {
            String name = e.getMessage().substring(0, Math.max(0, e.getMessage().indexOf(' ')));
            throw wrong(lines.getOrDefault(name, 0L), e.getMessage());
        }
        return new Example(
                id, Optional.empty(), new AnnotatedText(text, parted.mentions()), place, extra, parted.marks());
    }

    private static void put(Map<String, String> extra, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            extra.put(key, lines.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]")));
        }
    }

    private BadDataException wrong(long line, String problem) {
        return new BadDataException(file, line, problem);
    }
}
