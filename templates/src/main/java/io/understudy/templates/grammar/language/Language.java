package io.understudy.templates.grammar.language;

import io.understudy.core.BadDataException;
import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Grammar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a grammar says: the utterances of its intents, counted and numbered. Immutable, thread-safe. */
public final class Language {

    private final List<Utterances> intents;

    private Language(List<Utterances> intents) {
        this.intents = List.copyOf(intents);
    }

    /** @throws BadDataException if something is wrong with the grammar; the message says where, and shows the line */
    public static Language of(Grammar grammar) {
        Names names = new Names(grammar);
        for (Finding finding : names.findings()) {
            if (finding.error()) {
                throw finding.thrown();
            }
        }
        Nodes nodes = new Nodes();
        Map<Compiler.Call, Family> shared = new HashMap<>();
        List<Utterances> intents = new ArrayList<>();
        for (Intent intent : grammar.intents()) {
            try {
                intents.add(utterances(intent, grammar, names, nodes, shared));
            } catch (Wrong e) {
                throw e.finding().thrown();
            }
        }
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("the grammar has no intent; expected a line such as: intent NAME");
        }
        return new Language(intents);
    }

    /**
     * All that is wrong with a grammar, or may be: what {@link #of} would throw, and what is unused, ambiguous or
     * twice. In the order of the files.
     */
    public static List<Finding> check(Grammar grammar) {
        Names names = new Names(grammar);
        List<Finding> findings = new ArrayList<>(names.findings());
        findings.addAll(Unused.of(grammar, names));
        if (names.findings().isEmpty()) {
            Nodes nodes = new Nodes();
            Map<Compiler.Call, Family> shared = new HashMap<>();
            for (Intent intent : grammar.intents()) {
                try {
                    Utterances utterances = utterances(intent, grammar, names, nodes, shared);
                    utterances
                            .distinct()
                            .example()
                            .ifPresent(text -> findings.add(Finding.warning(
                                    intent.at(),
                                    "the intent '" + intent.name() + "' is ambiguous: \""
                                            + text.replace(String.valueOf(Continuations.INVENTED), "<invented>")
                                            + "\" has more than one derivation")));
                } catch (Wrong e) {
                    findings.add(e.finding());
                }
            }
        }
        return findings.stream().sorted(Comparator.comparing(Finding::at)).toList();
    }

    private static Utterances utterances(
            Intent intent, Grammar grammar, Names names, Nodes nodes, Map<Compiler.Call, Family> shared) {
        try {
            Compiler compiler = new Compiler(names, nodes, shared);
            Family family = compiler.compile(intent);
            Optional<Node> root = new Binding(names, nodes, compiler.variables(), grammar.constraints()).bind(family);
            return new Utterances(
                    intent,
                    root.orElseThrow(() -> new Wrong(
                            intent.at(),
                            "the intent '" + intent.name()
                                    + "' has no utterance: nothing fits its constraints and"
                                    + " coins, or its recursion never ends")));
        } catch (Nodes.TooLarge e) {
            throw Finding.error(intent.at(), "grows explosively: " + e.getMessage())
                    .thrown();
        }
    }

    /** In the order of the grammar; at least one. */
    public List<Utterances> intents() {
        return intents;
    }

    /** @throws IllegalArgumentException if there is no such intent; the message lists those there are */
    public Utterances intent(String name) {
        return intents.stream()
                .filter(each -> each.intent().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown(
                        "intent",
                        name,
                        intents.stream().map(each -> each.intent().name()).toList())));
    }

    /** Derivations of all intents. */
    public BigInteger count() {
        return intents.stream().map(Utterances::count).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Draws from some intents without replacement, as many lines from each where there are enough.
     *
     * @param even whether each derivation of an intent is as likely as any other; otherwise its weights hold
     */
    public static Mixture sample(List<Utterances> intents, long seed, long size, boolean even) {
        long all = 0;
        for (Utterances intent : intents) {
            all = Math.min(size, all + Math.min(size, intent.root().few()));
        }
        double[] equal = new double[intents.size()];
        Arrays.fill(equal, 1);
        return sample(
                intents,
                Quotas.fill(Shares.of(equal), i -> intents.get(i).root().few(), all, 0.5),
                seed,
                even);
    }

    /**
     * Draws from some intents without replacement.
     *
     * @param sizes lines from each; there may be fewer
     * @param even as for {@link #sample(List, long, long, boolean)}
     */
    public static Mixture sample(List<Utterances> intents, long[] sizes, long seed, boolean even) {
        return new Mixture(intents, sizes, seed, even);
    }
}
