package io.understudy.cli;

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

    /** Says which conditions hold. @return the exit code */
    static int gate(Narrator narrator, List<FailIf> conditions, Report report) {
        int code = 0;
        for (FailIf condition : conditions) {
            Optional<String> reason = condition.check(report);
            if (reason.isPresent()) {
                narrator.warn(reason.get());
                code = Failure.GATE;
            }
        }
        return code;
    }

    static List<Manifest.Input> inputs(List<InputFile> files) {
        return files.stream()
                .map(file -> new Manifest.Input(file.name(), file.sha256(), file.records()))
                .toList();
    }

    /** The shipped models, where mentions were found. */
    static List<Manifest.Model> models(List<InputFile> files) throws IOException {
        return models(files, new RecognizeOptions());
    }

    static List<Manifest.Model> models(List<InputFile> files, RecognizeOptions recognizing) throws IOException {
        return files.stream().anyMatch(InputFile::recognized) ? Models.described(recognizing) : List.of();
    }

    static Map<String, String> versions() {
        return Map.of("understudy", Understudy.Version.text());
    }
}
