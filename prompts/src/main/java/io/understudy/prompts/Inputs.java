package io.understudy.prompts;

import io.understudy.core.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a prompt is filled in with. Text of a corpus gets in as templates alone: by type, a name that was found cannot
 * be sent. Immutable.
 */
public final class Inputs {

    /** Nothing. */
    public static final Inputs NONE = new Inputs(Map.of());

    private final Map<Input, String> values;

    private Inputs(Map<Input, String> values) {
        this.values = values;
    }

    /** The carrier phrase and its slots. */
    public static Inputs of(Template template) {
        return NONE.with(Input.TEMPLATE, template.toString()).with(Input.SLOTS, slots(template));
    }

    /** @param count 1 or more */
    public Inputs count(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + "; expected 1 or more");
        }
        return with(Input.COUNT, Integer.toString(count));
    }

    /** @param templates of the same intent; line breaks in them become spaces */
    public Inputs templates(List<Template> templates) {
        return with(Input.TEMPLATES, lines(templates));
    }

    public Inputs intent(String intent) {
        return with(Input.INTENT, intent);
    }

    public Inputs style(Style style) {
        return with(Input.STYLE, style.description());
    }

    /** @param persona who speaks, in words */
    public Inputs persona(String persona) {
        return with(Input.PERSONA, persona);
    }

    /** @param language by its English name */
    public Inputs language(String language) {
        return with(Input.LANGUAGE, language);
    }

    /** @param kind such as {@code mail} */
    public Inputs kind(String kind) {
        return with(Input.KIND, kind);
    }

    /** @param turns of a dialogue, the oldest first */
    public Inputs turns(List<Template> turns) {
        return with(Input.TURNS, lines(turns));
    }

    public Inputs candidate(Template candidate) {
        return with(Input.CANDIDATE, candidate.toString());
    }

    /** As a file's example gives it. */
    Inputs with(Input input, String value) {
        Map<Input, String> more = new EnumMap<>(Input.class);
        more.putAll(values);
        more.put(input, value);
        return new Inputs(more);
    }

    Inputs with(Map<Input, String> others) {
        Map<Input, String> more = new EnumMap<>(Input.class);
        more.putAll(values);
        more.putAll(others);
        return new Inputs(more);
    }

    Optional<String> get(Input input) {
        return Optional.ofNullable(values.get(input));
    }

    /** The number of answers asked for; 1 where none is. */
    int wanted() {
        return get(Input.COUNT).map(Integer::parseInt).orElse(1);
    }

    private static String lines(List<Template> templates) {
        List<String> lines = new ArrayList<>();
        templates.forEach(template -> lines.add(template.toString().replaceAll("\\s*\\R\\s*", " ")));
        return String.join("\n", lines);
    }

    private static String slots(Template template) {
        List<String> slots = new ArrayList<>();
        template.distinctSlots().keySet().forEach(slot -> slots.add("{" + slot + "}"));
        return slots.isEmpty() ? "none" : String.join(" ", slots);
    }
}
