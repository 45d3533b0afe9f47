package io.understudy.templates.grammar.language;

import io.understudy.core.Label;
import io.understudy.core.text.FirstSound;
import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Article;
import io.understudy.templates.grammar.language.Node.Chars;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Gap;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Open;
import io.understudy.templates.grammar.language.Node.Recall;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Node.Single;
import io.understudy.templates.grammar.language.Node.Steps;
import io.understudy.templates.grammar.language.Node.Tagged;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the derivations of a text: a memoized descent, so that the work is bounded by the parts of the grammar times
 * the places of the text. One for each text. Not thread-safe.
 */
final class Ranking {

    private static final int MOST_STEPS = 20_000_000;
    private static final int LEAST_KEPT = 16;
    private static final List<BigInteger> ZERO = List.of(BigInteger.ZERO);

    /**
     * @param gap whether a space is due before the next character
     * @param capital whether the next character is in upper case
     * @param mention whether a mention is being said
     * @param chosen derivations of the named choices that were met
     */
    private record State(int at, boolean gap, boolean capital, boolean mention, Map<Integer, BigInteger> chosen) {
        State to(int place) {
            return new State(place, false, false, mention, chosen);
        }
    }

    private final Lookup lookup;
    private final Said said;
    private final String text;
    private final int kept;
    private final IdentityHashMap<Node, Map<State, Map<State, List<BigInteger>>>> memo = new IdentityHashMap<>();
    private int steps;

    Ranking(Lookup lookup, Said said, int most) {
        this.lookup = lookup;
        this.said = said;
        this.text = said.text();
        this.kept = Math.max(most, LEAST_KEPT);
    }

    /** @throws IllegalArgumentException if too many derivations would have to be looked at */
    List<BigInteger> ranks(Node root) {
        List<BigInteger> ranks = new ArrayList<>();
        match(root, new State(0, false, false, false, Map.of())).forEach((end, found) -> {
            // A gap at the end is not said.
            if (end.at() == text.length()) {
                ranks.addAll(found);
            }
        });
        return ranks.stream().sorted().distinct().toList();
    }

    /** Each way to end, with the lowest numbers of the derivations that end so. */
    private Map<State, List<BigInteger>> match(Node node, State from) {
        if (++steps > MOST_STEPS) {
            throw new IllegalArgumentException("the text has too many possible derivations to number them");
        }
        if (node instanceof Gap) {
            return Map.of(new State(from.at(), true, from.capital(), from.mention(), from.chosen()), ZERO);
        }
        if (node instanceof Chars chars) {
            return chars(chars.text(), from);
        }
        Map<State, Map<State, List<BigInteger>>> known = memo.computeIfAbsent(node, key -> new HashMap<>());
        Map<State, List<BigInteger>> ends = known.get(from);
        if (ends == null) {
            ends = inner(node, from);
            known.put(from, ends);
        }
        return ends;
    }

    private Map<State, List<BigInteger>> inner(Node node, State from) {
        if (node instanceof Seq seq) {
            return sequence(seq, from);
        }
        if (node instanceof Alt alt) {
            return choice(alt, from);
        }
        if (node instanceof Entries || node instanceof Steps) {
            return surfaces(node, from);
        }
        if (node instanceof Tagged tagged) {
            return mention(tagged, from);
        }
        if (node instanceof Recall recall) {
            return recall(recall, from);
        }
        if (node instanceof Open open) {
            return open(open, from);
        }
        if (node instanceof Article article) {
            return article(article, from);
        }
        if (node instanceof Node.Picked picked) {
            return picked(picked, from);
        }
        Node body = ((Node.Around) node).body();
        if (node instanceof Node.Capital) {
            Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
            State capital = new State(from.at(), from.gap(), true, from.mention(), from.chosen());
            match(body, capital)
                    .forEach((end, ranks) ->
                            add(ends, new State(end.at(), end.gap(), false, end.mention(), end.chosen()), ranks));
            return ends;
        }
        return match(body, from);
    }

    private Map<State, List<BigInteger>> picked(Node.Picked picked, State from) {
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        match(picked.body(), from).forEach((end, ranks) -> {
            List<BigInteger> rows = ranks.stream()
                    .map(rank -> picked.choices().find(rank.intValueExact()))
                    .filter(row -> row >= 0)
                    .map(BigInteger::valueOf)
                    .toList();
            if (!rows.isEmpty()) {
                add(ends, end, rows);
            }
        });
        return ends;
    }

    /** Where the next character stands, or -1 if a space that is due is not there. */
    private int place(State from) {
        if (!from.gap() || from.at() == 0) {
            return from.at();
        }
        return from.at() < text.length() && text.charAt(from.at()) == ' ' ? from.at() + 1 : -1;
    }

    private Map<State, List<BigInteger>> chars(String chars, State from) {
        int place = place(from);
        if (place < 0) {
            return Map.of();
        }
        String wanted = from.capital() ? upper(chars) : chars;
        boolean there = text.startsWith(wanted, place) && said.allows(place, place + wanted.length(), from.mention());
        return there ? Map.of(from.to(place + wanted.length()), ZERO) : Map.of();
    }

    private static String upper(String chars) {
        int first = chars.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + chars.substring(Character.charCount(first));
    }

    private Map<State, List<BigInteger>> article(Article article, State from) {
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        String letter = article.capital() || from.capital() ? "A" : "a";
        for (String word : List.of(letter, letter + "n")) {
            for (State end : chars(word, new State(from.at(), from.gap(), false, from.mention(), from.chosen()))
                    .keySet()) {
                String next = text.substring(end.at()).stripLeading();
                boolean unknown = said.slots() && !next.isEmpty() && next.charAt(0) == Said.SLOT;
                if (unknown || FirstSound.isVowel(next) == (word.length() == 2)) {
                    ends.put(end, ZERO);
                }
            }
        }
        return ends;
    }

    private Map<State, List<BigInteger>> surfaces(Node node, State from) {
        int place = place(from);
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        if (place >= 0) {
            for (Surfaces.Hit hit : lookup.surfaces(node).at(text, place, from.capital())) {
                if (said.allows(place, hit.end(), from.mention())) {
                    add(ends, from.to(hit.end()), List.of(BigInteger.valueOf(hit.index())));
                }
            }
        }
        return ends;
    }

    private Map<State, List<BigInteger>> choice(Alt alt, State from) {
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        int place = place(from);
        Optional<Character> next = place >= 0 && place < text.length() && !from.capital()
                ? Optional.of(text.charAt(place))
                : Optional.empty();
        for (int option : lookup.options(alt, next)) {
            BigInteger before = alt.upTo().get(option);
            match(alt.options().get(option), from)
                    .forEach((end, ranks) ->
                            add(ends, end, ranks.stream().map(before::add).toList()));
        }
        return ends;
    }

    private Map<State, List<BigInteger>> sequence(Seq seq, State from) {
        int first = 0;
        while (first < seq.parts().size() && isChooser(seq.parts().get(first))) {
            first++;
        }
        Map<State, List<BigInteger>> ends = Map.of(from, ZERO);
        for (Node part : seq.parts().subList(first, seq.parts().size())) {
            Map<State, List<BigInteger>> next = new LinkedHashMap<>();
            ends.forEach((middle, before) -> match(part, middle).forEach((end, ranks) -> {
                List<BigInteger> joint = new ArrayList<>();
                for (BigInteger high : before) {
                    BigInteger base = high.multiply(part.count());
                    ranks.forEach(low -> joint.add(base.add(low)));
                }
                add(next, end, joint);
            }));
            ends = next;
        }
        return first == 0 ? ends : chosen(seq, first, ends);
    }

    private static boolean isChooser(Node node) {
        return node instanceof Single || node instanceof Joint || node instanceof Node.Pair;
    }

    /** Puts the numbers of the choices that were met in front. */
    private Map<State, List<BigInteger>> chosen(Seq seq, int choosers, Map<State, List<BigInteger>> ends) {
        Map<State, List<BigInteger>> all = new LinkedHashMap<>();
        BigInteger rest = seq.count();
        for (Node chooser : seq.parts().subList(0, choosers)) {
            rest = rest.divide(chooser.count());
        }
        for (Map.Entry<State, List<BigInteger>> end : ends.entrySet()) {
            Optional<BigInteger> number = Optional.of(BigInteger.ZERO);
            for (Node chooser : seq.parts().subList(0, choosers)) {
                Optional<BigInteger> own = said.slots()
                        ? Optional.of(BigInteger.ZERO)
                        : number(chooser, end.getKey().chosen());
                number = number.flatMap(
                        high -> own.map(low -> high.multiply(chooser.count()).add(low)));
            }
            if (number.isPresent()) {
                BigInteger base = number.get().multiply(rest);
                add(all, end.getKey(), end.getValue().stream().map(base::add).toList());
            }
        }
        return all;
    }

    private Optional<BigInteger> number(Node chooser, Map<Integer, BigInteger> chosen) {
        if (chooser instanceof Single single) {
            return Optional.ofNullable(chosen.get(single.variable()));
        }
        if (chooser instanceof Node.Pair pair) {
            return pair(pair, chosen);
        }
        Joint joint = (Joint) chooser;
        List<Integer> tuple = new ArrayList<>();
        for (int variable : joint.variables()) {
            if (!chosen.containsKey(variable)) {
                return Optional.empty();
            }
            tuple.add(chosen.get(variable).intValueExact());
        }
        return lookup.tuple(joint, tuple).map(BigInteger::valueOf);
    }

    private static Optional<BigInteger> pair(Node.Pair pair, Map<Integer, BigInteger> chosen) {
        BigInteger one = chosen.get(pair.variables().get(0));
        BigInteger other = chosen.get(pair.variables().get(1));
        long number =
                one == null || other == null ? -1 : pair.choices().number(one.intValueExact(), other.intValueExact());
        return number < 0 ? Optional.empty() : Optional.of(BigInteger.valueOf(number));
    }

    private Map<State, List<BigInteger>> recall(Recall recall, State from) {
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        BigInteger before = from.chosen().get(recall.variable());
        match(recall.body(), from).forEach((end, ranks) -> {
            for (BigInteger rank : ranks) {
                if (before == null || before.equals(rank)) {
                    Map<Integer, BigInteger> chosen = new TreeMap<>(end.chosen());
                    chosen.put(recall.variable(), rank);
                    add(ends, new State(end.at(), end.gap(), end.capital(), end.mention(), chosen), ZERO);
                }
            }
        });
        return ends;
    }

    private Map<State, List<BigInteger>> mention(Tagged tagged, State from) {
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        int start = place(from);
        Optional<Label> there = start < 0 ? Optional.empty() : said.label(start);
        boolean fits = there.isPresent() && there.get().equals(tagged.tag().label());
        if (said.slots() && fits) {
            add(ends, from.to(start + 1), ZERO);
        }
        State begun = new State(from.at(), from.gap(), from.capital(), true, from.chosen());
        match(tagged.body(), begun).forEach((end, ranks) -> {
            boolean nothing = end.at() == from.at();
            boolean whole = said.slots()
                    ? false
                    : !said.isAnnotated() || (fits && said.ends().get(start) == end.at());
            if (nothing || whole) {
                add(ends, new State(end.at(), end.gap(), end.capital(), from.mention(), end.chosen()), ranks);
            }
        });
        return ends;
    }

    /** Anything that ends where a word ends; a mention where there is one. */
    private Map<State, List<BigInteger>> open(Open open, State from) {
        Map<State, List<BigInteger>> ends = new LinkedHashMap<>();
        int start = place(from);
        if (start < 0 || start >= text.length()) {
            return ends;
        }
        boolean mention = open.open().mention() && !from.mention();
        boolean fits = said.label(start).equals(Optional.of(open.open().part().label()));
        if (mention && (said.slots() || said.isAnnotated())) {
            if (fits) {
                add(ends, from.to(said.slots() ? start + 1 : said.ends().get(start)), ZERO);
            }
            return ends;
        }
        for (int end = start + 1; end <= text.length() && text.charAt(end - 1) != Said.SLOT; end++) {
            boolean boundary = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (boundary && text.charAt(end - 1) != ' ' && said.allows(start, end, from.mention())) {
                add(ends, from.to(end), ZERO);
            }
        }
        return ends;
    }

    private void add(Map<State, List<BigInteger>> ends, State end, List<BigInteger> ranks) {
        List<BigInteger> before = ends.get(end);
        List<BigInteger> all = new ArrayList<>(ranks);
        if (before != null) {
            all.addAll(before);
        }
        ends.put(
                end,
                all.size() == 1
                        ? all
                        : all.stream().sorted().distinct().limit(kept).toList());
    }
}
