package io.understudy.formats;

import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few of the files that {@code benchmarks/formats-fuzz.sh} tries by the million. */
class HostileFilesTest {

    static List<String> formats() {
        return Corpus.formats().stream().map(CorpusFormat::name).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void areReadOrRefusedWithASentence(String format) throws IOException {
        new HostileFiles(Corpus.format(format)).run(1, 60);
    }
}
