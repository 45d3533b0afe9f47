package io.understudy.core.format.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BratFormatTest {

    private static final String TEXT = "Ada 😀 met\nthe North and South Sea.";

    /** Documents come in the order of their names, so they are compared by id. */
    @Test
    void hostileCorporaComeBack() throws IOException {
        BratFormat format = new BratFormat();
        for (long seed : Hostile.seeds(300).toArray()) {
            Map<String, List<Object>> expected = new TreeMap<>();
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            try (CorpusWriter writer = format.write(zip, FormatOptions.DEFAULT)) {
                for (Example example : Hostile.corpus(seed)) {
                    boolean named = example.labels().stream()
                            .allMatch(label -> label.label().name().indexOf(' ') < 0);
                    if (named) {
                        writer.write(example);
                        expected.put(example.id(), said(example));
                    }
                }
                writer.commit();
            }
            Map<String, List<Object>> found = new TreeMap<>();
            try (CorpusReader reader =
                    format.read(new ByteArrayInputStream(zip.toByteArray()), "in.zip", FormatOptions.DEFAULT)) {
                reader.forEachRemaining(example -> found.put(example.id(), said(example)));
            }
            assertThat(found).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static List<Object> said(Example example) {
        return List.of(
                example.text(),
                example.labels().stream()
                        .map(label -> label.label() + " " + label.pieces())
                        .sorted()
                        .toList());
    }

    @Test
    void everyLineOfAnAnnotationFileComesBack(@TempDir Path folder) throws IOException {
        String annotations = """
                T3\tPERSON 0 3\tAda
                T7\tSEA 14 19;30 33\tNorth Sea
                T8\tSEA 24 33\tSouth Sea
                T9\tMeeting 6 9\tmet
                R1\tNear Arg1:T7 Arg2:T8
                E1\tMeeting:T9 Who:T3
                *\tEquiv T7 T8
                A1\tSure E1
                A2\tKind T7 big
                N1\tReference T3 Wikidata:Q7259\tAda Lovelace
                #1\tAnnotatorNotes T3\tis this her?
                """;
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/a.txt"), TEXT);
        Files.writeString(folder.resolve("in/a.ann"), annotations);
        Example example = read(folder.resolve("in")).get(0);
        assertThat(example.id()).isEqualTo("a");
        assertThat(example.labels())
                .extracting(label -> label.pieces().stream()
                        .map(piece -> piece.of(TEXT))
                        .toList()
                        .toString())
                .containsExactly("[Ada]", "[met]", "[North, Sea]", "[South Sea]");
        try (CorpusWriter writer = Corpus.create(folder.resolve("out"), Optional.of("brat"), FormatOptions.DEFAULT)) {
            writer.write(example);
            writer.commit();
            assertThat(writer.losses()).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("out/a.txt"))).isEqualTo(TEXT);
        assertThat(Files.readString(folder.resolve("out/a.ann")).lines())
                .containsExactlyInAnyOrderElementsOf(annotations.lines().toList());
        assertThat(Files.readString(folder.resolve("out/annotation.conf")))
                .contains("[entities]\nPERSON\nSEA\n", "Near Arg1:<ANY>, Arg2:<ANY>", "Meeting <ANY>*:<ANY>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "T1 PERSON 0 3!a.ann:1: no tab after an id",
                "T1\\tPERSON 0\\tAda!a.ann:1: 'T1' is no span",
                "T1\\tPERSON 0 99\\tAda!a.ann:1: T1 (PERSON 0..99) ends outside the text, which has 34 code points",
                "T1\\tPERSON 3 3\\tAda!a.ann:1: T1 (PERSON 3..3) is empty; expected end > start",
                "T1\\tPERSON 1 4\\tAda!a.ann:1: T1 (PERSON 1..4) does not cover what the file says it covers, 'Ada'",
                "T1\\tPERSON 0 3\\tAda|T1\\tSEA 0 3\\tAda!a.ann:2: id 'T1' occurs twice",
                "T1\\tPERSON 0 3\\tAda|R1\\tNear Arg1:T1 Arg2:T2!a.ann:2: refers to 'T2', which is not in the file",
                "Q1\\tPERSON 0 3\\tAda!a.ann:1: id 'Q1' is of no kind that brat has",
            })
    void aWrongLineIsToldWithItsPlace(String lines, String message, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), TEXT);
        Files.writeString(folder.resolve("a.ann"), lines.replace("\\t", "\t").replace('|', '\n'));
        assertThatThrownBy(() -> read(folder)).hasMessageStartingWith(folder + "/" + message);
    }

    @Test
    void annotationsWithoutTheirTextAreRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.ann"), "T1\tPERSON 0 3\tAda\n");
        assertThatThrownBy(() -> read(folder)).hasMessage(folder + "/a.ann: no text beside it; expected a.txt");
    }

    private static List<Example> read(Path folder) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CorpusReader reader = Corpus.open(folder.toString(), Optional.of("brat"), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
        }
        return examples;
    }
}
