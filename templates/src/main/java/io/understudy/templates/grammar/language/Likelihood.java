package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Seq;
import java.math.BigInteger;
import java.util.Collections;

/** How likely a derivation is by the weights, when each choice is drawn for itself. */
final class Likelihood {

    private Likelihood() {}

    /** Of each derivation of a node without named choices. */
    static double[] all(Node node) {
        double[] all = new double[Math.toIntExact(node.few())];
        for (int i = 0; i < all.length; i++) {
            all[i] = of(node, i);
        }
        return all;
    }

    /** @param node without named choices */
    static double of(Node node, long index) {
        if (node instanceof Seq seq) {
            double all = 1;
            long rest = index;
            for (int i = seq.parts().size() - 1; i >= 0; i--) {
                Node part = seq.parts().get(i);
                all *= of(part, rest % part.few());
                rest /= part.few();
            }
            return all;
        }
        if (node instanceof Alt alt) {
            int found = Collections.binarySearch(alt.upTo(), BigInteger.valueOf(index));
            int option = found >= 0 ? found : -found - 2;
            return alt.weights().of(option)
                    * of(
                            alt.options().get(option),
                            index - alt.upTo().get(option).longValue());
        }
        if (node instanceof Entries entries && entries.weights().isPresent()) {
            return entries.weights().get().of((int) index);
        }
        if (node instanceof Node.Picked picked && picked.weights().isPresent()) {
            return picked.weights().get().of((int) index);
        }
        return node instanceof Node.Around around ? of(around.body(), index) : 1.0 / node.few();
    }
}
