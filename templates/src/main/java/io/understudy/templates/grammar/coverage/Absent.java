package io.understudy.templates.grammar.coverage;

import io.understudy.core.Example;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import io.understudy.templates.grammar.language.Walk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which alternatives of a grammar never occur in a corpus. An example is looked up in its intent, or in all where it
 * has none; an ambiguous one counts as its first derivation. Not thread-safe.
 */
public final class Absent {

    private final Grammar grammar;
    private final Language language;
    private final Set<Alternative> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private long examples;
    private long said;

    public Absent(Grammar grammar, Language language) {
        this.grammar = grammar;
        this.language = language;
    }

    public void add(Example example) {
        examples++;
        for (Utterances intent : language.intents()) {
            if (example.intent().isEmpty()
                    || example.intent().get().equals(intent.intent().name())) {
                List<BigInteger> ranks = intent.ranks(example.text(), 1);
                if (!ranks.isEmpty()) {
                    said++;
                    met.addAll(intent.utterance(ranks.get(0)).alternatives());
                    return;
                }
            }
        }
    }

    /** Examples that were added. */
    public long examples() {
        return examples;
    }

    /** Examples that the grammar says. */
    public long said() {
        return said;
    }

    /** Where the alternatives stand that never occur, in the order of the files. */
    public List<Position> positions() {
        return all().stream()
                .filter(each -> !met.contains(each))
                .map(Alternative::at)
                .sorted()
                .toList();
    }

    /** How many alternatives there are. */
    public int alternatives() {
        return all().size();
    }

    private List<Alternative> all() {
        List<Definition> definitions = new ArrayList<>(grammar.intents());
        definitions.addAll(grammar.rules());
        List<Alternative> all = new ArrayList<>();
        for (Definition definition : definitions) {
            Walk.all(definition.body(), each -> {
                if (each instanceof Expression.Choice choice) {
                    all.addAll(choice.alternatives());
                }
            });
        }
        return all;
    }
}
