package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

    private static final String FOX = "the quick brown fox jumps over the lazy dog";
    private static final String LEAPING_FOX = "the quick brown fox leaps over the lazy dog";

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToInt(word -> word.hashCode() & 0xffff)
                .toArray();
    }

    /** By hand: 7 of 9 words, 6 of 10 pairs, 4 of 10 triples, no run of five; and of the first one's 8, 8, 7 and 5. */
    @ParameterizedTest
    @CsvSource({"1, .777778, .875", "2, .6, .75", "3, .4, .571429", "5, 0, 0"})
    void comparesSetsOfRuns(int n, double jaccard, double containment) {
        long[] one = Shingles.of(numbers(FOX), n);
        long[] other = Shingles.of(numbers(LEAPING_FOX), n);
        assertThat(Shingles.jaccard(one, other)).isCloseTo(jaccard, within(1e-6));
        assertThat(Shingles.containment(one, other)).isCloseTo(containment, within(1e-6));
        assertThat(Shingles.jaccard(new long[0], new long[0])).isZero();
    }

    @Test
    void findsTheLongestRunOfWordsTwoTextsShare() {
        KnownText known = SourceGateTest.known(FOX);
        known.close();
        Line line = Line.of(AnnotatedText.plain(LEAPING_FOX), LEAPING_FOX, known.lexicon);
        Passages.Run run = known.passages.longest(line.numbers(), 5, record -> {});
        assertThat(run.length()).isEqualTo(4);
        assertThat(line.words().text(run.from(), run.from() + run.length())).isEqualTo("the quick brown fox");
    }

    /** Beside all pairs of places, on random words of few kinds. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsTheRunThatTryingEveryPlaceFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] records = IntStream.range(0, 12)
                .mapToObj(i -> words(random, 4 + random.nextInt(20)))
                .toArray(String[]::new);
        KnownText known = SourceGateTest.known(records);
        known.close();
        for (int i = 0; i < 50; i++) {
            String text = words(random, 4 + random.nextInt(i % 5 == 0 ? 200 : 12));
            int longest = 0;
            for (String record : records) {
                longest = Math.max(longest, longestShared(text.split(" ", -1), record.split(" ", -1)));
            }
            Line line = Line.of(AnnotatedText.plain(text), text, known.lexicon);
            assertThat(known.passages
                            .longest(line.numbers(), Integer.MAX_VALUE, record -> {})
                            .length())
                    .as(text)
                    .isEqualTo(longest < Passages.GRAM ? 0 : longest);
        }
    }

    /**
     * Beside all pairs: of the records that share four words in a row with the line which fewer than three records
     * hold, the first of those most like it, if it is like it by half or more. Lines are records with some words
     * changed, so that half of them are near one; MinHash would miss most of those between .5 and .8.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsTheNearestRecordThatComparingAllPairsFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            records.add(i % 2 == 0 ? words(random, 5 + random.nextInt(25)) : changed(records.get(i - 1), random, "v"));
        }
        KnownText known = SourceGateTest.known(records.toArray(String[]::new));
        known.close();
        int near = 0;
        for (int i = 0; i < 100; i++) {
            String text = changed(records.get(random.nextInt(records.size())), random, "w");
            int expected = nearest(text, records, 3);
            Line line = Line.of(AnnotatedText.plain(text), text, known.lexicon);
            Optional<Match> found = new Likeness(known, 3).of(line).filter(match -> match.rule() == Rule.NEAR_RECORD);
            if (expected >= 0) {
                assertThat(found.map(Match::record)).as(text).contains(expected);
                near++;
            }
        }
        assertThat(near).isBetween(10, 95);
    }

    private static String changed(String text, SplittableRandom random, String kind) {
        String[] words = text.split(" ", -1);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            words[random.nextInt(words.length)] = kind + random.nextInt(4);
        }
        return String.join(" ", words);
    }

    private static int nearest(String text, List<String> records, int most) {
        Set<List<String>> line = runs(text, 3);
        int best = -1;
        double nearness = 0.5;
        for (int record = 0; record < records.size(); record++) {
            Set<List<String>> both = runs(records.get(record), 3);
            int own = both.size();
            both.retainAll(line);
            double jaccard = (double) both.size() / (own + line.size() - both.size());
            if ((jaccard > nearness || (jaccard == nearness && best < 0))
                    && sharesWhatFewHold(text, records.get(record), records, most)) {
                best = record;
                nearness = jaccard;
            }
        }
        return best;
    }

    private static boolean sharesWhatFewHold(String text, String record, List<String> records, int most) {
        for (int length = Passages.GRAM; length <= text.split(" ", -1).length; length++) {
            int n = length;
            Set<List<String>> shared = runs(record, n);
            shared.retainAll(runs(text, n));
            if (shared.stream()
                    .anyMatch(run -> records.stream()
                                    .filter(other -> runs(other, n).contains(run))
                                    .count()
                            < most)) {
                return true;
            }
        }
        return false;
    }

    private static Set<List<String>> runs(String text, int n) {
        List<String> words = List.of(text.split(" ", -1));
        return IntStream.rangeClosed(0, words.size() - n)
                .mapToObj(from -> words.subList(from, from + n))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder("w" + random.nextInt(4));
        for (int i = 1; i < count; i++) {
            text.append(" w").append(random.nextInt(4));
        }
        return text.toString();
    }

    private static int longestShared(String[] one, String[] other) {
        int longest = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                int length = 0;
                while (i + length < one.length
                        && j + length < other.length
                        && one[i + length].equals(other[j + length])) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    private static String rule(KnownText known, String text) {
        known.close();
        Line line = Line.of(AnnotatedText.plain(text), Normalization.of(text), known.lexicon);
        return new Likeness(known, 5).of(line).map(match -> match.rule().key()).orElse("-");
    }

    @Test
    void callsNothingARunThatEnoughRecordsShare() {
        String[] five = new String[5];
        Arrays.setAll(five, i -> "the office will be closed on public holidays said number " + i);
        String line = "please note that the office will be closed on public holidays";
        assertThat(rule(SourceGateTest.known(five), line)).isEqualTo("-");
        assertThat(rule(SourceGateTest.known(Arrays.copyOf(five, 4)), line)).isEqualTo("near_record");
    }

    @Test
    void callsThirteenWordsARunInALineOfAnyLength() {
        String run = "one must never count the lame hens of a neighbour before the thaw";
        StringBuilder filler = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            filler.append("f").append(i).append(' ');
        }
        KnownText known =
                SourceGateTest.known("so " + run + " they said at the inn and laughed and drank to it twice more");
        assertThat(rule(known, filler + run)).isEqualTo("shared_run");
        assertThat(rule(known, filler + "one must never count the lame hens of a neighbour"))
                .isEqualTo("-");
    }

    @Test
    void findsTheParaphraseOfOneRecordAmongThousands() {
        String[] records = new String[3000];
        Arrays.setAll(records, i -> "the guest in room " + i + " asked for towel number " + i % 97 + " and a kettle");
        records[1234] = "our farrier lost a thumb to the bandsaw while restoring a harmonium";
        KnownText known = SourceGateTest.known(records);
        assertThat(rule(known, "a harmonium was being restored when the bandsaw took the thumb of the farrier"))
                .isEqualTo("rare_words");
        assertThat(rule(known, "a kettle and a towel were asked for by a guest"))
                .isEqualTo("-");
    }
}
