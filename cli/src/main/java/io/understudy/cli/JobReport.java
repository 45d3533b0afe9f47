package io.understudy.cli;

import io.understudy.eval.report.Comparison;
import io.understudy.eval.report.DataCard;
import io.understudy.eval.report.FailIf;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands beside the lines in a job's folder. */
final class JobReport {

    private JobReport() {}

    static void write(JobFolder folder, Report report, Manifest manifest) throws IOException {
        Files.writeString(folder.file("report.json"), report.json());
        Files.writeString(folder.file("report.html"), report.html());
        Files.writeString(folder.file("manifest.json"), manifest.json());
        Files.writeString(folder.file("DATA_CARD.md"), DataCard.of(manifest, report));
    }

    /** Each corpus has its own page, and no data card: they are not one thing to hand out. */
    static void write(JobFolder folder, Comparison comparison, Manifest manifest) throws IOException {
        Files.writeString(folder.file("report.json"), comparison.json());
        Files.writeString(folder.file("report.html"), comparison.html());
        for (int i = 0; i < comparison.corpora().size(); i++) {
            Files.writeString(
                    folder.file(Comparison.page(i + 1)),
                    comparison.corpora().get(i).report().html());
        }
        Files.writeString(folder.file("manifest.json"), manifest.json());
    }

    /** Says which conditions hold, of which corpus where there are several. @return the exit code */
    static int gate(Narrator narrator, List<FailIf> conditions, List<Comparison.Named> corpora) {
        int code = 0;
        for (Comparison.Named corpus : corpora) {
            for (FailIf condition : conditions) {
                Optional<String> reason = condition.check(corpus.report());
                if (reason.isPresent()) {
                    narrator.warn((corpora.size() == 1 ? "" : corpus.name() + ": ") + reason.get());
                    code = Failure.GATE;
                }
            }
        }
        return code;
    }

    static int gate(Narrator narrator, List<FailIf> conditions, Report report) {
        return gate(narrator, conditions, List.of(new Comparison.Named("", report)));
    }

    static List<Manifest.Input> inputs(List<InputFile> files) {
        return files.stream()
                .map(file -> new Manifest.Input(file.name(), file.sha256(), file.records()))
                .toList();
    }

    static List<Manifest.Model> models(List<InputFile> files) throws IOException {
        return files.stream().anyMatch(InputFile::recognized) ? Models.described() : List.of();
    }

    static Map<String, String> versions() {
        return Map.of("understudy", Understudy.Version.text());
    }
}
