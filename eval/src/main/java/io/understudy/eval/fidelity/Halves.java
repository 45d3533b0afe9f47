package io.understudy.eval.fidelity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Seeds;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import io.understudy.eval.view.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A synthetic corpus beside two halves of its original, all of one size and in random order: what is measured between
 * the synthetic lines and the first half is measured between the halves too, and that is the ruler.
 *
 * @param synthetic as many lines as each half
 * @param original the first half
 * @param other the second
 */
public record Halves(List<Example> synthetic, List<Example> original, List<Example> other) {

    private static final long SHUFFLE_SEED = 30;

    public static Halves of(Sample synthetic, Sample original) {
        List<Example> ours = synthetic.examples();
        List<Example> theirs = original.examples();
        int n = Math.min(ours.size(), theirs.size() / 2);
        return new Halves(ours.subList(0, n), theirs.subList(0, n), theirs.subList(n, 2 * n));
    }

    /** Lines of each side. */
    public int size() {
        return synthetic.size();
    }

    /** The first lines of each side. */
    public Halves first(int most) {
        int n = Math.min(most, size());
        return new Halves(synthetic.subList(0, n), original.subList(0, n), other.subList(0, n));
    }

    /** The second half with the words of each line in random order: like the original in all but order. */
    public List<AnnotatedText> shuffled() {
        List<AnnotatedText> shuffled = new ArrayList<>();
        for (Example line : other) {
            shuffled.add(AnnotatedText.plain(shuffled(line.text(), shuffled.size())));
        }
        return shuffled;
    }

    private static String shuffled(String text, int index) {
        List<Span> words = new ArrayList<>(Words.of(text));
        SplittableRandom random = Seeds.random(SHUFFLE_SEED, index);
        for (int i = words.size() - 1; i > 0; i--) {
            words.set(i, words.set(random.nextInt(i + 1), words.get(i)));
        }
        return String.join(
                " ",
                words.stream()
                        .map(word -> text.substring(word.start(), word.end()))
                        .toList());
    }

    static List<String> texts(List<Example> examples) {
        return examples.stream().map(Example::text).toList();
    }

    static List<AnnotatedText> lines(List<Example> examples) {
        return examples.stream().map(Example::annotated).toList();
    }
}
