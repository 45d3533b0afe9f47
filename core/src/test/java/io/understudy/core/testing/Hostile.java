package io.understudy.core.testing;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Provenance;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import io.understudy.core.Seeds;
import io.understudy.core.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Strings and examples that break careless code, from a seed. Lone surrogates and NUL are apart: no file holds them.
 */
public final class Hostile {

    private static final String[] PIECES = {
        "a",
        "Ada",
        "Byrne",
        " ",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u202f",
        "\u3000",
        "\u0085",
        "\u2028",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\ufeff",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\u000b",
        "\f",
        "\u001c",
        "\u0007",
        "\u007f",
        "\u009f",
        "é",
        "e\u0301",
        "\u0301",
        "ß",
        "ﬁ",
        "İ",
        "Ångström",
        "O'Neil",
        "don’t",
        "3.5",
        "1,000",
        "U.S.",
        "x_y",
        "a@b.org",
        "שלום",
        "צה\"ל",
        "مرحبا",
        "\u200f",
        "\u202e",
        "漢字",
        "ひらがな",
        "カタカナ",
        "ไทย",
        "한글",
        "😀",
        "👩\u200d👩\u200d👧",
        "👍🏽",
        "🇳🇴🇸🇪",
        "🇳",
        "𝔸",
        "\\",
        "\\n",
        "\"",
        "\"\"",
        "'",
        "[",
        "]",
        "](",
        "(",
        ")",
        "[x](Y)",
        "{",
        "}",
        "{PERSON_1}",
        ",",
        ";",
        "#",
        "# text = x",
        "-DOCSTART-",
        "O",
        " B-PER",
        "=1+1",
        "<b>&amp;",
        "%s%d",
        "$1",
        "null",
        "/*",
        "\ue000",
        "\uffff",
    };

    private static final String[] LABELS = {
        "PERSON", "CITY", "O", "B-PER", "I-I", "x", "Ünï-côde", "a)b(", "\"q\"", ",", "\\", "[", "#", "人", "two words"
    };

    private Hostile() {}

    /**
     * Seeds of a test that a property says otherwise: {@code -Dunderstudy.seeds=2000}, or {@code 501-1000}.
     *
     * @param usual how many else, from 1
     */
    public static LongStream seeds(int usual) {
        String said = System.getProperty("understudy.seeds", Integer.toString(usual));
        int dash = said.indexOf('-');
        return dash < 0
                ? LongStream.rangeClosed(1, Long.parseLong(said))
                : LongStream.rangeClosed(
                        Long.parseLong(said.substring(0, dash)), Long.parseLong(said.substring(dash + 1)));
    }

    /** A few pieces; sometimes empty. */
    public static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Hostile text with up to three mentions, some of them side by side. */
    public static AnnotatedText annotated(SplittableRandom random) {
        AnnotatedText.Builder builder = AnnotatedText.builder().append(text(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            String surface = text(random);
            if (!surface.isEmpty()) {
                builder.append(surface, new Label(LABELS[random.nextInt(LABELS.length)]), details(random));
            }
            if (random.nextBoolean()) {
                builder.append(text(random));
            }
        }
        return builder.build();
    }

    /** Examples with ids of their own; the same for the same seed. */
    public static List<Example> corpus(long seed) {
        SplittableRandom random = Seeds.random(seed, 0);
        List<Example> corpus = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Example example = new Example(
                    i + text(random), maybe(random), annotated(random), provenance(random, i + 1L), extra(random));
            corpus.add(example.withMarks(marks(example.annotated(), seed + i)));
        }
        return corpus;
    }

    /** Sometimes a label over the mentions, or one of their first and last. From chance of its own. */
    private static List<Mark> marks(AnnotatedText annotated, long seed) {
        SplittableRandom random = Seeds.random(seed, 1);
        List<Mention> mentions = annotated.mentions();
        List<Mark> marks = new ArrayList<>();
        if (!mentions.isEmpty() && random.nextInt(3) == 0) {
            Span first = mentions.get(0).span();
            Span last = mentions.get(mentions.size() - 1).span();
            marks.add(new Mark(List.of(new Span(first.start(), last.end())), Label.MISC, details(random)));
            if (mentions.size() > 1) {
                marks.add(new Mark(List.of(first, last), Label.CITY, details(random)));
            }
        }
        return marks;
    }

    /** Strings that hold half a surrogate pair, and so cannot be written to any file. */
    public static List<String> broken() {
        return List.of("\ud83d", "\ude00", "a\ud83d", "\ud83db", "\ude00\ud83d", "Ada \ud83d😀");
    }

    private static Details details(SplittableRandom random) {
        return random.nextInt(3) > 0
                ? Details.NONE
                : new Details(maybe(random), maybe(random), maybe(random), maybe(random), extra(random));
    }

    private static Provenance provenance(SplittableRandom random, long line) {
        return random.nextBoolean()
                ? new Original("f" + text(random), line)
                : new Synthetic("g" + text(random), maybe(random), random.nextLong());
    }

    private static Map<String, String> extra(SplittableRandom random) {
        Map<String, String> extra = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            extra.put("k" + text(random), "[1, 2.50, {\"a\":null}]");
            extra.put("note", "\"caf\u00e9 \\n \\\" \\ud83d\\ude00\"");
            extra.put("n", "-1e5");
        }
        return extra;
    }

    private static Optional<String> maybe(SplittableRandom random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of("v" + text(random));
    }
}
