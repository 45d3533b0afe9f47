package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of formats in FORMATS.md is what the code says. */
class FormatsTest {

    @Test
    void theTableIsWhatTheFormatsSayOfThemselves() throws IOException {
        assertThat(table(Files.readString(Path.of("../FORMATS.md")))).isEqualTo(expected());
    }

    /** Its lines, without those of the text around it. */
    private static String table(String page) {
        return page.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n"));
    }

    private static String expected() {
        return "| format | what it is | extensions | | cannot carry |\n|---|---|---|---|---|\n"
                + Corpus.formats().stream().map(FormatsTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(CorpusFormat format) {
        return List.of(
                        "`" + format.name() + "`",
                        format.description(),
                        format.extensions().stream()
                                .map(each -> "`." + each + "`")
                                .collect(Collectors.joining(" ")),
                        format.writes() ? "both ways" : "read",
                        FormatsVerb.cannot(format))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
