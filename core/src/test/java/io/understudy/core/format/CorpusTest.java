package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {

    private static final String CHOICES =
            Corpus.formats().stream().map(CorpusFormat::name).collect(Collectors.joining(", "));

    private static final String WRITABLE = Corpus.formats().stream()
            .filter(CorpusFormat::writes)
            .map(CorpusFormat::name)
            .collect(Collectors.joining(", "));

    @TempDir
    Path folder;

    @Test
    void formatsAreFoundByName() {
        assertThat(Corpus.formats())
                .extracting(CorpusFormat::name)
                .contains("conll", "csv", "json", "jsonl", "markup", "rasa", "text", "tsv")
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Corpus.format("csv")).isInstanceOf(CsvFormat.class);
        assertThatThrownBy(() -> Corpus.format("conl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown format 'conl'; did you mean 'conll'? have: " + CHOICES);
        assertThatThrownBy(() -> Corpus.format("floppy")).hasMessage("unknown format 'floppy'; have: " + CHOICES);
    }

    @ParameterizedTest
    @CsvSource({
        "a.jsonl,jsonl",
        "a.JSONL.GZ,jsonl",
        "in/a.txt,text",
        "a.b.csv,csv",
        "a.bio,conll",
        "a.markup.gz,markup",
        "a.json,json",
        "a.yml,''",
        "a.zip,''",
        "a,''",
        "csv,''",
        "in.csv/a,''"
    })
    void formatsAreFoundByExtension(String file, String name) {
        assertThat(Corpus.formatOf(file).map(CorpusFormat::name).orElse("")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"Ada\"}~|jsonl",
                "~{\"id\":\"1\",\"text\":\"Ada\"}~{\"text\":\"Bo\"}|jsonl",
                "{~\"rasa_nlu_data\":{\"common_examples\":[{\"text\":\"Ada\"}]}}|rasa-json",
                "nlu:~- intent: greet~  examples: '- hi'|rasa",
                "## intent:greet~- hi|rasa-markdown",
                "---~type: intent~name: greet~utterances: [hi]|snips-yaml",
                "{\"language\":\"en\",\"intents\":{\"a\":{\"utterances\":[{\"data\":[{\"text\":\"hi\"}]}]}},\"entities\":{}}|snips",
                "{\"luis_schema_version\":\"7.0.0\",\"utterances\":[{\"text\":\"hi\",\"intent\":\"a\"}]}|luis",
                "{\"projectFileVersion\":\"1\",\"assets\":{\"utterances\":[{\"text\":\"hi\"}]}}|clu",
                "{\"intents\":[{\"intent\":\"a\",\"examples\":[{\"text\":\"hi\"}]}]}|watson",
                "{\"interactionModel\":{\"languageModel\":{\"intents\":[{\"name\":\"a\",\"samples\":[\"hi\"]}]}}}|alexa",
                "[{\"text\":\"Ada\"}]|json",
                "id\ttext~1\tAda~|tsv",
                "give me the weather,weather_query~hello there,greet~|watson-csv",
                "Ada B-PER~lives O~~|conll",
                "-DOCSTART- -X- O O~~Ada NNP B-NP I-PER~|conll",
                "# id = 1~# text = Ada~Ada B-PER~|conll",
                "id,text~1,Ada~|csv",
                "id,intent,markup~1,,[Ada](P)~|csv",
                "[Ada](PERSON) lives in [Oslo](CITY).~|markup",
                "Hello.~[Ada](PERSON) lives.~|markup",
            })
    void formatsAreFoundByTheFirstLines(String content, String name) throws IOException {
        Path file = Files.writeString(folder.resolve("in.dat"), content.replace('~', '\n'));
        Path gzip = folder.resolve("in.dat.gz");
        try (OutputStream out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(gzip))) {
            Files.copy(file, out);
        }
        List<Example> expected = read(file.toString(), Optional.of(name));
        assertThat(read(file.toString(), Optional.empty())).isEqualTo(expected).isNotEmpty();
        assertThat(read(gzip.toString(), Optional.empty())).hasSameSizeAs(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada lives in Oslo.",
                "a, b and text~",
                "See [1] and (2).~",
                "a O~b~",
                "id;text~1;Ada~",
                "{\"a\":1}",
                "[1]",
                "a: 1~"
            })
    void anUnsureFormatIsAnErrorWithTheChoices(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("in.dat"), content.replace('~', '\n'));
        assertThatThrownBy(() -> read(file.toString(), Optional.empty()))
                .isInstanceOf(BadDataException.class)
                .hasMessage(file + ": cannot tell the format from the name or the first lines; say --from with one of: "
                        + CHOICES);
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws IOException {
        Path missing = folder.resolve("none.txt");
        assertThatThrownBy(() -> read(missing.toString(), Optional.empty()))
                .isInstanceOf(BadDataException.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> read(folder.toString(), Optional.empty()))
                .isInstanceOf(BadDataException.class)
                .hasMessage(folder + ": is a folder; expected a file");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "a");
        Assumptions.assumeTrue(
                secret.toFile().setReadable(false) && !Files.isReadable(secret), "this user may read everything");
        assertThatThrownBy(() -> read(secret.toString(), Optional.empty()))
                .isInstanceOf(BadDataException.class)
                .hasMessage(secret + ": no permission to read it");
    }

    @Test
    void standardInputMayBeEmpty() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(new byte[0]));
            assertThat(read("-", Optional.empty())).isEmpty();
            System.setIn(new ByteArrayInputStream("{\"text\":\"Ada\"}".getBytes(StandardCharsets.UTF_8)));
            assertThat(read("-", Optional.empty())).extracting(Example::text).containsExactly("Ada");
            System.setIn(new ByteArrayInputStream("Ada".getBytes(StandardCharsets.UTF_8)));
            assertThat(read("-", Optional.of("text"))).extracting(Example::id).containsExactly("stdin-1");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aFileAppearsOnCommitAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("out.txt"), "before");
        try (CorpusWriter writer = Corpus.create(file, Optional.empty(), FormatOptions.DEFAULT)) {
            writer.write(FormatContract.plain("Ada"));
            assertThat(names()).containsExactly(".out.txt.part", "out.txt");
        }
        assertThat(names()).containsExactly("out.txt");
        assertThat(file).hasContent("before");
        try (CorpusWriter writer = Corpus.create(file, Optional.empty(), FormatOptions.DEFAULT)) {
            writer.write(FormatContract.plain("Ada"));
            writer.commit();
        }
        assertThat(names()).containsExactly("out.txt");
        assertThat(file).hasContent("Ada\n");
    }

    @Test
    void gzipDataAppendedToGzipDataIsReadFromAPipeThatHasNothingReady() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (String line : List.of("one\n", "two\n")) {
            try (OutputStream out = new java.util.zip.GZIPOutputStream(parts)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(parts.toByteArray())) {
            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return super.read(bytes, from, Math.min(count, 24));
            }

            @Override
            public int available() {
                return 0;
            }
        };
        List<String> texts = new ArrayList<>();
        try (CorpusReader reader = Corpus.open(slow, "-", Optional.of("text"), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(example -> texts.add(example.text()));
        }
        assertThat(texts).containsExactly("one", "two");
        assertThat(slow.read()).isEqualTo(-1);
    }

    @Test
    void aGzippedFileIsGivenUpAsWell() throws IOException {
        Path file = Files.writeString(folder.resolve("out.txt.gz"), "before");
        try (CorpusWriter writer = Corpus.create(file, Optional.empty(), FormatOptions.DEFAULT)) {
            for (int i = 0; i < 100_000; i++) {
                writer.write(FormatContract.plain("Ada " + i));
            }
        }
        assertThat(names()).containsExactly("out.txt.gz");
        assertThat(file).hasContent("before");
    }

    @Test
    void twoWritersOfOneFileDoNotMeet() throws IOException {
        Path file = folder.resolve("out.jsonl.gz");
        try (CorpusWriter first = Corpus.create(file, Optional.empty(), FormatOptions.DEFAULT);
                CorpusWriter second = Corpus.create(file, Optional.empty(), FormatOptions.DEFAULT)) {
            first.write(FormatContract.plain("Ada"));
            second.write(FormatContract.plain("Bo"));
            first.commit();
            second.commit();
        }
        assertThat(names()).containsExactly("out.jsonl.gz");
        assertThat(read(file.toString(), Optional.empty()))
                .extracting(Example::text)
                .containsExactly("Bo");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.txt"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        try (CorpusWriter writer = Corpus.create(link, Optional.empty(), FormatOptions.DEFAULT)) {
            writer.write(FormatContract.plain("Ada"));
            writer.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("Ada\n");
    }

    @Test
    void whatCannotBeWrittenIsOneSentence() {
        assertThatThrownBy(() -> create(folder, Optional.of("csv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder + ": is a folder; expected the name of a file to write");
        Path nowhere = folder.resolve("none/out.csv");
        assertThatThrownBy(() -> create(nowhere, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(nowhere + ": its folder does not exist; make it first");
        Path unknown = folder.resolve("out.dat");
        assertThatThrownBy(() -> create(unknown, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(unknown + ": cannot tell the format from the name; say --to with one of: " + WRITABLE);
        assertThatThrownBy(() -> create(folder.resolve("out.dat"), Optional.of("cvs")))
                .hasMessage("unknown format 'cvs'; did you mean 'csv'? have: " + CHOICES);
        assertThat(names()).isEmpty();
    }

    @Test
    void aFullDiskIsAnErrorOfTheWriter() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
        try (CorpusWriter writer = create(full, Optional.of("text"))) {
            writer.write(FormatContract.plain("Ada"));
            assertThatThrownBy(writer::commit).isInstanceOf(IOException.class);
        }
        assertThat(full).exists();
    }

    @Test
    void aStreamIsFlushedButNotClosed() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (CorpusWriter writer = Corpus.create(out, Corpus.format("text"), FormatOptions.DEFAULT)) {
            writer.write(FormatContract.plain("Ada"));
            writer.commit();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Ada\n");
        assertThat(closed[0]).isFalse();
    }

    @Test
    void readingAheadChangesNothing() throws IOException {
        Path file = folder.resolve("in.txt");
        Files.writeString(file, "Ada lives in Oslo.\n".repeat(5000));
        List<Example> ahead = new ArrayList<>();
        try (CorpusReader reader =
                Corpus.readAhead(Corpus.open(file.toString(), Optional.empty(), FormatOptions.DEFAULT))) {
            reader.forEachRemaining(ahead::add);
        }
        assertThat(ahead).isEqualTo(read(file.toString(), Optional.empty())).hasSize(5000);
        try (CorpusReader reader =
                Corpus.readAhead(Corpus.open(file.toString(), Optional.empty(), FormatOptions.DEFAULT))) {
            assertThat(reader.next().id()).isEqualTo("in-1");
        }
    }

    private static CorpusWriter create(Path file, Optional<String> format) throws IOException {
        return Corpus.create(file, format, FormatOptions.DEFAULT);
    }

    private static List<Example> read(String location, Optional<String> format) throws IOException {
        List<Example> corpus = new ArrayList<>();
        try (CorpusReader reader = Corpus.open(location, format, FormatOptions.DEFAULT)) {
            reader.forEachRemaining(corpus::add);
        }
        return corpus;
    }

    private List<String> names() {
        String[] names = folder.toFile().list();
        java.util.Arrays.sort(names);
        return List.of(names);
    }
}
