package io.understudy.templates.foreign;

import io.understudy.templates.foreign.RasaExample.Kind;
import io.understudy.templates.foreign.RasaExample.Mention;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Alias;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Recursion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the entities of a Rasa file are called. */
final class RasaEntities {

    private record Surface(Optional<String> value, Position at) {}

    private record Pattern(String text, Position at) {}

    /** The canonical value of a surface in small letters, as Rasa looks it up. */
    private final Map<String, String> canonical = new LinkedHashMap<>();

    private final Map<String, Map<String, Position>> synonyms = new LinkedHashMap<>();
    private final Map<Kind, Position> kinds = new LinkedHashMap<>();
    private final Map<String, Map<String, Surface>> surfaces = new LinkedHashMap<>();
    private final Map<String, List<Pattern>> patterns = new LinkedHashMap<>();

    void addMention(Mention mention) {
        kinds.putIfAbsent(mention.kind(), mention.at());
        Source.label(mention.kind().entity(), mention.at());
        surfaces(mention.kind().entity()).putIfAbsent(mention.surface(), new Surface(mention.value(), mention.at()));
    }

    void addLookup(String entity, String surface, Position at) {
        surfaces(entity).putIfAbsent(surface, new Surface(Optional.empty(), at));
    }

    void addPattern(String entity, String pattern, Position at) {
        patterns.computeIfAbsent(entity, each -> new ArrayList<>()).add(new Pattern(pattern, at));
    }

    void addSynonym(String value, String surface, Position at) {
        canonical.putIfAbsent(surface.toLowerCase(Locale.ROOT), value);
        synonyms.computeIfAbsent(value, each -> new LinkedHashMap<>()).putIfAbsent(surface, at);
    }

    private Map<String, Surface> surfaces(String entity) {
        return surfaces.computeIfAbsent(entity, each -> new LinkedHashMap<>());
    }

    /**
     * A slot for each entity with its role and group. An entity that has several is an alias with the surfaces of all;
     * so is what no example mentions, and synonyms of what is no surface.
     */
    List<Rule> rules() {
        Set<String> attached = new LinkedHashSet<>();
        surfaces.forEach((entity, all) -> addSynonyms(all, attached));
        Set<String> entities = new LinkedHashSet<>(surfaces.keySet());
        entities.addAll(patterns.keySet());
        List<Rule> rules = new ArrayList<>();
        for (String entity : entities) {
            List<Kind> own = kinds.keySet().stream()
                    .filter(kind -> kind.entity().equals(entity))
                    .toList();
            Choice body = body(entity);
            if (own.size() == 1) {
                rules.add(slot(own.get(0), body));
                continue;
            }
            rules.add(new Alias(entity, body, body.at()));
            for (Kind kind : own) {
                Position at = kinds.get(kind);
                rules.add(slot(kind, new Choice(List.of(new Alternative(Reference.phrase(entity, at))), at)));
            }
        }
        synonyms.forEach((value, all) -> {
            if (!attached.contains(value)) {
                Position at = all.values().iterator().next();
                rules.add(new Alias(free(value, entities), new Choice(lines(value, all), at), at));
            }
        });
        return rules;
    }

    private static String free(String value, Set<String> taken) {
        return taken.contains(value) ? "synonyms of " + value : value;
    }

    private static List<Alternative> lines(String value, Map<String, Position> surfaces) {
        List<Alternative> lines = new ArrayList<>();
        surfaces.forEach(
                (surface, at) -> lines.add(new Alternative(new Valued(new Text(surface, at), Optional.of(value), at))));
        return lines;
    }

    /** The synonyms of what is among the surfaces, which thereby become surfaces too. */
    private void addSynonyms(Map<String, Surface> all, Set<String> attached) {
        Set<String> values = new LinkedHashSet<>();
        all.forEach((surface, written) -> {
            values.add(surface);
            written.value().ifPresent(values::add);
            Optional.ofNullable(canonical.get(surface.toLowerCase(Locale.ROOT))).ifPresent(values::add);
        });
        for (String value : values) {
            synonyms.getOrDefault(value, Map.of()).forEach((surface, at) -> {
                attached.add(value);
                all.putIfAbsent(surface, new Surface(Optional.of(value), at));
            });
        }
    }

    private Choice body(String entity) {
        List<Alternative> lines = new ArrayList<>();
        surfaces.getOrDefault(entity, Map.of()).forEach((surface, written) -> {
            Text text = new Text(surface, written.at());
            Optional<String> value =
                    written.value().or(() -> Optional.ofNullable(canonical.get(surface.toLowerCase(Locale.ROOT))));
            lines.add(new Alternative(value.isPresent() ? new Valued(text, value, written.at()) : text));
        });
        for (Pattern pattern : patterns.getOrDefault(entity, List.of())) {
            Expression body = RegularExpression.parse(pattern.text(), pattern.at());
            if (Gaps.mayBeEmpty(body)) {
                throw Source.fault(pattern.at(), "a regular expression that matches nothing at all");
            }
            lines.add(new Alternative(body));
        }
        return new Choice(lines, lines.get(0).at());
    }

    private static Slot slot(Kind kind, Choice body) {
        return new Slot(
                kind.name(),
                Optional.empty(),
                List.of(),
                Recursion.NONE,
                Source.label(kind.entity(), body.at()),
                kind.role(),
                kind.group(),
                Map.of(),
                body,
                body.at());
    }
}
