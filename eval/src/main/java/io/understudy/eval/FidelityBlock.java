package io.understudy.eval;

import io.understudy.eval.embedding.Meaning;
import io.understudy.eval.fidelity.Fidelity;
import io.understudy.eval.fidelity.Histogram;
import io.understudy.eval.fidelity.Profile;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Section;
import io.understudy.eval.view.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The block {@code fidelity} of report.json. */
final class FidelityBlock {

    private FidelityBlock() {}

    private static final String JS = "Jensen-Shannon divergence, in bits, 0 equal to 1 apart, of ";

    private static final String NO_EMBEDDER = "no sentence encoder was given; --embedder names one";

    /** What {@link Fidelity} measures. */
    private static final List<String> MEASURED = List.of(
            "length_w1",
            "length_ks",
            "perplexity",
            "reverse_perplexity",
            "unknown_words",
            "c2st_auc",
            "c2st_accuracy",
            "c2st_p",
            "shuffled_words",
            "gave_away");

    /** The figures of profiles. */
    private enum View {
        LABELS("labels_js", "how often each label occurs."),
        LABEL_PAIRS("label_pairs_js", "which label follows which in a line."),
        LABEL_TRIPLES("label_triples_js", "runs of three labels in a line."),
        INTENTS("intents_js", "how often each intent occurs."),
        LENGTH("length_js", "line lengths."),
        MENTIONS("mentions_js", "numbers of mentions in a line."),
        PUNCTUATION("punctuation_js", "punctuation marks, and what lines end with."),
        CASING("casing_js", "words in lower case, Title, UPPER or miXed.");

        private final String key;
        private final String what;

        View(String key, String what) {
            this.key = key;
            this.what = what;
        }

        private Histogram of(Profile profile) {
            return switch (this) {
                case LABELS -> profile.labels();
                case LABEL_PAIRS -> profile.labelPairs();
                case LABEL_TRIPLES -> profile.labelTriples();
                case INTENTS -> profile.intents();
                case LENGTH -> profile.lengths();
                case MENTIONS -> profile.mentionsPerLine();
                case PUNCTUATION -> profile.punctuation();
                case CASING -> profile.casing();
            };
        }
    }

    static Section of(Profile ours, Sample sample, Optional<SourceIndex> original, EvaluationOptions options) {
        Optional<Profile> theirs = original.map(SourceIndex::profile);
        Optional<Fidelity> fidelity = original.map(index -> new Fidelity(sample, index.sample()));
        List<Score> scores = new ArrayList<>();
        for (View view : View.values()) {
            scores.add(js(view, ours, theirs, fidelity));
        }
        Section section = new Section()
                .put(
                        "view",
                        "every line of both sides; models and distances of lengths on random samples of equal size; original"
                                + " is the same figure between two random halves of the original of that size");
        fidelity.ifPresentOrElse(
                measured -> {
                    scores.addAll(measured.scores());
                    scores.addAll(options.extras()
                            .embedder()
                            .map(embedder ->
                                    measured.meaning(embedder, options.extras().mauve()))
                            .orElseGet(() -> Meaning.missing(NO_EMBEDDER)));
                    section.scores(scores)
                            .put("shuffled_words", measured.shuffled())
                            .put("gave_away", measured.gaveAway(options.showText()));
                },
                () -> {
                    scores.addAll(Meaning.missing(Reasons.NO_ORIGINAL));
                    section.scores(scores);
                    for (String name : MEASURED) {
                        section.missing(name, Reasons.NO_ORIGINAL);
                    }
                });
        return section.put("labels", shares(ours.labels(), theirs.map(Profile::labels)))
                .put("lengths", shares(ours.lengths(), theirs.map(Profile::lengths)))
                .put("mentions", shares(ours.mentionsPerLine(), theirs.map(Profile::mentionsPerLine)))
                .put("casing", shares(ours.casing(), theirs.map(Profile::casing)));
    }

    private static Score js(View view, Profile ours, Optional<Profile> theirs, Optional<Fidelity> fidelity) {
        String what = JS + view.what;
        if (theirs.isEmpty()) {
            return Score.missing(view.key, Direction.LOWER, what, Reasons.NO_ORIGINAL);
        }
        double value = view.of(ours).divergence(view.of(theirs.get()));
        return Double.isNaN(value)
                ? Score.missing(view.key, Direction.LOWER, what, "one side has none")
                : Score.of(view.key, value, Direction.LOWER, ours.lines(), what)
                        .against(fidelity.get().ruler((a, b) -> view.of(a).divergence(view.of(b))));
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
