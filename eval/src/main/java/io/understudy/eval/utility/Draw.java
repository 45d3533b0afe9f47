package io.understudy.eval.utility;

import io.understudy.core.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws lines to train on. */
final class Draw {

    private Draw() {}

    /** Puts a list in random order (Fisher and Yates). */
    static void shuffle(List<?> things, SplittableRandom random) {
        for (int i = things.size() - 1; i > 0; i--) {
            Collections.swap(things, i, random.nextInt(i + 1));
        }
    }

    static List<Example> some(List<Example> lines, int count, SplittableRandom random) {
        List<Example> all = new ArrayList<>(lines);
        shuffle(all, random);
        return all.subList(0, Math.min(count, all.size()));
    }

    /** At most {@code shots} lines of each intent, or so many times {@code kinds} lines where there are no intents. */
    static List<Example> shots(List<Example> lines, int shots, int kinds, SplittableRandom random) {
        if (lines.stream().noneMatch(line -> line.intent().isPresent())) {
            return some(lines, shots * kinds, random);
        }
        Map<String, Integer> taken = new LinkedHashMap<>();
        List<Example> drawn = new ArrayList<>();
        for (Example line : some(lines, lines.size(), random)) {
            if (line.intent().isPresent() && taken.merge(line.intent().get(), 1, Integer::sum) <= shots) {
                drawn.add(line);
            }
        }
        return drawn;
    }
}
