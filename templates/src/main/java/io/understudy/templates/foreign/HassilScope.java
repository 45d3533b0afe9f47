package io.understudy.templates.foreign;

import io.understudy.templates.foreign.Yaml.Entries;
import io.understudy.templates.foreign.Yaml.Value;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Alias;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lists and rules that sentences may name, each an alias of the grammar. A block of an intent may have lists and
 * rules of its own; the rules of the whole file see them when the block names them, and then are aliases of the block.
 */
final class HassilScope {

    private static final int MOST_NESTED = 50;
    private static final Pattern INLINE_RANGE = Pattern.compile("(\\d{1,12})\\.\\.(\\d{1,12})(?:,(\\d{1,12}))?");

    /** @param list whether it stands in braces; otherwise it is a rule */
    private record Name(boolean list, String text) {
        @Override
        public String toString() {
            return list ? "{" + text + "}" : "<" + text + ">";
        }
    }

    /**
     * @param ofBlock whether it has to do with a name of a block
     * @param mentions whether there are mentions in it
     */
    private record Phrase(String alias, boolean ofBlock, boolean mentions) {}

    private final Optional<HassilScope> outer;
    private final String block;
    private final Map<Name, Value> written = new LinkedHashMap<>();
    private final Map<Name, Phrase> phrases = new HashMap<>();
    private final List<Rule> aliases;
    private final Set<String> taken;
    private final Set<Name> open = new LinkedHashSet<>();

    /** Of the whole file. */
    HassilScope(Entries file) {
        this.outer = Optional.empty();
        this.block = "";
        this.aliases = new ArrayList<>();
        this.taken = new HashSet<>();
        define(file);
    }

    HassilScope(HassilScope file, Entries data, String block) {
        this.outer = Optional.of(file);
        this.block = block;
        this.aliases = file.aliases;
        this.taken = file.taken;
        define(data);
    }

    private void define(Entries entries) {
        entries.find("expansion_rules")
                .ifPresent(rules ->
                        rules.entries().entries().forEach((name, value) -> written.put(new Name(false, name), value)));
        entries.find("lists")
                .ifPresent(lists ->
                        lists.entries().entries().forEach((name, value) -> written.put(new Name(true, name), value)));
    }

    /** Reads what no sentence names, for it may be wrong too. */
    void checkAll() {
        written.forEach((name, value) -> phrase(name, value.keyAt()));
    }

    List<Rule> aliases() {
        return aliases;
    }

    Expression sentence(Value value) {
        return new Reading(false).sentence(value);
    }

    private Phrase phrase(Name name, Position at) {
        Phrase known = phrases.get(name);
        if (known != null) {
            return known;
        }
        Value value = find(name).orElseThrow(() -> unknown(name, at));
        if (!open.add(name)) {
            throw Source.fault(at, name + " stands within itself");
        }
        if (open.size() > MOST_NESTED) {
            throw Source.fault(at, "more than " + MOST_NESTED + " lists and rules within each other");
        }
        Reading reading = new Reading(name.list());
        Choice body = name.list()
                ? HassilList.body(value, reading::sentence)
                : new Choice(List.of(new Alternative(reading.sentence(value))), value.keyAt());
        open.remove(name);
        boolean ofBlock = outer.isPresent() && (written.containsKey(name) || reading.ofBlock);
        Phrase phrase = outer.isEmpty() || ofBlock
                ? new Phrase(define(name, body, value.keyAt()), ofBlock, reading.mentions)
                : outer.get().phrase(name, at);
        phrases.put(name, phrase);
        return phrase;
    }

    private String define(Name name, Choice body, Position at) {
        String alias = block.isEmpty() ? name.text() : name.text() + " in " + block;
        if (!taken.add(alias)) {
            alias = name + (block.isEmpty() ? "" : " in " + block);
            taken.add(alias);
        }
        aliases.add(new Alias(alias, body, at));
        return alias;
    }

    private Optional<Value> find(Name name) {
        Value value = written.get(name);
        return value != null ? Optional.of(value) : outer.flatMap(scope -> scope.find(name));
    }

    private RuntimeException unknown(Name name, Position at) {
        Set<String> have = new LinkedHashSet<>();
        for (HassilScope scope = this; scope != null; scope = scope.outer.orElse(null)) {
            scope.written.keySet().stream()
                    .filter(each -> each.list() == name.list())
                    .forEach(each -> have.add(each.text()));
        }
        String advice = "; a list that the program around hassil fills needs values here";
        return Source.fault(
                at, Source.unknown(name.list() ? "list" : "rule", name.text(), have) + (name.list() ? advice : ""));
    }

    /** Reads sentences and remembers what was in them. */
    private final class Reading implements HassilSentence.Names {

        private final boolean inMention;
        private boolean ofBlock;
        private boolean mentions;

        Reading(boolean inMention) {
            this.inMention = inMention;
        }

        Expression sentence(Value value) {
            String text = value.text();
            int start = text.length() - text.stripLeading().length();
            return HassilSentence.parse(text.strip(), index -> value.at(index + start), this);
        }

        @Override
        public Expression list(String written, Position at) {
            if (inMention) {
                throw Source.fault(at, "a list within a list; expected values without lists in them");
            }
            mentions = true;
            int colon = written.indexOf(':');
            String list = colon < 0 ? written : written.substring(0, colon);
            String slot = colon < 0 ? written : written.substring(colon + 1);
            // {list:@slot} and {@list}: a value that is captured and not handed on. It is a mention all the same.
            slot = slot.startsWith("@") ? slot.substring(1) : slot;
            list = colon < 0 ? slot : list;
            String label = Source.label(slot, at).name();
            Matcher range = INLINE_RANGE.matcher(list);
            if (colon >= 0 && range.matches()) {
                return new Inline(label, HassilList.range(range, at), at);
            }
            return new Inline(label, refer(new Name(true, list), at), at);
        }

        @Override
        public Expression rule(String name, Position at) {
            return refer(new Name(false, name), at);
        }

        private Expression refer(Name name, Position at) {
            Phrase phrase = phrase(name, at);
            if (inMention && phrase.mentions()) {
                throw Source.fault(at, "a list within a list; " + name + " has one");
            }
            ofBlock |= phrase.ofBlock();
            mentions |= phrase.mentions();
            return Reference.phrase(phrase.alias(), at);
        }
    }
}
