package io.understudy.ner.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.RecognizerContract;
import io.understudy.ner.Training;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of the user's own labels, trained on a corpus written here. */
class CrfTrainingTest implements RecognizerContract {

    @TempDir
    static Path folder;

    private static Path file;
    private static Training trained;

    private static final List<String> DISHES =
            List.of("ramen", "pad thai", "lasagne", "green curry", "borscht", "tacos");

    private static List<AnnotatedText> corpus() {
        List<AnnotatedText> corpus = new ArrayList<>();
        for (String dish : DISHES) {
            for (int table = 2; table < 8; table++) {
                corpus.add(Markup.read("bring two [" + dish + "](DISH) to table [" + table + "](TABLE) please"));
                corpus.add(Markup.read("table [" + table + "](TABLE) would like one [" + dish + "](DISH)"));
                corpus.add(Markup.read("is the [" + dish + "](DISH) ready yet?"));
            }
        }
        return corpus;
    }

    @BeforeAll
    static void train() throws IOException {
        file = folder.resolve("dishes.crf");
        trained = CrfTraining.train(corpus(), file);
    }

    @Override
    public EntityRecognizer recognizer() {
        try {
            return TrainedRecognizer.open(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public int hostileLength() {
        return 20_000;
    }

    @Test
    void findsTheUsersOwnLabels() {
        assertThat(Markup.write(recognizer().recognize("bring two gnocchi to table 9 please")))
                .isEqualTo("bring two [gnocchi](DISH) to table [9](TABLE) please");
    }

    @Test
    void knowsItsLabels() throws IOException {
        assertThat(TrainedRecognizer.open(file).labels()).hasToString("[DISH, TABLE]");
    }

    @Test
    void saysWhatItLearnedFrom() {
        // 6 dishes at 6 tables in 3 texts, of 2, 2 and 1 mentions.
        assertThat(trained).isEqualTo(new Training(108, 180, 0));
    }

    @Test
    void countsMentionsThatCutAToken() throws IOException {
        List<AnnotatedText> cut = new ArrayList<>(corpus());
        cut.add(Markup.read("two lasagne[s](PLURAL) please"));
        assertThat(CrfTraining.train(cut, folder.resolve("cut.crf")).cut()).isEqualTo(1);
    }

    @Test
    void givesEqualModelsForEqualCorpora() throws IOException {
        Path again = folder.resolve("again.crf");
        CrfTraining.train(corpus(), again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void refusesACorpusWithoutMentions() {
        assertThatThrownBy(() -> CrfTraining.train(List.of(Markup.read("nothing here")), folder.resolve("none.crf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the corpus to train on has no mention in 1 examples; expected labelled text");
        assertThat(folder.resolve("none.crf")).doesNotExist();
    }

    private static void assertNoModel(Path file) {
        assertThatThrownBy(() -> TrainedRecognizer.open(file))
                .isInstanceOf(BadDataException.class)
                .hasMessage(file + ": is no model that 'understudy annotate --train' wrote, or it is cut short");
    }

    @Test
    void refusesAFileThatIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path half = Files.write(folder.resolve("half.crf"), Arrays.copyOf(whole, whole.length / 2));
        assertNoModel(half);
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        assertNoModel(Files.writeString(folder.resolve("text.crf"), "{\"a\": 1}"));
    }

    /** A class that a hostile file would have made; CoreNLP has none like it. */
    static final class Planted implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        static boolean made;

        private void readObject(java.io.ObjectInputStream in) {
            made = true;
        }
    }

    @Test
    void makesNoObjectsOfOtherClassesOutOfAFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(new Planted());
        }
        assertNoModel(Files.write(folder.resolve("planted.crf"), bytes.toByteArray()));
        assertThat(Planted.made).isFalse();
    }
}
