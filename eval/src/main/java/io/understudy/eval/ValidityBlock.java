package io.understudy.eval;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.eval.report.Section;
import io.understudy.eval.validity.FormatCheck;
import io.understudy.eval.validity.ValidityCheck;
import io.understudy.eval.validity.ValidityCheck.Count;
import io.understudy.eval.validity.Wording;
import io.understudy.eval.view.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The block {@code validity} of report.json. */
final class ValidityBlock {

    private ValidityBlock() {}

    static Section of(ValidityCheck check, Sample sample, Optional<SourceIndex> original) {
        Section rules = new Section();
        check.rules().forEach((rule, count) -> rules.put(rule.key(), count(count, rule.meaning())));
        List<Example> lines = sample.examples();
        Section section = new Section()
                .put("view", "surface")
                .put("lines", check.lines())
                .put("invalid", check.invalid())
                .put("rules", rules)
                .put("wording", wording(sample.lines(), original))
                .put("formats", formats(lines));
        original.ifPresentOrElse(
                index -> section.put("surrogates", surrogates(lines, index)),
                () -> section.missing("surrogates", Reasons.NO_ORIGINAL));
        return section;
    }

    private static Section count(Count count, String meaning) {
        return new Section()
                .put("tried", count.tried())
                .put("failed", count.failed())
                .put("what", meaning);
    }

    private static Section wording(List<AnnotatedText> lines, Optional<SourceIndex> original) {
        Wording ours = wording(lines);
        Optional<Wording> theirs = original.map(index -> wording(index.sample().lines()));
        Section section = new Section()
                .put("view", "n lines; people slip too, so read each share beside the original's")
                .put("n", lines.size());
        ours.rules(theirs.orElse(ours)).forEach((rule, count) -> {
            Section one = count(count, rule.meaning());
            share(one, "share", count);
            theirs.ifPresentOrElse(
                    wording -> share(one, "original", wording.rules(wording).get(rule)),
                    () -> one.missing("original", Reasons.NO_ORIGINAL));
            section.put(rule.key(), one);
        });
        return section;
    }

    private static Wording wording(List<AnnotatedText> lines) {
        Wording wording = new Wording();
        lines.parallelStream().map(Wording::read).toList().forEach(wording::add);
        return wording;
    }

    private static void share(Section section, String name, Count count) {
        if (count.tried() == 0) {
            section.missing(name, "nothing to ask");
        } else {
            section.put(name, (double) count.failed() / count.tried());
        }
    }

    private static Section formats(List<Example> lines) {
        Section section = new Section();
        for (Map.Entry<String, Count> format : FormatCheck.of(lines).entrySet()) {
            section.put(
                    format.getKey(),
                    count(
                            format.getValue(),
                            "written as " + format.getKey() + " and read again, the line is the same"));
        }
        return section;
    }

    private static Section surrogates(List<Example> lines, SourceIndex original) {
        long tried = 0;
        long failed = 0;
        for (Example line : lines) {
            for (Mention mention : line.annotated().mentions()) {
                tried++;
                failed += original.profile().holdsSurface(line.annotated().surface(mention)) ? 1 : 0;
            }
        }
        return count(new Count(tried, failed), "no mention's surface is one of the original; leakage says which")
                .put("n", lines.size());
    }
}
