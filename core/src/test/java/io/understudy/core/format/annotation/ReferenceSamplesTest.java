package io.understudy.core.format.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools' own samples: the good ones are read, each of the others has its sentence. */
class ReferenceSamplesTest {

    private static final Path SHARED = Path.of(System.getProperty("understudy.shared", "../../shared"), "data");

    @ParameterizedTest
    @CsvSource({
        "doccano,reference/doccano/backend/data_export/pipeline/examples/relation_extraction/example.jsonl,1,4",
        "doccano,reference/doccano/backend/data_export/pipeline/examples/sequence_labeling/example.jsonl,3,4",
        // "Memphis" lies inside of the first city of the first line, which is longer than it should be.
        "doccano,reference/doccano/backend/data_export/pipeline/examples/intent_detection/example.jsonl,2,3",
        "opennlp,reference/opennlp/OnlyWithEntitiesWithTypes.train,12,12",
        "opennlp,reference/opennlp/OnlyWithNames.train,8,8",
        "presidio,pii/presidio-research/samples/data/synth_dataset_v2.json,1500,2863",
    })
    void aGoodSampleIsRead(String format, String file, int examples, int labels) throws IOException {
        List<Example> corpus = read(format, file);
        assertThat(corpus).hasSize(examples);
        assertThat(corpus.stream().mapToInt(example -> example.labels().size()).sum())
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doccano|reference/doccano/backend/data_import/tests/data/sequence_labeling/example.jsonl"
                        + "|:3: no key 'text'; expected an object such as",
                "conll|reference/doccano/backend/data_import/tests/data/sequence_labeling/labeling.invalid.conll"
                        + "|:1: tag 'SOCCERO' in the last column; expected O, or B-",
                "opennlp|reference/opennlp/voa2.train"
                        + "|:15: '<END>.' is neither <START>, <START:type> nor <END>; expected a space after each",
                "opennlp|reference/opennlp/AnnotatedSentences.txt|:13: byte 0xa7 (byte 1011 of the file) is not UTF-8",
            })
    void aWrongSampleHasItsSentence(String format, String file, String message) {
        assumeTrue(Files.exists(SHARED.resolve(file)), "no " + file);
        assertThatThrownBy(() -> read(format, file)).hasMessageStartingWith(SHARED.resolve(file) + message);
    }

    @Test
    void bratsSamplesLackTheirTexts() {
        Path folder = SHARED.resolve("reference/brat/NCBI-disease");
        assumeTrue(Files.isDirectory(folder), "no samples of brat");
        assertThatThrownBy(() -> read("brat", "reference/brat/NCBI-disease"))
                .hasMessage(folder + "/PMID-10429004.ann: no text beside it; expected PMID-10429004.txt");
    }

    private static List<Example> read(String format, String file) throws IOException {
        assumeTrue(Files.exists(SHARED.resolve(file)), "no " + file);
        List<Example> corpus = new ArrayList<>();
        try (CorpusReader reader =
                Corpus.open(SHARED.resolve(file).toString(), Optional.of(format), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(corpus::add);
        }
        return corpus;
    }
}
