package io.understudy.eval.canary;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Seeds;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Secrets to plant, a third of them once, a third 4 times and a third 16 times, and as many as 2,000 others that are
 * not planted, to compare with. All begin as records of the corpus begin. Immutable.
 */
public final class Canaries {

    private static final int[] REPEATS = {1, 4, 16};
    private static final int UNPLANTED = 2_000;
    private static final long OPENING_STREAM = 1;
    private static final long SECRET_STREAM = 2;

    private final List<Canary> planted;
    private final List<Canary> unplanted;

    private Canaries(List<Canary> planted, List<Canary> unplanted) {
        this.planted = List.copyOf(planted);
        this.unplanted = List.copyOf(unplanted);
    }

    /**
     * @param count secrets to plant, 1 or more
     * @param seed the only chance
     * @throws IllegalArgumentException if the count is below 1 or above 3,000
     */
    public static Builder builder(int count, long seed) {
        return new Builder(count, seed);
    }

    /** How many secrets are planted. */
    public int size() {
        return planted.size();
    }

    /** The lines to add to a copy of the corpus, each as often as it is planted. */
    public List<Example> lines() {
        List<Example> lines = new ArrayList<>();
        for (Canary canary : planted) {
            for (int i = 0; i < canary.repeats(); i++) {
                long line = lines.size() + 1L;
                lines.add(
                        new Example("canary-" + line, Optional.empty(), canary.line(), new Original("canaries", line)));
            }
        }
        return lines;
    }

    List<Canary> planted() {
        return planted;
    }

    List<Canary> unplanted() {
        return unplanted;
    }

    /** Takes the corpus, record by record, and keeps a sample of how records begin. Not thread-safe. */
    public static final class Builder {
        private static final int MOST = 3_000;
        private static final int OPENINGS = 200;
        private static final int OPENING_WORDS = 3;

        private final int count;
        private final long seed;
        private final SplittableRandom random;
        private final List<AnnotatedText> openings = new ArrayList<>();
        private long seen;

        private Builder(int count, long seed) {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%d canaries; expected 1 to %,d", count, MOST));
            }
            this.count = count;
            this.seed = seed;
            this.random = Seeds.random(seed, OPENING_STREAM);
        }

        /** Vitter's algorithm R: each opening seen is as likely to be kept as any other. */
        public Builder add(Example record) {
            Optional<AnnotatedText> opening = opening(record.annotated());
            if (opening.isPresent()) {
                seen++;
                if (openings.size() < OPENINGS) {
                    openings.add(opening.get());
                } else {
                    long place = random.nextLong(seen);
                    if (place < OPENINGS) {
                        openings.set((int) place, opening.get());
                    }
                }
            }
            return this;
        }

        /** The first words, or up to the end of the first mention where it ends soon after. */
        private static Optional<AnnotatedText> opening(AnnotatedText record) {
            List<Span> words = Words.of(record.text());
            if (words.size() <= OPENING_WORDS) {
                return Optional.empty();
            }
            int end = words.get(OPENING_WORDS - 1).end();
            List<Mention> mentions = new ArrayList<>();
            for (Mention mention : record.mentions()) {
                if (mention.start() <= words.get(OPENING_WORDS).start() && mentions.isEmpty()) {
                    end = Math.max(end, mention.end());
                    mentions.add(mention);
                } else if (mention.start() < end) {
                    return Optional.empty();
                }
            }
            return Optional.of(new AnnotatedText(record.text().substring(0, end), mentions));
        }

        public Canaries build() {
            if (openings.isEmpty()) {
                openings.add(AnnotatedText.plain("the code is"));
            }
            List<Canary> planted = new ArrayList<>();
            List<Canary> unplanted = new ArrayList<>();
            SplittableRandom secrets = Seeds.random(seed, SECRET_STREAM);
            for (int i = 0; i < count; i++) {
                planted.add(canary(secrets, REPEATS[i % REPEATS.length]));
            }
            for (int i = 0; i < UNPLANTED; i++) {
                unplanted.add(canary(secrets, 0));
            }
            return new Canaries(planted, unplanted);
        }

        private Canary canary(SplittableRandom secrets, int repeats) {
            AnnotatedText opening = openings.get(secrets.nextInt(openings.size()));
            String secret = String.format(Locale.ROOT, "%0" + Canary.DIGITS + "d", secrets.nextInt(Canary.SECRETS));
            return new Canary(opening, secret, repeats);
        }
    }
}
