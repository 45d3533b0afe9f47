package io.understudy.templates.grammar.language;

import io.understudy.core.Seeds;
import java.util.SplittableRandom;

/** Small grammars in which everything may meet everything, as text. */
final class RandomGrammar {

    private static final String[] WORDS = {"a", "b", "ab", "ba", "é", "x y"};

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();

    private RandomGrammar(long seed) {
        random = Seeds.random(seed, 0);
    }

    static String of(long seed) {
        RandomGrammar grammar = new RandomGrammar(seed);
        grammar.write();
        return grammar.text.toString();
    }

    private void write() {
        text.append("intent i\n");
        lines(3, 3, true);
        for (String alias : new String[] {"p", "q"}) {
            text.append("alias ").append(alias).append('\n');
            lines(2, 1, alias.equals("q"));
        }
        text.append("alias f(v)\n  $v\n  $v $v\n  q $v\n");
        text.append("alias r depth=2\n  a\n  b <r>\n");
        text.append("slot s: S\n  b = B\n  [a]x\n  <q>\n");
        text.append("slot t: T\n  b = B\n  a =\n  x\n");
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? "where s differs from t\n" : "where s=B, a only with t=x, B\n");
        }
    }

    private void lines(int most, int depth, boolean free) {
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append("  ");
            if (random.nextInt(3) == 0) {
                text.append(1 + random.nextInt(4)).append(": ");
            }
            sequence(depth, free);
            text.append('\n');
        }
    }

    private void sequence(int depth, boolean free) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(3) > 0) {
                text.append(' ');
            }
            item(depth, free);
        }
    }

    private void item(int depth, boolean free) {
        int kind = random.nextInt(depth > 0 ? 14 : 3);
        switch (kind) {
            case 0, 1, 2 -> text.append(WORDS[random.nextInt(WORDS.length)]);
            case 3, 4 -> {
                text.append('(');
                sequence(depth - 1, free);
                text.append(random.nextBoolean() ? "|" : " | 2: ");
                sequence(depth - 1, free);
                text.append(')');
            }
            case 5, 6 -> {
                text.append(random.nextBoolean() ? "[" : "[30%: ");
                sequence(depth - 1, free);
                text.append(']');
            }
            case 7 -> text.append("<1..").append(1 + random.nextInt(4)).append('>');
            case 8 -> text.append("^<r>");
            default -> special(depth, free);
        }
    }

    /** What may only stand in intents: choices that hold for the whole utterance, and mentions. */
    private void special(int depth, boolean free) {
        if (depth < 3) {
            text.append(free ? "<r>" : "a");
            return;
        }
        switch (random.nextInt(9)) {
            case 0 -> text.append("<q>");
            case 1 -> text.append("<f(<q>)>");
            case 2 -> text.append("{s}");
            case 3 -> text.append("{t}");
            case 4 -> text.append("<n = q> <n>");
            case 5 -> text.append("[c: b]");
            case 6 -> text.append("[!c: a]");
            case 7 -> text.append("a/an <p>");
            default -> text.append("{u: <q>|x = X}");
        }
    }
}
