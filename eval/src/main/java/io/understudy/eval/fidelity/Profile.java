package io.understudy.eval.fidelity;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a corpus looks like from far: how often each label and intent occurs, which labels follow each other, how many
 * mentions a line has, how long lines are, how they are punctuated and capitalised. Memory: 12 to 18 bytes for each
 * distinct surface. Not thread-safe.
 */
public final class Profile {

    /** Ten steps to a decade, so that bins look equally wide on a scale that suits utterances and documents. */
    private static final int[] LENGTHS = {
        2, 4, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 100, 126, 158, 200, 251, 316, 398, 501, 631, 794, 1_000,
        1_259, 1_585, 1_995, 2_512, 3_162, 3_981, 5_012, 6_310, 7_943, 10_000
    };

    private static final String LINE_EDGE = "|";

    /** Names of the ASCII characters, made once. */
    private static final List<String> MARKS =
            IntStream.range(0, 128).mapToObj(c -> String.valueOf((char) c)).toList();

    private static final List<String> LENGTH_NAMES = lengthNames();
    private static final List<String> MENTION_NAMES =
            IntStream.rangeClosed(0, 20).mapToObj("%02d"::formatted).toList();

    private final Histogram labels = new Histogram();
    private final Histogram intents = new Histogram();
    private final Histogram lengths = new Histogram();
    private final Histogram mentions = new Histogram();
    private final Histogram labelPairs = new Histogram();
    private final Histogram labelTriples = new Histogram();
    private final Histogram punctuation = new Histogram();
    private final Histogram casing = new Histogram();
    private final LongHashSet surfaces = new LongHashSet();

    public static Profile of(List<Example> examples) {
        Profile profile = new Profile();
        examples.forEach(profile::add);
        return profile;
    }

    public void add(Example example) {
        example.intent().ifPresent(intents::add);
        String before = LINE_EDGE;
        String last = LINE_EDGE;
        for (Mention mention : example.annotated().mentions()) {
            String label = mention.label().name();
            labels.add(label);
            surfaces.add(hash(example.annotated().surface(mention)));
            labelPairs.add(last + " " + label);
            labelTriples.add(before + " " + last + " " + label);
            before = last;
            last = label;
        }
        if (!last.equals(LINE_EDGE)) {
            labelPairs.add(last + " " + LINE_EDGE);
            labelTriples.add(before + " " + last + " " + LINE_EDGE);
        }
        characters(example.text());
        lengths.add(bin(example.text().length()));
        mentions.add(MENTION_NAMES.get(Math.min(
                MENTION_NAMES.size() - 1, example.annotated().mentions().size())));
    }

    public long lines() {
        return lengths.total();
    }

    public Histogram labels() {
        return labels;
    }

    public Histogram intents() {
        return intents;
    }

    /** Lines by length in UTF-16 units; names sort by length. */
    public Histogram lengths() {
        return lengths;
    }

    /** Lines by their number of mentions, 20 standing for more too. */
    public Histogram mentionsPerLine() {
        return mentions;
    }

    /** Runs of two labels, the edges of a line counted as one: which mention follows which. */
    public Histogram labelPairs() {
        return labelPairs;
    }

    /** Runs of three labels. */
    public Histogram labelTriples() {
        return labelTriples;
    }

    /** Punctuation and symbols by character, and by "end" and their character what lines end with. */
    public Histogram punctuation() {
        return punctuation;
    }

    /** Runs of letters by their case: lower, Title, UPPER, miXed, or without case. */
    public Histogram casing() {
        return casing;
    }

    /** Whether a mention had this surface, after normalisation. */
    public boolean holdsSurface(String surface) {
        return surfaces.contains(hash(surface));
    }

    private static long hash(String surface) {
        return Seeds.hash(Normalization.of(surface));
    }

    private void characters(String text) {
        int letters = 0;
        int upper = 0;
        int lower = 0;
        boolean capital = false;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (Character.isLetter(c)) {
                boolean isUpper = Character.isUpperCase(c);
                capital = letters == 0 ? isUpper : capital;
                letters++;
                upper += isUpper ? 1 : 0;
                lower += Character.isLowerCase(c) ? 1 : 0;
                continue;
            }
            if (letters > 0) {
                casing.add(casing(letters, upper, lower, capital));
                letters = 0;
                upper = 0;
                lower = 0;
            }
            if (at < text.length() && isPunctuation(c)) {
                punctuation.add(c < MARKS.size() ? MARKS.get(c) : String.valueOf(c));
            }
        }
        char end = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        punctuation.add(isPunctuation(end) ? "end " + end : "end");
    }

    private static String casing(int letters, int upper, int lower, boolean capital) {
        if (upper + lower == 0) {
            return "none";
        }
        if (lower == letters) {
            return "lower";
        }
        if (upper == letters) {
            return letters == 1 ? "Title" : "UPPER";
        }
        return capital && upper == 1 ? "Title" : "miXed";
    }

    private static boolean isPunctuation(char c) {
        return !Character.isLetterOrDigit(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isSurrogate(c)
                && !Character.isISOControl(c);
    }

    private static String bin(int length) {
        int at = 0;
        while (at < LENGTHS.length && length >= LENGTHS[at]) {
            at++;
        }
        return LENGTH_NAMES.get(at);
    }

    private static List<String> lengthNames() {
        List<String> names = new ArrayList<>();
        int lower = 0;
        for (int upper : LENGTHS) {
            names.add("%05d-%05d".formatted(lower, upper - 1));
            lower = upper;
        }
        names.add("%05d-".formatted(lower));
        return List.copyOf(names);
    }
}
