package io.understudy.cli;

import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.canary.Canaries;
import io.understudy.eval.canary.Exposure;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.report.FailIf;
import io.understudy.eval.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What verbs that write a job's folder understand. */
final class JobOptions {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder to write; made if it is not there.")
    Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "Replace the files of an earlier job in DIR.")
    boolean overwrite;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Choice.Whole.class,
            description = "All chance but the key of surrogates comes from it (default 1).")
    long seed = 1;

    @Option(
            names = "--fail-if",
            paramLabel = "EXPR",
            description =
                    "Exit with code 3 if a number of report.json is so, such as leakage.hard>0; may be given again.")
    List<String> failIf = new ArrayList<>();

    @Option(
            names = "--min-sources",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Original records that must share a phrase without slots (default 5).")
    long minSources = GateRules.STANDARD.minSources();

    @Option(names = "--show-text", description = "Let the report show text of the original where it came through.")
    boolean showText;

    /** @throws IllegalArgumentException if there is no folder to write to */
    Path place(String verb) {
        return out.orElseThrow(
                () -> new IllegalArgumentException(verb + " lacks -o DIR, where to write; or give --preview"));
    }

    /** As {@link #conditions(boolean, boolean)}, without canaries. */
    List<FailIf> conditions(boolean compared) {
        return conditions(compared, false);
    }

    /**
     * The conditions, looked at before the work begins: a slip in one should not cost the wait.
     *
     * @param compared whether the report compares with an original
     * @param canaries whether it tells what became of canaries
     * @throws IllegalArgumentException if one is no condition, or report.json has no number at its path
     */
    List<FailIf> conditions(boolean compared, boolean canaries) {
        List<FailIf> conditions = failIf.stream().map(FailIf::parse).toList();
        if (!conditions.isEmpty()) {
            Optional<SourceIndex> nothing =
                    compared ? Optional.of(SourceIndex.builder().build()) : Optional.empty();
            Evaluation evaluation = Evaluation.of(EvaluationOptions.STANDARD, nothing);
            if (canaries) {
                evaluation.add(new Exposure(Canaries.builder(1, seed).build()).result());
            }
            Report empty = evaluation.report();
            conditions.forEach(condition -> condition.check(empty));
        }
        return conditions;
    }

    int minSources() {
        return (int) Math.min(Integer.MAX_VALUE, minSources);
    }

    /** What of this shapes the output, by option; the seed has a place of its own. */
    void record(Map<String, String> recipe) {
        recipe.put("min_sources", Long.toString(minSources));
        recipe.put("show_text", Boolean.toString(showText));
    }
}
