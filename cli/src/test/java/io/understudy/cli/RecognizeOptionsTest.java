package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recognizers of the user's own on the command line. */
class RecognizeOptionsTest {

    @TempDir
    Path folder;

    private Path corpus() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String dish : new String[] {"ramen", "pad thai", "lasagne", "green curry", "borscht", "tacos"}) {
            for (int table = 2; table < 8; table++) {
                lines.append("bring two [" + dish + "](DISH) to table [" + table + "](TABLE) please\n");
                lines.append("is the [" + dish + "](DISH) ready yet?\n");
            }
        }
        return Files.writeString(folder.resolve("corpus.markup"), lines);
    }

    @Test
    void aRecognizerIsTrainedAndUsed() throws IOException {
        Path model = folder.resolve("dishes.crf");
        Run trained = Run.of("annotate", corpus().toString(), "--train", "-o", model.toString());
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("learned from 108 mentions; use it with --model " + model);
        Path text = Files.writeString(folder.resolve("text.txt"), "bring two gnocchi to table 9 please\n");
        Run used = Run.of(
                "annotate", text.toString(), "--model", model.toString(), "--labels", "DISH,TABLE", "--to", "markup");
        assertThat(used.out()).isEqualTo("bring two [gnocchi](DISH) to table [9](TABLE) please\n");
    }

    @Test
    void aTokenClassifierFindsWhatTheShippedOnesFindNot() throws IOException {
        Path model = SharedData.path("models/minilm-ner-onnx");
        Path text = Files.writeString(folder.resolve("text.txt"), "my name is anna kowalska and i live in warsaw\n");
        Run run =
                Run.of("annotate", text.toString(), "--model", model.toString(), "--device", "auto", "--to", "markup");
        assertThat(run.out()).isEqualTo("my name is [anna kowalska](PERSON) and i live in [warsaw](LOCATION)\n");
    }

    @Test
    void trainingSaysThatItNeedsAPlaceToWrite() throws IOException {
        Run run = Run.of("annotate", corpus().toString(), "--train");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("understudy: --train lacks -o FILE, where the recognizer is written\n");
    }

    @Test
    void fineGrainedAndAnotherLanguageExcludeEachOther() throws IOException {
        Run run = Run.of("annotate", corpus().toString(), "--fine-grained", "--language", "de");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("understudy: --fine-grained knows English only; leave out one of it and --language\n");
    }

    @Test
    void aLanguageWithoutAModelIsToldInOneSentence() throws IOException {
        Run run = Run.of("annotate", corpus().toString(), "--language", "nl");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("unknown language 'nl'; have: en, de, fr, es");
    }

    @Test
    void countriesChooseWhoseNumbersAreFound() {
        String note = "PESEL 44051401359, BSN 111222333\n";
        Run run = Run.piped(
                note,
                "annotate",
                "-",
                "--from",
                "text",
                "--countries",
                "nl",
                "--labels",
                "NL_BSN,PL_PESEL",
                "--to",
                "markup");
        assertThat(run.out()).isEqualTo("PESEL 44051401359, BSN [111222333](NL_BSN)\n");
        assertThat(Run.piped(note, "annotate", "-", "--countries", "XX").err())
                .contains("unknown country 'XX'; ")
                .contains("have: AU, BE, BR");
    }

    @Test
    void listsOfTheUserFindAllowAndDeny() throws IOException {
        Path dishes = Files.writeString(folder.resolve("dishes.txt"), "pad thai\n\nramen\n");
        Path never = Files.writeString(folder.resolve("never.txt"), "ada@byrne.example\n");
        Run run = Run.piped(
                "Pad Thai for ada@byrne.example\n",
                "annotate",
                "-",
                "--from",
                "text",
                "--gazetteer",
                "DISH=" + dishes,
                "--allow",
                never.toString(),
                "--labels",
                "DISH,EMAIL",
                "--to",
                "markup");
        assertThat(run.out()).isEqualTo("[Pad Thai](DISH) for ada@byrne.example\n");
        Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");
        Run failed = Run.piped("x\n", "annotate", "-", "--from", "text", "--deny", "DISH=" + empty);
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.err()).contains("holds no phrase; expected one a line");
    }

    @Test
    void reasonsStandWithTheSpans() {
        Run run = Run.piped(
                "her PESEL is 44051401359\n", "annotate", "-", "--from", "text", "--labels", "PL_PESEL", "--explain");
        assertThat(run.out())
                .contains("\"label\":\"PL_PESEL\",\"score\":0.99,\"recognizer\":\"identifiers\","
                        + "\"rule\":\"pl_pesel\",\"context\":\"pesel\",\"checksum\":true}");
    }

    @Test
    void aThresholdLeavesOutWhatIsLessSure() {
        Run run = Run.piped(
                "the number 44051401359\n",
                "annotate",
                "-",
                "--from",
                "text",
                "--labels",
                "PL_PESEL",
                "--threshold",
                "PL_PESEL=0.5",
                "--to",
                "markup");
        assertThat(run.out()).isEqualTo("the number 44051401359\n");
        assertThat(Run.piped("x\n", "annotate", "-", "--threshold", "PL_PESEL=2")
                        .err())
                .contains("'PL_PESEL=2' does not end in a score from 0 to 1");
    }
}
