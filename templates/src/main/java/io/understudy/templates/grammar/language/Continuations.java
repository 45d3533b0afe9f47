package io.understudy.templates.grammar.language;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A language as an automaton that is made while it is walked: a state is what is still to be said, and a step says one
 * character. Says a little more than the language does: {@code a} and {@code an} wherever an article stands, named
 * choices anew wherever they are met, and all of what some is picked from. Not thread-safe.
 */
final class Continuations {

    /** Ends a text; no text holds it. */
    static final char END = '\uFDD0';

    static final char INVENTED = '\uFDD1';
    private static final int MOST_STEPS = 2_000_000;
    private static final int MOST_SURFACES = 50_000;
    private static final int GAP = 1;
    private static final int CAPITAL = 2;
    private static final int STARTED = 4;

    /** One way to go on: a character, and what is to be said behind it. */
    record Step(char character, Integer to) {}

    /**
     * What is left of those surfaces of a list that begin alike.
     *
     * @param of the number of the node that lists them
     * @param surfaces sorted
     * @param from the first of them
     * @param to one past the last
     * @param said how many characters
     */
    private record Suffixes(int of, List<String> surfaces, int from, int to, int said) {

        /** Those that are said. */
        Suffixes ended() {
            int at = from;
            while (at < to && surfaces.get(at).length() == said) {
                at++;
            }
            return new Suffixes(of, surfaces, from, at, said);
        }

        /** Those that go on like the one at {@code first}. */
        Suffixes like(int first) {
            char c = surfaces.get(first).charAt(said);
            int at = first;
            while (at < to && surfaces.get(at).charAt(said) == c) {
                at++;
            }
            return new Suffixes(of, surfaces, first, at, said + 1);
        }

        int size() {
            return to - from;
        }
    }

    /**
     * @param what the number of the node; -1 where a capital's reach ends; below, what is left of surfaces
     * @param next what follows; -1: nothing
     */
    private record Rest(int what, int next) {}

    /** @param rest -1: nothing is left */
    private record State(int rest, int flags) {}

    /** More would have to be looked at than is worth it. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many", null, false, false);
        }
    }

    private final List<Node> nodes;
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
    private final Map<Integer, Integer> listed = new HashMap<>();
    private final List<Suffixes> suffixes = new ArrayList<>();
    private final Map<List<Integer>, Integer> suffixNumbers = new HashMap<>();
    private final List<Rest> rests = new ArrayList<>();
    private final Map<Rest, Integer> restNumbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> stateNumbers = new HashMap<>();
    private final Map<Integer, List<Step>> known = new HashMap<>();
    /** Nodes of the language are told apart by identity, characters made on the way by what they are. */
    private final Map<String, Integer> made = new HashMap<>();

    private int steps;

    Continuations(Node root) {
        nodes = new ArrayList<>(Graph.of(root));
        for (Node node : nodes) {
            numbers.put(node, numbers.size());
        }
    }

    Integer start(Node root) {
        return state(rest(number(root), -1), 0);
    }

    /** All ways to go on, one for each derivation that differs up to there. @throws TooMany if there are too many */
    List<Step> from(Integer state) {
        List<Step> found = known.get(state);
        if (found == null) {
            found = new ArrayList<>();
            expand(states.get(state).rest(), states.get(state).flags(), found);
            known.put(state, found);
        }
        return found;
    }

    private void expand(int rest, int flags, List<Step> found) {
        if (++steps > MOST_STEPS) {
            throw new TooMany();
        }
        if (rest < 0) {
            found.add(new Step(END, -1));
            return;
        }
        Rest here = rests.get(rest);
        if (here.what() < -1) {
            surfaces(rest, here, flags, found);
            return;
        }
        if (here.what() < 0) {
            expand(here.next(), flags & ~CAPITAL, found);
            return;
        }
        Node node = nodes.get(here.what());
        if (node instanceof Gap) {
            expand(here.next(), flags | GAP, found);
        } else if (node instanceof Seq seq) {
            int next = here.next();
            for (int i = seq.parts().size() - 1; i >= 0; i--) {
                next = rest(number(seq.parts().get(i)), next);
            }
            expand(next, flags, found);
        } else if (node instanceof Alt alt) {
            for (Node option : alt.options()) {
                expand(rest(number(option), here.next()), flags, found);
            }
        } else if (node instanceof Single || node instanceof Joint || node instanceof Node.Pair) {
            expand(here.next(), flags, found);
        } else if (node instanceof Recall recall) {
            expand(rest(number(recall.body()), here.next()), flags, found);
        } else if (node instanceof Node.Picked picked) {
            expand(rest(number(picked.body()), here.next()), flags, found);
        } else if (node instanceof Node.Capital capital) {
            expand(rest(number(capital.body()), rest(-1, here.next())), flags | CAPITAL, found);
        } else if (node instanceof Node.Around around) {
            expand(rest(number(around.body()), here.next()), flags, found);
        } else if (node instanceof Open) {
            say(String.valueOf(INVENTED), rest, here, flags, found);
        } else if (node instanceof Chars chars) {
            say(chars.text(), rest, here, flags, found);
        } else if (node instanceof Article article) {
            say(article.capital() ? "A" : "a", rest, here, flags, found);
            say(article.capital() ? "An" : "an", rest, here, flags, found);
        } else {
            int all = listed.computeIfAbsent(here.what(), key -> {
                List<String> sorted = surfaces(node);
                return number(new Suffixes(key, sorted, 0, sorted.size(), 0));
            });
            expand(rest(all, here.next()), flags, found);
        }
    }

    /** One step for each character that some go on with, however many they are: they are told apart where they part. */
    private void surfaces(int rest, Rest here, int flags, List<Step> found) {
        Suffixes left = suffixes.get(-2 - here.what());
        Suffixes ended = left.ended();
        for (int i = 0; i < ended.size(); i++) {
            expand(here.next(), flags, found);
        }
        if (ended.to() < left.to() && (flags & GAP) != 0 && (flags & STARTED) != 0) {
            found.add(new Step(' ', state(rest, flags & ~GAP)));
            return;
        }
        int after = (flags | STARTED) & ~GAP & ~CAPITAL;
        for (int first = ended.to(); first < left.to(); ) {
            Suffixes like = left.like(first);
            char c = left.surfaces().get(first).charAt(left.said());
            char said = (flags & CAPITAL) != 0 ? Character.toUpperCase(c) : c;
            found.add(new Step(said, state(rest(number(like), here.next()), after)));
            first = like.to();
        }
    }

    private void say(String text, int rest, Rest here, int flags, List<Step> found) {
        if ((flags & GAP) != 0 && (flags & STARTED) != 0) {
            found.add(new Step(' ', state(rest, flags & ~GAP)));
            return;
        }
        char c = text.charAt(0);
        char said = (flags & CAPITAL) != 0 ? Character.toUpperCase(c) : c;
        int after = (flags | STARTED) & ~GAP & ~CAPITAL;
        int next = text.length() == 1 ? here.next() : rest(number(new Chars(text.substring(1))), here.next());
        found.add(new Step(said, state(next, after)));
    }

    private static List<String> surfaces(Node node) {
        if (node.few() > MOST_SURFACES) {
            throw new TooMany();
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < node.few(); i++) {
            all.add(
                    node instanceof Entries entries
                            ? entries.listing().entries().get(i).surface()
                            : ((Steps) node).progression().surface(i));
        }
        Collections.sort(all);
        return all;
    }

    private int number(Suffixes left) {
        return suffixNumbers.computeIfAbsent(List.of(left.of(), left.from(), left.to(), left.said()), key -> {
            suffixes.add(left);
            return -1 - suffixes.size();
        });
    }

    private int number(Node node) {
        Integer number = numbers.get(node);
        if (number == null) {
            number = made.computeIfAbsent(((Chars) node).text(), text -> {
                nodes.add(node);
                return nodes.size() - 1;
            });
        }
        return number;
    }

    private int rest(int what, int next) {
        return restNumbers.computeIfAbsent(new Rest(what, next), rest -> {
            rests.add(rest);
            return rests.size() - 1;
        });
    }

    private int state(int rest, int flags) {
        return stateNumbers.computeIfAbsent(new State(rest, flags), state -> {
            states.add(state);
            return states.size() - 1;
        });
    }
}
