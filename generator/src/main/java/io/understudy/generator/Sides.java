package io.understudy.generator;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.text.Normalization;
import io.understudy.templates.grammar.Alternative.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps train and test apart: a template or value that one side was given is never given to the other. Of what was not
 * given beforehand ({@link Ownership}) whoever is first decides. Memory: one entry for each distinct template and
 * value, by their hashes. Not thread-safe.
 */
final class Sides {

    private static final long TEMPLATE = 1;
    private static final long VALUE = 2;

    private final Disjoint disjoint;
    private final Map<Long, Side> owners;

    /** @param owners of what was given beforehand */
    Sides(Disjoint disjoint, Map<Long, Side> owners) {
        this.disjoint = disjoint;
        this.owners = new HashMap<>(owners);
    }

    /** The sides that a line may still go to; {@link #take} says where it went. */
    Set<Side> open(AnnotatedText line, String template) {
        Set<Side> open = EnumSet.allOf(Side.class);
        for (long key : keys(disjoint, line, template)) {
            Side owner = owners.get(key);
            if (owner != null) {
                open.retainAll(EnumSet.of(owner));
            }
        }
        return open;
    }

    void take(Side side, AnnotatedText line, String template) {
        keys(disjoint, line, template).forEach(key -> owners.put(key, side));
    }

    /** What of a line may be on one side only. */
    static List<Long> keys(Disjoint disjoint, AnnotatedText line, String template) {
        List<Long> keys = new ArrayList<>();
        if (disjoint.keepsTemplatesApart()) {
            keys.add(Seeds.derive(TEMPLATE, Seeds.hash(Normalization.of(template))));
        }
        if (disjoint.keepsValuesApart()) {
            for (Mention mention : line.mentions()) {
                String value = mention.label().name() + '\u0000' + Normalization.of(line.surface(mention));
                keys.add(Seeds.derive(VALUE, Seeds.hash(value)));
            }
        }
        return keys;
    }
}
