package io.understudy.templates.foreign;

import io.understudy.templates.foreign.RasaExample.Kind;
import io.understudy.templates.foreign.RasaExample.Mention;
import io.understudy.templates.foreign.RasaExample.Part;
import io.understudy.templates.foreign.Yaml.Entries;
import io.understudy.templates.foreign.Yaml.Value;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Training data of Rasa 3, {@code nlu.yml}, as a grammar. An example is a line of its intent, its mentions slots; lines
 * that become the same by that are one line with their number as its weight. A slot says what its entity is called in
 * any example, what the lookup table and the regular expression of its name say, and the synonyms of all these.
 */
final class RasaReader {

    private static final List<String> KEYS = List.of(
            "version",
            "nlu",
            "stories",
            "rules",
            "intents",
            "entities",
            "slots",
            "responses",
            "actions",
            "forms",
            "session_config");

    private final Map<String, Value> intents = new LinkedHashMap<>();
    private final Map<String, Map<List<Object>, Line>> lines = new LinkedHashMap<>();
    private final RasaEntities entities = new RasaEntities();

    /** A line of an intent and how many examples became it. */
    private record Line(Expression body, int examples) {}

    private RasaReader() {}

    /** @throws io.understudy.core.BadDataException if Rasa would refuse it too, or we cannot read it */
    static Grammar read(Source source) {
        RasaReader reader = new RasaReader();
        Entries file = Yaml.read(source).allow(KEYS);
        for (Value item : file.get("nlu").list()) {
            reader.add(item.entries());
        }
        if (reader.lines.isEmpty()) {
            throw Source.fault(file.get("nlu").at(), "no intent; expected '- intent: name' and its examples");
        }
        List<Intent> intents = new ArrayList<>();
        reader.lines.forEach((name, lines) -> intents.add(reader.intent(name, lines)));
        List<Rule> rules = reader.entities.rules();
        return new Grammar(intents, rules, List.of());
    }

    private void add(Entries item) {
        List<String> kinds = List.of("intent", "synonym", "lookup", "regex");
        String kind = kinds.stream()
                .filter(each -> item.find(each).isPresent())
                .findFirst()
                .orElseThrow(() -> item.entries().isEmpty()
                        ? Source.fault(item.at(), "an item without a key; expected " + String.join(", ", kinds))
                        : Source.fault(
                                item.at(),
                                Source.unknown(
                                        "kind",
                                        item.entries().keySet().iterator().next(),
                                        kinds)));
        item.allow(List.of(kind, "examples", "metadata"));
        Value name = item.get(kind);
        Map<Position, String> examples = examples(item.get("examples"));
        switch (kind) {
            case "intent" -> examples.forEach((at, line) -> addExample(name, line, at));
            case "synonym" -> examples.forEach((at, line) -> entities.addSynonym(name.scalar(), line, name.at()));
            case "lookup" -> examples.forEach((at, line) -> entities.addLookup(name.scalar(), line, at));
            default -> examples.forEach((at, line) -> entities.addPattern(name.scalar(), line, at));
        }
    }

    private static Map<Position, String> examples(Value examples) {
        Map<Position, String> lines = new LinkedHashMap<>();
        if (!examples.isList()) {
            examples.lines().forEach((at, line) -> {
                String text = line.strip();
                if (!text.isEmpty()) {
                    if (!text.startsWith("-")) {
                        throw Source.fault(at, "an example that does not begin with '- '");
                    }
                    int start = line.indexOf('-') + 1;
                    int spaces = line.substring(start).length()
                            - line.substring(start).stripLeading().length();
                    Position from = new Position(at.file(), at.line(), at.column() + start + spaces);
                    putExample(lines, from, text.substring(1).strip());
                }
            });
        } else {
            for (Value each : examples.list()) {
                Value text = each.isEntries()
                        ? each.entries().allow(List.of("text", "metadata")).get("text")
                        : each;
                putExample(lines, text.at(), text.scalar().strip());
            }
        }
        if (lines.isEmpty()) {
            throw Source.fault(examples.at(), "no example; expected lines that begin with '- '");
        }
        return lines;
    }

    private static void putExample(Map<Position, String> lines, Position at, String text) {
        if (text.isEmpty()) {
            throw Source.fault(at, "an example without characters");
        }
        lines.put(at, text);
    }

    private void addExample(Value intent, String line, Position at) {
        intents.putIfAbsent(intent.scalar(), intent);
        List<Object> key = new ArrayList<>();
        List<Expression> parts = new ArrayList<>();
        for (Part part : RasaExample.parse(line, at).parts()) {
            if (part instanceof Mention mention) {
                entities.addMention(mention);
                Kind kind = mention.kind();
                key.add(kind);
                parts.add(Reference.slot(kind.name(), mention.at()));
            } else {
                String text = ((RasaExample.Text) part).text();
                key.add(text);
                parts.add(new Text(text, at));
            }
        }
        Expression body = parts.size() == 1 ? parts.get(0) : new Sequence(parts, at);
        lines.computeIfAbsent(intent.scalar(), each -> new LinkedHashMap<>())
                .merge(key, new Line(body, 1), (one, other) -> new Line(one.body(), one.examples() + 1));
    }

    private Intent intent(String name, Map<List<Object>, Line> lines) {
        List<Alternative> alternatives = lines.values().stream()
                .map(line -> new Alternative(Weight.of(line.examples()), line.body()))
                .toList();
        Position at = intents.get(name).at();
        return new Intent(name, Map.of(), new Choice(alternatives, at), at);
    }
}
