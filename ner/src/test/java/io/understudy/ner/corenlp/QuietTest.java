package io.understudy.ner.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.LoadListener;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, with CoreNLP and no other library on the class path. */
class QuietTest {

    /** What the other JVM runs. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            LoadListener listener = new LoadListener() {
                @Override
                public void loading(String model) {
                    System.out.println("loading " + model);
                }

                @Override
                public void loaded(String model) {
                    System.out.println("loaded " + model);
                }
            };
            EntityRecognizer recognizer = Recognizers.standard(RecognizerOptions.DEFAULT.withListener(listener));
            System.out.println("made");
            for (String text : arguments) {
                System.out.println(Markup.write(recognizer.recognize(text)));
            }
        }
    }

    @Test
    void loadsEachModelOnceWhenATextNeedsItAndPrintsNothingOfItsOwn(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Stream.of("classes", "understudy", "corenlp", "libphonenumber")
                        .anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath,
                        Program.class.getName(),
                        "12:30",
                        "In Oslo, \u0001\u2603\ufffd.",
                        "Then Paris.",
                        "in oslo",
                        "in paris")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
        assertThat(Files.readAllLines(out, StandardCharsets.UTF_8))
                .isEqualTo(List.of(
                        "made",
                        "[12:30](TIME)",
                        "loading english.all.3class.distsim",
                        "loaded english.all.3class.distsim",
                        "In [Oslo](LOCATION), \u0001\u2603\ufffd.",
                        "Then [Paris](LOCATION).",
                        "loading english.all.3class.caseless.distsim",
                        "loaded english.all.3class.caseless.distsim",
                        "in [oslo](LOCATION)",
                        "in [paris](LOCATION)"));
        assertThat(status).isZero();
    }
}
