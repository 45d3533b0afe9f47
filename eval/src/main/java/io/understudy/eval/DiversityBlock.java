package io.understudy.eval;

import io.understudy.eval.diversity.Diversity;
import io.understudy.eval.diversity.PublishedTools;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The block {@code diversity} of report.json. */
final class DiversityBlock {

    private DiversityBlock() {}

    static Section of(
            Diversity measured,
            Optional<SourceIndex> original,
            long duplicates,
            long lines,
            Optional<PublishedTools.Lines> published) {
        Section surface = new Section()
                .put("view", "words of the text as it is: Unicode word boundaries, lower case, punctuation kept")
                .scores(measured.surface());
        Section masked = new Section()
                .put("view", "the same with each mention as one word, its label")
                .scores(measured.masked());
        List<Score> own = new ArrayList<>();
        own.add(Score.of(
                        "duplicates",
                        lines == 0 ? Double.NaN : (double) duplicates / lines,
                        Direction.LOWER,
                        lines,
                        "Share of lines equal to an earlier line, case, accents and spacing aside.")
                .against(original.map(index -> (double) index.duplicates() / index.records())
                        .orElse(Double.NaN)));
        own.addAll(measured.carriers());
        Section section = new Section()
                .put(
                        "view",
                        "n lines: all, or a seeded random sample of them; original and same_size are measured on equal"
                                + " numbers of lines; a template is a line with its mentions masked, normalised")
                .put("surface", surface)
                .put("masked", masked)
                .scores(own)
                .put("resampled", measured.resampled())
                .put("curve", measured.curve());
        published.ifPresent(tools -> section.put("published_tools", tools.section()));
        return section;
    }
}
