package io.understudy.templates.foreign;

import io.understudy.templates.foreign.Yaml.Entries;
import io.understudy.templates.foreign.Yaml.Value;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Intents of hassil (3.12) as grammars, with the sentences that {@code hassil.sample} writes: lists are mentions, rules
 * are phrases, all alternatives are drawn equally often. What only recognition looks at (contexts, skip words, fixed
 * slots, responses) changes no sentence and is left out; numbers are written in digits.
 */
final class HassilReader {

    private static final List<String> KEYS =
            List.of("language", "intents", "lists", "expansion_rules", "skip_words", "settings", "responses");

    private static final List<String> DATA_KEYS = List.of(
            "sentences",
            "slots",
            "response",
            "requires_context",
            "excludes_context",
            "expansion_rules",
            "lists",
            "metadata",
            "required_keywords",
            "inferred_domain",
            "name_domains",
            "settings");

    private HassilReader() {}

    /** @throws io.understudy.core.BadDataException if the tool would refuse it too, or we cannot read it */
    static Grammar read(Source source) {
        Entries file = Yaml.read(source).allow(KEYS);
        HassilScope global = new HassilScope(file);
        List<Intent> intents = new ArrayList<>();
        for (Value intent : file.get("intents").entries().entries().values()) {
            intents.add(intent(intent, global));
        }
        if (intents.isEmpty()) {
            throw Source.fault(file.get("intents").at(), "no intent; expected a name and its data");
        }
        global.checkAll();
        return new Grammar(intents, global.aliases(), List.of());
    }

    private static Intent intent(Value intent, HassilScope global) {
        List<Alternative> lines = new ArrayList<>();
        int block = 0;
        for (Value data : intent.entries().allow(List.of("data")).get("data").list()) {
            Entries entries = data.entries().allow(DATA_KEYS);
            block++;
            boolean hasNames = entries.find("lists").isPresent()
                    || entries.find("expansion_rules").isPresent();
            HassilScope scope = hasNames ? new HassilScope(global, entries, intent.name() + " " + block) : global;
            for (Value sentence : entries.get("sentences").list()) {
                lines.add(new Alternative(scope.sentence(sentence)));
            }
        }
        if (lines.isEmpty()) {
            throw Source.fault(intent.at(), "'" + intent.name() + "' has no sentence");
        }
        return new Intent(intent.name(), Map.of(), new Choice(lines, intent.keyAt()), intent.keyAt());
    }
}
