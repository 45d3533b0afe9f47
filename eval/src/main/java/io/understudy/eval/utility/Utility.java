package io.understudy.eval.utility;

import io.understudy.core.Example;
import io.understudy.core.Provenance.Synthetic;
import io.understudy.core.Seeds;
import io.understudy.eval.utility.Worth.Generator;
import io.understudy.eval.utility.Worth.Kind;
import io.understudy.eval.utility.Worth.Point;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Trains models on synthetic lines and on the original they stand in for, and tests them on a holdout that neither saw.
 * The models of one comparison are trained on equally many lines, {@value #SEEDS} times, each time on others where
 * there are more than that.
 */
public final class Utility {

    /** Models of each kind: chance in what is drawn and in training shows as their spread. */
    public static final int SEEDS = 5;

    /** New lines to each line of the few, in the learning curves. */
    public static final int TIMES = 5;

    /** Below this many lines on any side, nothing is trained. */
    public static final int FEWEST_LINES = 20;

    private static final List<Integer> SHOTS = List.of(5, 10, 30);
    private static final int MOST_TESTED = 2000;
    private static final int MOST_GENERATORS = 8;
    private static final int RESAMPLES = 1000;

    private static final String SYNTHETIC = "synthetic";
    private static final String ORIGINAL = "original";
    private static final String REPLACED = "replaced";

    private final Task task;
    private final List<Example> synthetic;
    private final List<Example> original;
    private final List<Example> test;
    private final UtilityOptions options;
    private final int intents;

    /** @param holdout lines that played no part in making the synthetic ones */
    public Utility(
            Task task, List<Example> synthetic, List<Example> original, List<Example> holdout, UtilityOptions options) {
        this.task = task;
        this.synthetic = taught(task, synthetic);
        this.original = taught(task, original);
        this.test = taught(task, holdout).stream().limit(MOST_TESTED).toList();
        this.options = options;
        this.intents = intents(this.original);
    }

    /** A line without an intent teaches none; a line without mentions teaches that there are none. */
    private static List<Example> taught(Task task, List<Example> lines) {
        return task == Task.SLOTS ? lines : lines.stream().filter(task::has).toList();
    }

    /** Why nothing can be measured, in one phrase; empty where it can. */
    public String obstacle() {
        String what = task == Task.INTENTS ? "intents" : "mentions";
        for (Map.Entry<String, List<Example>> side : Map.of(
                        "these lines have", synthetic, "the original has", original, "the holdout has", test)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            long lines = side.getValue().stream().filter(task::has).count();
            if (lines < FEWEST_LINES) {
                return "%s %s with %s; needs %d".formatted(side.getKey(), lines(lines), what, FEWEST_LINES);
            }
        }
        if (options.seconds() == 0) {
            return "nothing was trained, as --budget 0s asks; --budget 60s trains";
        }
        return affordable() < FEWEST_LINES
                ? "%d s are too few to train on %d lines; --budget 60s gives more"
                        .formatted(options.seconds(), FEWEST_LINES)
                : "";
    }

    private static String lines(long count) {
        return count == 0 ? "no line" : count == 1 ? "one line" : count + " lines";
    }

    /** The most lines that all models of one comparison, learning curves and tests counted, may be trained on. */
    private int affordable() {
        Cost cost = new Cost(task, original);
        int models = 3 + generators().size();
        int least = 0;
        int most = Math.min(synthetic.size(), original.size());
        while (least < most) {
            int size = (least + most + 1) >>> 1;
            if (SEEDS * (models * cost.seconds(size, test.size()) + curves(cost, size)) <= options.seconds()) {
                least = size;
            } else {
                most = size - 1;
            }
        }
        return least;
    }

    /** The seconds of the models that {@link #curve} adds, for one seed. */
    private double curves(Cost cost, int size) {
        return shots(size).stream()
                .mapToDouble(shots -> {
                    int few = shots * intents;
                    return 2 * cost.seconds(few, test.size()) + 2 * cost.seconds((1L + TIMES) * few, test.size());
                })
                .sum();
    }

    /**
     * Trains and tests.
     *
     * @param progress told the share that is done, from any thread
     * @throws IllegalStateException if there is an {@link #obstacle}
     */
    public Worth measure(DoubleConsumer progress) {
        if (!obstacle().isEmpty()) {
            throw new IllegalStateException(obstacle());
        }
        int most = Math.min(synthetic.size(), original.size());
        int size = affordable();
        Trainings trainings = new Trainings(task, test);
        List<String> generators = generators();
        List<Integer> shots = shots(size);
        for (int i = 0; i < SEEDS; i++) {
            long seed = Seeds.derive(options.seed(), i);
            List<Example> ours = Draw.some(synthetic, size, Seeds.random(seed, 1));
            List<Example> theirs = Draw.some(original, size, Seeds.random(seed, 2));
            trainings.add(SYNTHETIC, ours, seed);
            trainings.add(ORIGINAL, theirs, seed);
            trainings.add(REPLACED, new MentionReplacement(theirs).make(size, Seeds.random(seed, 3)), seed);
            for (String generator : generators) {
                trainings.add(
                        "without " + generator,
                        ours.stream()
                                .filter(line -> !generator.equals(generator(line)))
                                .toList(),
                        seed);
            }
            shots.forEach(count -> curve(trainings, count, seed));
        }
        trainings.run(progress);
        Answers ours = trainings.answers(SYNTHETIC);
        return new Worth(
                size,
                test.size(),
                size < most,
                trainings.reached(SYNTHETIC),
                trainings.reached(ORIGINAL),
                trainings.reached(REPLACED),
                trainings.macro(SYNTHETIC),
                ours.over(trainings.answers(ORIGINAL), task::measure, RESAMPLES, bootstrap()),
                ours.over(trainings.answers(REPLACED), task::measure, RESAMPLES, bootstrap()),
                kinds(trainings),
                shots.stream().map(count -> point(trainings, count)).toList(),
                generators.stream()
                        .map(name -> new Generator(
                                name,
                                (int) synthetic.stream()
                                        .filter(line -> name.equals(generator(line)))
                                        .count(),
                                ours.over(trainings.answers("without " + name), task::measure, RESAMPLES, bootstrap())))
                        .toList());
    }

    private SplittableRandom bootstrap() {
        return Seeds.random(options.seed(), SEEDS);
    }

    private List<Kind> kinds(Trainings trainings) {
        return test.stream()
                .flatMap(line -> task.kinds(line).stream())
                .distinct()
                .sorted()
                .map(kind -> new Kind(
                        kind,
                        trainings.kind(ORIGINAL, kind).gold() / SEEDS,
                        trainings.kind(SYNTHETIC, kind).f1(),
                        trainings.kind(ORIGINAL, kind).f1()))
                .toList();
    }

    /** Those whose curves cost less than the rest: {@code 14 = 1 + 6 + 6 + 1} times as many lines as are few. */
    private List<Integer> shots(int size) {
        return SHOTS.stream()
                .filter(count -> count * intents * (2 + 2 * (1 + TIMES)) <= 3 * size)
                .toList();
    }

    /** Of lines without intents the labels. */
    private static int intents(List<Example> lines) {
        long intents = kinds(Task.INTENTS, lines);
        return (int) (intents == 0 ? kinds(Task.SLOTS, lines) : intents);
    }

    private static long kinds(Task task, List<Example> lines) {
        return lines.stream()
                .flatMap(line -> task.kinds(line).stream())
                .distinct()
                .count();
    }

    private void curve(Trainings trainings, int shots, long seed) {
        SplittableRandom random = Seeds.random(seed, 100 + shots);
        List<Example> few = Draw.shots(original, shots, intents, random);
        trainings.add("few" + shots, few, seed);
        trainings.add(
                "replaced" + shots,
                Stream.concat(few.stream(), new MentionReplacement(few).make(TIMES * few.size(), random).stream())
                        .toList(),
                seed);
        trainings.add(
                "with" + shots,
                Stream.concat(few.stream(), Draw.shots(synthetic, TIMES * shots, intents, random).stream())
                        .toList(),
                seed);
        trainings.add("synthetic" + shots, Draw.shots(synthetic, shots, intents, random), seed);
    }

    private Point point(Trainings trainings, int shots) {
        return new Point(
                shots,
                shots * intents,
                trainings.reached("few" + shots),
                trainings.reached("replaced" + shots),
                trainings.reached("with" + shots),
                trainings.reached("synthetic" + shots));
    }

    /** The generators with most lines, where there are several; by name. */
    private List<String> generators() {
        Map<String, Integer> counts = new TreeMap<>();
        synthetic.forEach(line -> counts.merge(generator(line), 1, Integer::sum));
        return counts.size() < 2
                ? List.of()
                : counts.entrySet().stream()
                        .filter(entry -> !entry.getKey().isEmpty())
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(MOST_GENERATORS)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }

    /** Empty where it is not known. */
    private static String generator(Example line) {
        return line.provenance() instanceof Synthetic made ? made.generator() : "";
    }
}
