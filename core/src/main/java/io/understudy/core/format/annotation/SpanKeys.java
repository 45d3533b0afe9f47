package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Details;
import io.understudy.core.format.JsonObject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a span says beside its place and label, in formats that are free to say more: under the names of JSONL. */
final class SpanKeys {

    private static final Set<String> OURS = Set.of("entity", "role", "group", "value");

    private SpanKeys() {}

    /** @param known members that are no details */
    static Details details(JsonObject span, Set<String> known) {
        Map<String, String> extra = span.rest(all(known));
        Optional<String> entity = span.optionalString("entity");
        Optional<String> role = span.optionalString("role");
        Optional<String> group = span.optionalString("group");
        Optional<String> value = span.optionalString("value");
        boolean bare = entity.isEmpty() && role.isEmpty() && group.isEmpty() && value.isEmpty() && extra.isEmpty();
        return bare ? Details.NONE : new Details(entity, role, group, value, extra);
    }

    /** @param known members that are no details */
    static void put(ObjectNode span, Details details, Set<String> known) {
        details.entity().ifPresent(name -> span.put("entity", name));
        details.role().ifPresent(name -> span.put("role", name));
        details.group().ifPresent(name -> span.put("group", name));
        details.value().ifPresent(name -> span.put("value", name));
        JsonCorpus.putRest(span, details.extra(), all(known));
    }

    private static Set<String> all(Set<String> known) {
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(OURS);
        return all;
    }
}
