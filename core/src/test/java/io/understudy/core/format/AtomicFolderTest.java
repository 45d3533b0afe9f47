package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Original;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders appear whole or not at all; a folder and a zip hold the same files. */
class AtomicFolderTest {

    @TempDir
    private Path home;

    @Test
    void theFolderIsThereFromTheCommitOn() throws IOException {
        Path place = home.resolve("out");
        try (AtomicFolder folder = new AtomicFolder(place)) {
            write(folder, "a/b.txt", "b");
            write(folder, "c.txt", "c");
            folder.finish();
            assertThat(place).doesNotExist();
            folder.commit();
            assertThat(files(place)).isEqualTo(Map.of("a/b.txt", "b", "c.txt", "c"));
        }
        assertThat(names(home)).containsExactly("out");
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        try (AtomicFolder folder = new AtomicFolder(home.resolve("out"))) {
            write(folder, "a/b/c.txt", "c");
        }
        assertThat(names(home)).isEmpty();
    }

    @Test
    void anEmptyFolderIsReplacedAndAnyOtherIsLeftAlone() throws IOException {
        Files.createDirectory(home.resolve("empty"));
        try (AtomicFolder folder = new AtomicFolder(home.resolve("empty"))) {
            write(folder, "a", "a");
            folder.commit();
        }
        assertThat(files(home.resolve("empty"))).isEqualTo(Map.of("a", "a"));
        assertThatThrownBy(() -> new AtomicFolder(home.resolve("empty")))
                .hasMessage(home.resolve("empty") + ": folder is not empty; give the name of a new one");
        assertThat(files(home.resolve("empty"))).isEqualTo(Map.of("a", "a"));
        Files.writeString(home.resolve("file"), "");
        assertThatThrownBy(() -> new AtomicFolder(home.resolve("file")))
                .hasMessage(home.resolve("file")
                        + ": is a file, and this format is a folder; give another name, or one that ends in .zip");
        assertThatThrownBy(() -> new AtomicFolder(home.resolve("no/out")))
                .hasMessage(home.resolve("no/out") + ": its folder does not exist; make it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.txt", "/etc/out.txt", "a/../../b", "a//b", ""})
    void noNameLeadsOut(String name) throws IOException {
        try (AtomicFolder folder = new AtomicFolder(home.resolve("out"))) {
            assertThatThrownBy(() -> folder.create(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(names(home)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brat", "dialogflow", "dialogflow-cx", "lex"})
    void aFolderAndAZipAreOneCorpus(String format) throws IOException {
        List<String> lines = List.of("to [Oslo](CITY)", "from [Bergen](CITY) to [Bodø](CITY)", "hello");
        for (String name : List.of("out", "out.zip")) {
            Path place = home.resolve(name);
            try (CorpusWriter writer = Corpus.create(place, Optional.of(format), FormatOptions.DEFAULT)) {
                for (String line : lines) {
                    AnnotatedText text = Markup.read(line);
                    writer.write(
                            new Example("e" + lines.indexOf(line), Optional.of("fly"), text, new Original("in", 1)));
                }
                assertThat(place).doesNotExist();
                writer.commit();
            }
            assertThat(place).exists();
        }
        assertThat(Files.isDirectory(home.resolve("out"))).isTrue();
        assertThat(Files.isRegularFile(home.resolve("out.zip"))).isTrue();
        // Told by its files, without its name.
        assertThat(read("out")).isEqualTo(read("out.zip")).hasSize(3);
        assertThat(files(unzipped())).isEqualTo(files(home.resolve("out")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brat", "dialogflow", "dialogflow-cx", "lex"})
    void aFolderThatFailsHalfwayIsNotThere(String format) throws IOException {
        try (CorpusWriter writer = Corpus.create(home.resolve("out"), Optional.of(format), FormatOptions.DEFAULT)) {
            writer.write(new Example("a", Optional.empty(), Markup.read("hello"), new Original("in", 1)));
            assertThatThrownBy(() -> writer.write(
                            new Example("b", Optional.empty(), AnnotatedText.plain("\ud83d"), new Original("in", 2))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(names(home)).isEmpty();
    }

    private List<String> read(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        try (CorpusReader reader =
                Corpus.open(home.resolve(name).toString(), Optional.empty(), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(example -> lines.add(Markup.write(example.annotated())));
        }
        return lines;
    }

    private Path unzipped() throws IOException {
        Path folder = home.resolve("unzipped");
        try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(home.resolve("out.zip"));
                Stream<Path> walk = Files.walk(zip.getPath("/"))) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(path.toString().substring(1));
                Files.createDirectories(to.getParent());
                Files.copy(path, to);
            }
        }
        return folder;
    }

    private static void write(AtomicFolder folder, String name, String text) throws IOException {
        try (OutputStream out = folder.create(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }
}
