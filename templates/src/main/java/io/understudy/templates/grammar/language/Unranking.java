package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Listing.Entry;
import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Article;
import io.understudy.templates.grammar.language.Node.Chars;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Gap;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Leaf;
import io.understudy.templates.grammar.language.Node.Open;
import io.understudy.templates.grammar.language.Node.Recall;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Node.Single;
import io.understudy.templates.grammar.language.Node.Steps;
import io.understudy.templates.grammar.language.Node.Tagged;
import io.understudy.templates.grammar.language.Node.Valued;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the derivation of a number. Not thread-safe. */
final class Unranking {

    private final Sink sink;
    private final Map<Integer, Recorder> chosen = new HashMap<>();

    Unranking(Sink sink) {
        this.sink = sink;
    }

    /** @param index from 0, below the node's count */
    void tell(Node node, BigInteger index) {
        if (node.few() < Long.MAX_VALUE) {
            tell(node, index.longValueExact());
        } else if (node instanceof Seq seq) {
            BigInteger rest = index;
            BigInteger[] digits = new BigInteger[seq.parts().size()];
            for (int i = digits.length - 1; i >= 0; i--) {
                BigInteger[] divided =
                        rest.divideAndRemainder(seq.parts().get(i).count());
                digits[i] = divided[1];
                rest = divided[0];
            }
            for (int i = 0; i < digits.length; i++) {
                tell(seq.parts().get(i), digits[i]);
            }
        } else if (node instanceof Alt alt) {
            int option = option(alt, index);
            alt.origins().get(option).ifPresent(sink::chosen);
            tell(alt.options().get(option), index.subtract(alt.upTo().get(option)));
        } else {
            Node.Around around = (Node.Around) node;
            before(around);
            if (around instanceof Single single) {
                Recorder recorder = new Recorder();
                new Unranking(recorder).tell(single.body(), index);
                chosen.put(single.variable(), recorder);
            } else {
                tell(around.body(), index);
            }
            after(around);
        }
    }

    void tell(Node node, long index) {
        if (node instanceof Seq seq) {
            long rest = index;
            List<Node> parts = seq.parts();
            long weight = seq.few();
            for (Node part : parts) {
                long few = part.few();
                if (few == 1) {
                    tell(part, 0);
                } else {
                    weight /= few;
                    tell(part, rest / weight);
                    rest %= weight;
                }
            }
        } else if (node instanceof Alt alt) {
            int option = option(alt, BigInteger.valueOf(index));
            alt.origins().get(option).ifPresent(sink::chosen);
            tell(alt.options().get(option), index - alt.upTo().get(option).longValue());
        } else if (node instanceof Leaf leaf) {
            leaf(leaf);
        } else if (node instanceof Entries entries) {
            entry(entries, (int) index, sink);
        } else if (node instanceof Steps steps) {
            step(steps, index, sink);
        } else if (node instanceof Joint joint) {
            for (int i = 0; i < joint.variables().size(); i++) {
                Recorder recorder = new Recorder();
                new Unranking(recorder)
                        .tell(joint.bodies().get(i), joint.choices().at((int) index, i));
                chosen.put(joint.variables().get(i), recorder);
            }
        } else if (node instanceof Node.Pair pair) {
            pair(pair, pair.choices().first(index), pair.choices().second(index), chosen);
        } else if (node instanceof Node.Picked picked) {
            tell(picked.body(), picked.choices().at((int) index, 0));
        } else if (node instanceof Single single) {
            Recorder recorder = new Recorder();
            new Unranking(recorder).tell(single.body(), index);
            chosen.put(single.variable(), recorder);
        } else {
            Node.Around around = (Node.Around) node;
            before(around);
            tell(around.body(), index);
            after(around);
        }
    }

    static int option(Alt alt, BigInteger index) {
        int found = Collections.binarySearch(alt.upTo(), index);
        return found >= 0 ? found : -found - 2;
    }

    /** Makes the choices of a pair. */
    static void pair(Node.Pair pair, int first, int second, Map<Integer, Recorder> chosen) {
        Recorder one = new Recorder();
        new Unranking(one).tell(pair.bodies().get(0), first);
        chosen.put(pair.variables().get(0), one);
        Recorder other = new Recorder();
        new Unranking(other).tell(pair.bodies().get(1), second);
        chosen.put(pair.variables().get(1), other);
    }

    private void leaf(Leaf leaf) {
        if (leaf instanceof Recall recall) {
            chosen.get(recall.variable()).tell(sink);
        } else {
            leaf(leaf, sink);
        }
    }

    private void before(Node.Around around) {
        before(around, sink);
    }

    private void after(Node.Around around) {
        after(around, sink);
    }

    /** All but {@link Recall}. */
    static void leaf(Leaf leaf, Sink sink) {
        if (leaf instanceof Chars chars) {
            sink.chars(chars.text());
        } else if (leaf instanceof Gap) {
            sink.gap();
        } else if (leaf instanceof Open open) {
            sink.open(open.open());
        } else {
            sink.article(((Article) leaf).capital());
        }
    }

    static void entry(Entries entries, int index, Sink sink) {
        Entry entry = entries.listing().entries().get(index);
        entry.value().ifPresent(value -> sink.value(Optional.of(value)));
        sink.chars(entry.surface());
    }

    static void step(Steps steps, long index, Sink sink) {
        sink.value(Optional.of(steps.progression().value(index)));
        sink.chars(steps.progression().surface(index));
    }

    static void before(Node.Around around, Sink sink) {
        if (around instanceof Tagged tagged) {
            sink.begin(tagged.tag());
        } else if (around instanceof Valued valued) {
            sink.value(valued.value());
        } else if (around instanceof Node.Capital) {
            sink.capital(true);
        }
    }

    static void after(Node.Around around, Sink sink) {
        if (around instanceof Tagged) {
            sink.end();
        } else if (around instanceof Node.Capital) {
            sink.capital(false);
        }
    }
}
