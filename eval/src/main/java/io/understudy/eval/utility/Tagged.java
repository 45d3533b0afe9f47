package io.understudy.eval.utility;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line as a tagger sees it: one tag a word ({@code B-CITY}, {@code I-CITY}, {@code O}), and what each word shows. A
 * word that a mention covers in part counts as covered. Immutable.
 */
final class Tagged {

    static final String OUTSIDE = "O";

    private final int[][] features;
    private final List<String> tags;

    private Tagged(int[][] features, List<String> tags) {
        this.features = features;
        this.tags = tags;
    }

    static Tagged of(AnnotatedText line) {
        List<Span> words = Words.of(line.text());
        String[] tags = new String[words.size()];
        Arrays.fill(tags, OUTSIDE);
        int next = 0;
        for (Mention mention : line.mentions()) {
            while (next < tags.length && words.get(next).end() <= mention.start()) {
                next++;
            }
            boolean first = true;
            for (; next < tags.length && words.get(next).start() < mention.end(); next++) {
                tags[next] = (first ? "B-" : "I-") + mention.label().name();
                first = false;
            }
        }
        List<String> texts = new ArrayList<>(words.size());
        words.forEach(word -> texts.add(line.text().substring(word.start(), word.end())));
        return new Tagged(WordFeatures.of(texts), List.of(tags));
    }

    /** Places of what a word shows ({@link WordFeatures}); not to be changed. */
    int[] features(int word) {
        return features[word];
    }

    /** As many as words. */
    List<String> tags() {
        return tags;
    }

    int size() {
        return features.length;
    }
}
