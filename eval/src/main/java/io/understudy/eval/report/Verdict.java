package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the numbers say, in three sentences: valid? leaking? varied and useful? */
final class Verdict {

    /** The worst thing found. */
    enum Mood {
        GOOD("Looks sound"),
        LOOK("Worth a look"),
        BAD("Not safe to hand out"),
        BROKEN("Has broken lines");

        private final String word;

        Mood(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** Its colour in report.css. */
        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JsonNode tree;

    Verdict(JsonNode tree) {
        this.tree = tree;
    }

    Mood mood() {
        boolean explained = isExplained();
        if (number("leakage", "hard") > 0 && !explained) {
            return Mood.BAD;
        }
        if (number("validity", "invalid") > 0 || number("validity", "lines") == 0) {
            return Mood.BROKEN;
        }
        boolean unsure = tree.path("leakage").path("hard").isNull() || explained || replayShare() > 0.25;
        return unsure ? Mood.LOOK : Mood.GOOD;
    }

    /** Whether something came through, and a holdout shows that coincidence is enough for it. */
    private boolean isExplained() {
        JsonNode leakage = tree.path("leakage");
        return leakage.path("hard").asLong() > 0
                && leakage.path("hard_unexplained").isNumber()
                && leakage.path("hard_unexplained").asLong() == 0;
    }

    List<String> sentences() {
        return List.of(validity(), leakage(), worth());
    }

    /** For a terminal. */
    String summary() {
        List<String> lines = new ArrayList<>();
        lines.add(mood().word());
        sentences().forEach(sentence -> lines.add("  " + sentence));
        return String.join("\n", lines) + "\n";
    }

    private String validity() {
        long lines = (long) number("validity", "lines");
        long invalid = (long) number("validity", "invalid");
        if (lines == 0) {
            return "There are no lines.";
        }
        return invalid == 0
                ? "%s, all well formed.".formatted(count(lines, "line"))
                : "%s, %s not well formed.".formatted(count(lines, "line"), count(invalid));
    }

    private String leakage() {
        JsonNode leakage = tree.path("leakage");
        if (leakage.path("hard").isNull()) {
            return "Leakage is unknown, because there was no original to compare with.";
        }
        long hard = leakage.path("hard").asLong();
        if (isExplained()) {
            return ("%s of the original came through, in %s, no more than come through of a holdout that played no part:"
                            + " coincidence explains them.")
                    .formatted(
                            count(hard, "surface, identifier or record", "surfaces, identifiers or records"),
                            count(leakage.path("hard_lines").asLong(), "line"));
        }
        JsonNode unexplained = leakage.path("hard_unexplained");
        if (hard > 0 && unexplained.isNumber() && unexplained.asLong() < hard) {
            return "%s of the original came through, in %s, and coincidence explains all but %s: hand out only after reading the findings."
                    .formatted(
                            count(hard, "surface, identifier or record", "surfaces, identifiers or records"),
                            count(leakage.path("hard_lines").asLong(), "line"),
                            count(unexplained.asLong()));
        }
        if (hard > 0) {
            return "%s of the original came through, in %s: hand out only after reading the findings."
                    .formatted(
                            count(hard, "surface, identifier or record", "surfaces, identifiers or records"),
                            count(leakage.path("hard_lines").asLong(), "line"));
        }
        long replay = leakage.path("replay").path("lines").asLong();
        String clean = "No surface, identifier or whole record of the original came through";
        return replay == 0
                ? clean + "."
                : "%s; %s the words around the names with a rare original line (%s)."
                        .formatted(
                                clean,
                                replay == 1 ? "1 line shares" : count(replay) + " lines share",
                                percent(replayShare()));
    }

    /** How varied it is and, where models were trained on it, how useful. */
    private String worth() {
        String varied = diversity();
        String useful = String.join(
                " and ",
                Stream.of(
                                useful("intent_accuracy", "tells intents apart with accuracy"),
                                useful("slot_f1", "finds mentions with F1"))
                        .flatMap(Optional::stream)
                        .toList());
        return useful.isEmpty()
                ? varied
                : "%s; a model trained on it %s.".formatted(varied.substring(0, varied.length() - 1), useful);
    }

    private Optional<String> useful(String key, String does) {
        JsonNode utility = tree.path("utility");
        return utility.path(key).isNumber()
                ? Optional.of("%s %s (the original: %s)"
                        .formatted(
                                does,
                                Figures.of(utility.path(key)),
                                Figures.of(utility.path("about").path(key).path("original"))))
                : Optional.empty();
    }

    private String diversity() {
        JsonNode diversity = tree.path("diversity");
        JsonNode effective = diversity.path("effective_templates");
        if (!effective.isNumber()) {
            return "There is too little to say how varied it is.";
        }
        JsonNode about = diversity.path("about").path("effective_templates");
        JsonNode sameSize = about.path("same_size");
        JsonNode value = sameSize.isObject() ? sameSize.path("value") : effective;
        JsonNode n = sameSize.isObject() ? sameSize.path("n") : about.path("n");
        String ours = "A sample of %s is as varied as %s would be"
                .formatted(count(n.asLong(), "line"), count(Math.round(value.asDouble()), "equally frequent template"));
        JsonNode ruler = about.path("original");
        return ruler.isNumber()
                ? "%s; as many original lines reach %s.".formatted(ours, count(Math.round(ruler.asDouble())))
                : ours + ".";
    }

    private double replayShare() {
        return tree.path("leakage").path("replay").path("share").asDouble();
    }

    private double number(String block, String name) {
        return tree.path(block).path(name).asDouble();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    private static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    static String percent(double share) {
        double value = 100 * share;
        if (value > 0 && value < 0.05) {
            return "under 0.1 %";
        }
        return String.format(Locale.ROOT, value > 0 && value < 9.95 ? "%.1f %%" : "%.0f %%", value);
    }
}
