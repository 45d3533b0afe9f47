package io.understudy.templates.grammar.text;

import io.understudy.core.BadDataException;
import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import java.io.IOException;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Grammar files put together to do harm. Run by a test for some seconds, by {@code benchmarks/grammar-fuzz.sh} for
 * long.
 */
public final class HostileGrammars {

    private static final String[] PIECES = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "|",
        "^",
        "$",
        "=",
        " = ",
        "\\",
        "/",
        ":",
        ": ",
        "#",
        " # ",
        ",",
        ".",
        "..",
        "a",
        "b",
        "x",
        " ",
        "  ",
        "\t",
        "a/an ",
        "<a>",
        "<b>",
        "{s}",
        "<a(",
        "$x",
        "{s: ",
        "<n = a>",
        "<n>",
        "[c: ",
        "[!c: ",
        "[30%: ",
        "(2: ",
        "5%: ",
        "1..9",
        "<1..99999999>",
        "<0.1..9.9 by 0.1>",
        "<2024-01-01..2024-12-31 as \"d MMM\">",
        "<00:00..23:59>",
        " by 3",
        " as words",
        "{g.name}",
        "{g.IBAN}",
        "\\s",
        "\\n",
        "\u0000",
        "\uD83D",
        "\uD83D\uDE00",
        "\u00A0",
        "\u0301",
        "\u202E",
        "\uFDD0",
        "99999999999999999999",
        "\"",
        "train: ",
        "test: ",
        "by=count",
        "depth=3"
    };

    private static final String[] HEADS = {
        "intent i\n", "intent \"j k\" train=3\n", "alias a\n", "alias b\n", "alias a(x)\n", "alias a depth=3\n",
        "alias b#v\n", "slot s: S\n", "slot s\n", "slot t: T role=r\n", "where s differs from t\n", "where s after t\n",
        "where s=a only with t=b, c\n", "import nowhere\n", "intent\n", "alias b depth=99\n", "nonsense\n",
                "slot u file=none\n"
    };

    private HostileGrammars() {}

    /** Seeds from one to another, as arguments. */
    public static void main(String[] seeds) {
        long from = Long.parseLong(seeds[0]);
        long to = Long.parseLong(seeds[1]);
        long[] failures = {0};
        tryAll(from, to, (seed, failure) -> {
            failures[0]++;
            throw new IllegalStateException("seed " + seed, failure);
        });
    }

    static void tryAll(long from, long to, BiConsumer<Long, Throwable> failed) {
        for (long seed = from; seed <= to; seed++) {
            try {
                attempt(of(seed));
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                failed.accept(seed, e);
            }
        }
    }

    /** Reads, counts and draws; our own errors are as it should be. */
    static void attempt(String grammar) throws IOException {
        try {
            for (Utterances utterances :
                    Language.of(GrammarReader.read("g", grammar)).intents()) {
                utterances.sample(1, 3, false).size();
                for (int place = 0; place < utterances.sample(1, 3, false).size(); place++) {
                    utterances.sample(1, 3, false).utterance(place).text();
                }
                utterances
                        .utterance(utterances.count().subtract(BigInteger.ONE))
                        .text();
            }
        } catch (BadDataException | IllegalArgumentException e) {
            if (String.valueOf(e.getMessage()).isBlank()) {
                throw e;
            }
        }
    }

    /** Half of them are nearly right, so that they come far. */
    static String of(long seed) {
        SplittableRandom random = Seeds.random(seed, 77);
        boolean careful = random.nextBoolean();
        StringBuilder grammar = new StringBuilder();
        int definitions = 1 + random.nextInt(6);
        for (int i = 0; i < definitions; i++) {
            String head = careful && i < 4 ? HEADS[new int[] {0, 5, 3, 7}[i]] : HEADS[random.nextInt(HEADS.length)];
            grammar.append(head);
            int lines = random.nextInt(careful ? 1 : 0, 4);
            for (int line = 0; line < lines; line++) {
                grammar.append("  ");
                int pieces = random.nextInt(1, careful ? 5 : 20);
                for (int piece = 0; piece < pieces; piece++) {
                    grammar.append(PIECES[random.nextInt(PIECES.length)]);
                }
                grammar.append('\n');
            }
        }
        return grammar.toString();
    }
}
