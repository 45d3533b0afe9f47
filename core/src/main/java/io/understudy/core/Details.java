package io.understudy.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a mention beyond its span and label; all of it optional.
 *
 * @param entity name of the entity the mention refers to, shared by all its mentions in one example, such as
 *     {@code PERSON_1}
 * @param role the part it plays, such as {@code destination}
 * @param group ties mentions that belong together, such as one pizza of an order
 * @param value its canonical value, such as {@code 2024-05-03} for "3 May"
 * @param extra keys we do not know, kept as read: name to JSON text
 */
public record Details(
        Optional<String> entity,
        Optional<String> role,
        Optional<String> group,
        Optional<String> value,
        Map<String, String> extra) {

    /** Nothing known. */
    public static final Details NONE =
            new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public Details {
        extra = Extra.copy(extra);
    }

    public Details withEntity(String name) {
        return new Details(Optional.of(name), role, group, value, extra);
    }

    public Details withRole(String name) {
        return new Details(entity, Optional.of(name), group, value, extra);
    }

    public Details withGroup(String name) {
        return new Details(entity, role, Optional.of(name), value, extra);
    }

    public Details withValue(String canonical) {
        return new Details(entity, role, group, Optional.of(canonical), extra);
    }

    /** @param json unknown keys: name to JSON text */
    public Details withExtra(Map<String, String> json) {
        return new Details(entity, role, group, value, json);
    }

    /** Whether nothing is known. */
    public boolean isNone() {
        return entity.isEmpty() && role.isEmpty() && group.isEmpty() && value.isEmpty() && extra.isEmpty();
    }

    /**
     * Role and group, which say how the mention is used; not entity, value or unknown keys, which say whom it names.
     */
    public Details usage() {
        return entity.isEmpty() && value.isEmpty() && extra.isEmpty()
                ? this
                : new Details(Optional.empty(), role, group, Optional.empty(), Map.of());
    }

    /** Keeps the order of keys; {@link Map#copyOf} would lose it. */
    static final class Extra {
        private Extra() {}

        static Map<String, String> copy(Map<String, String> map) {
            return map.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
    }
}
