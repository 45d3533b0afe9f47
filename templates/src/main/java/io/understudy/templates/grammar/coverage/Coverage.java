package io.understudy.templates.grammar.coverage;

import io.understudy.core.Example;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.language.Choices;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import io.understudy.templates.grammar.language.Walk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a grammar occurs in a corpus: which alternatives as they are written, and how many tuples of options of each
 * intent. An example is looked up in its intent, or in all where it has none; an ambiguous one counts for each of its
 * derivations, the first {@value #MOST_RANKS}. Not thread-safe.
 */
public final class Coverage {

    private static final int MOST_RANKS = 64;
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Grammar grammar;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Alternative> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int strength;
    private long examples;
    private long said;

    /**
     * An intent.
     *
     * @param missing its tuples that are not met yet; empty where it has too many to look at
     */
    private record Part(Utterances intent, Optional<Choices> choices, Optional<TupleSet> missing, long tuples) {

        static Part of(Utterances intent, int strength) {
            Optional<Choices> choices = Choices.of(intent);
            Optional<long[]> tuples = choices.flatMap(all -> all.tuples(strength));
            return new Part(
                    intent,
                    choices,
                    tuples.map(TupleSet::new),
                    tuples.map(all -> (long) all.length).orElse(0L));
        }
    }

    /**
     * How many tuples of an intent were met.
     *
     * @param all how many there are; empty: more than can be looked at
     */
    public record Share(String intent, long met, Optional<Long> all) {}

    /** @param strength of the tuples: 1 each option, 2 pairs, 3 triples */
    public Coverage(Grammar grammar, Language language, int strength) {
        this.grammar = grammar;
        this.strength = strength;
        language.intents().forEach(intent -> parts.add(Part.of(intent, strength)));
    }

    /** Runs of white space count as one space, and none at the ends: a corpus types them, a grammar does not. */
    public void add(Example example) {
        examples++;
        for (Part part : parts) {
            if (example.intent().isEmpty()
                    || example.intent().get().equals(part.intent().intent().name())) {
                List<BigInteger> ranks = ranks(part.intent(), example.text());
                if (!ranks.isEmpty()) {
                    said++;
                    ranks.forEach(rank -> add(part, rank));
                    return;
                }
            }
        }
    }

    private static List<BigInteger> ranks(Utterances intent, String text) {
        List<BigInteger> exact = intent.ranks(text, MOST_RANKS);
        String even = SPACE.matcher(text).replaceAll(" ").strip();
        return exact.isEmpty() && !even.equals(text) ? intent.ranks(even, MOST_RANKS) : exact;
    }

    private void add(Part part, BigInteger rank) {
        met.addAll(part.intent().utterance(rank).alternatives());
        part.missing()
                .ifPresent(
                        missing -> Choices.tuples(part.choices().orElseThrow().of(rank), strength, missing::remove));
    }

    /** Examples that were added. */
    public long examples() {
        return examples;
    }

    /** Examples that the grammar says. */
    public long said() {
        return said;
    }

    /** For each intent, in the order of the grammar. */
    public List<Share> shares() {
        return parts.stream()
                .map(part -> new Share(
                        part.intent().intent().name(),
                        part.tuples() - part.missing().map(TupleSet::size).orElse(0),
                        part.missing().map(missing -> part.tuples())))
                .toList();
    }

    /** Where the alternatives stand that never occur, in the order of the files. */
    public List<Position> positions() {
        return Walk.alternatives(grammar).stream()
                .filter(each -> !met.contains(each))
                .map(Alternative::at)
                .sorted()
                .toList();
    }

    /** How many alternatives are written. */
    public int alternatives() {
        return Walk.alternatives(grammar).size();
    }
}
