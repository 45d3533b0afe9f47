package io.understudy.eval;

import io.understudy.eval.fidelity.Histogram;
import io.understudy.eval.fidelity.Profile;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Section;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The block {@code fidelity} of report.json. */
final class FidelityBlock {

    private FidelityBlock() {}

    static Section of(Profile ours, Optional<SourceIndex> original) {
        Optional<Profile> theirs = original.map(SourceIndex::profile);
        String js = "Jensen-Shannon divergence, in bits, 0 equal to 1 apart, of ";
        return new Section()
                .put("view", "every line of both sides")
                .scores(List.of(
                        js(original, "labels_js", ours, Profile::labels, js + "how often each label occurs."),
                        js(original, "intents_js", ours, Profile::intents, js + "how often each intent occurs."),
                        js(original, "length_js", ours, Profile::lengths, js + "line lengths."),
                        js(
                                original,
                                "mentions_js",
                                ours,
                                Profile::mentionsPerLine,
                                js + "numbers of mentions in a line."),
                        Score.missing(
                                "c2st_auc",
                                Direction.LOWER,
                                "How well a classifier tells synthetic from original.",
                                Reasons.NOT_YET)))
                .put("labels", shares(ours.labels(), theirs.map(Profile::labels)))
                .put("lengths", shares(ours.lengths(), theirs.map(Profile::lengths)))
                .put("mentions", shares(ours.mentionsPerLine(), theirs.map(Profile::mentionsPerLine)));
    }

    private static Score js(
            Optional<SourceIndex> original, String name, Profile ours, Function<Profile, Histogram> view, String what) {
        if (original.isEmpty()) {
            return Score.missing(name, Direction.LOWER, what, Reasons.NO_ORIGINAL);
        }
        Histogram counts = view.apply(ours);
        double value = counts.divergence(view.apply(original.get().profile()));
        return Double.isNaN(value)
                ? Score.missing(name, Direction.LOWER, what, "one side has none")
                : Score.of(name, value, Direction.LOWER, ours.lines(), what);
    }

    private static List<Section> shares(Histogram ours, Optional<Histogram> theirs) {
        TreeSet<String> names = new TreeSet<>();
        ours.names().forEach(names::add);
        theirs.ifPresent(other -> other.names().forEach(names::add));
        return names.stream()
                .map(name -> {
                    Section share = new Section().put("name", name).put("synthetic", ours.share(name));
                    return theirs.isPresent()
                            ? share.put("original", theirs.get().share(name))
                            : share.missing("original", Reasons.NO_ORIGINAL);
                })
                .toList();
    }
}
