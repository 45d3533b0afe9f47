package io.understudy.templates.induction;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Patterns as a person writes them. Every word of a pattern brings the gap before it; a person writes the gap once, in
 * front of the brackets. That changes nothing, because gaps that meet are one.
 */
final class Written {

    private static final Position HERE = Position.NOWHERE;

    private Written() {}

    /**
     * Whether whatever the pattern gives begins with a gap.
     *
     * @param follows whether what stands behind the pattern does
     */
    static boolean startsWithGap(Pattern pattern, boolean follows) {
        if (pattern instanceof Pattern.Fixed fixed) {
            return fixed.words().get(0).startsWith(Joined.GAP);
        } else if (pattern instanceof Pattern.Chain chain) {
            boolean gap = follows;
            for (int i = chain.parts().size() - 1; i >= 0; i--) {
                gap = startsWithGap(chain.parts().get(i), gap);
            }
            return gap;
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice.alternatives().stream().allMatch(each -> startsWithGap(each.pattern(), follows));
        } else if (pattern instanceof Pattern.Maybe maybe) {
            return follows && startsWithGap(maybe.pattern(), true);
        }
        return follows;
    }

    /** Without the first gap. */
    static Pattern withoutGap(Pattern pattern) {
        if (pattern instanceof Pattern.Fixed fixed) {
            List<String> words = new ArrayList<>(fixed.words());
            String first = words.remove(0);
            String bare = first.startsWith(Joined.GAP) ? first.substring(1) : first;
            if (!bare.isEmpty()) {
                words.add(0, bare);
            }
            return words.isEmpty() ? new Pattern.Empty() : new Pattern.Fixed(words);
        } else if (pattern instanceof Pattern.Chain chain) {
            List<Pattern> parts = new ArrayList<>(chain.parts());
            parts.set(0, withoutGap(parts.get(0)));
            return Factoring.chain(parts);
        } else if (pattern instanceof Pattern.Choice choice) {
            return new Pattern.Choice(choice.alternatives().stream()
                    .map(each -> new Pattern.Weighted(withoutGap(each.pattern()), each.records()))
                    .toList());
        } else if (pattern instanceof Pattern.Maybe maybe) {
            return new Pattern.Maybe(withoutGap(maybe.pattern()), maybe.records(), maybe.of());
        }
        return pattern;
    }

    /** @param follows whether a gap or the end of the utterance stands behind the pattern */
    static Expression of(Pattern pattern, boolean follows) {
        return startsWithGap(pattern, follows)
                ? sequence(List.of(text(Joined.GAP), bare(withoutGap(pattern), follows)))
                : bare(pattern, follows);
    }

    private static Expression bare(Pattern pattern, boolean follows) {
        if (pattern instanceof Pattern.Fixed fixed) {
            return text(String.join("", fixed.words()));
        } else if (pattern instanceof Pattern.Chain chain) {
            List<Expression> parts = new ArrayList<>();
            boolean gap = follows;
            for (int i = chain.parts().size() - 1; i >= 0; i--) {
                parts.add(0, of(chain.parts().get(i), gap));
                gap = startsWithGap(chain.parts().get(i), gap);
            }
            return sequence(parts);
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice(choice, follows);
        } else if (pattern instanceof Pattern.Maybe maybe) {
            return new Expression.Maybe(
                    of(maybe.pattern(), follows), OptionalDouble.of(share(maybe.records(), maybe.of())), HERE);
        }
        return sequence(List.of());
    }

    static Expression.Choice choice(Pattern.Choice choice, boolean follows) {
        return new Expression.Choice(
                choice.alternatives().stream()
                        .map(each -> new Alternative(Weight.of((double) each.records()), of(each.pattern(), follows)))
                        .toList(),
                HERE);
    }

    /** To a hundredth, never 0 or 1. */
    private static double share(long records, long of) {
        return Math.min(99, Math.max(1, Math.round(100.0 * records / of))) / 100.0;
    }

    static Expression text(String text) {
        return new Expression.Text(text, HERE);
    }

    /** Of the first expression of an utterance: no gap is written there. */
    static Expression atStart(Expression expression) {
        if (expression instanceof Expression.Text words && words.text().startsWith(Joined.GAP)) {
            return text(words.text().substring(1));
        }
        if (expression instanceof Expression.Sequence sequence
                && !sequence.parts().isEmpty()) {
            List<Expression> parts = new ArrayList<>(sequence.parts());
            Expression first = atStart(parts.remove(0));
            if (!first.equals(text(""))) {
                parts.add(0, first);
            }
            return sequence(parts);
        }
        return expression;
    }

    /** Texts that meet are one. */
    static Expression sequence(List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        for (Expression part : parts) {
            List<Expression> own = part instanceof Expression.Sequence inner ? inner.parts() : List.of(part);
            for (Expression each : own) {
                int last = flat.size() - 1;
                if (each instanceof Expression.Text right
                        && last >= 0
                        && flat.get(last) instanceof Expression.Text left) {
                    flat.set(last, text(left.text() + right.text()));
                } else {
                    flat.add(each);
                }
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Expression.Sequence(flat, HERE);
    }
}
