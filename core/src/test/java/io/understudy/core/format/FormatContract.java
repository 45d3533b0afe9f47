package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Span;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.testing.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps: write, read, equal, in all that it says it carries. */
public abstract class FormatContract {

    static final String MARK = "\ufeff";

    protected abstract CorpusFormat format();

    /** Whether the format can hold this example at all. */
    protected abstract boolean holds(Example example);

    /** The text with its mentions as it comes back, labels and spans aside from what is announced as lost. */
    protected AnnotatedText project(AnnotatedText annotated) {
        return annotated;
    }

    static LongStream seeds() {
        return Hostile.seeds(300);
    }

    /** Whether examples come back in the order in which they went in; else they are compared in any order. */
    protected boolean keepsOrder() {
        return true;
    }

    /** Whether files are text, so that a byte order mark may stand before them and lines may end in CRLF. */
    protected boolean isText() {
        return !(format() instanceof BundleFormat);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsReadAgain(long seed) throws IOException {
        List<Example> corpus = new ArrayList<>();
        for (Example example : Hostile.corpus(seed)) {
            if (holds(example)) {
                corpus.add(example);
            } else {
                assertThatThrownBy(() -> write(List.of(example))).isInstanceOf(IllegalArgumentException.class);
            }
        }
        byte[] bytes = write(corpus);
        assertThat(seen(read(new ByteArrayInputStream(bytes)))).isEqualTo(seen(corpus));
        assertThat(seen(read(new OneByteAtATime(bytes)))).isEqualTo(seen(corpus));
        if (isText()) {
            String file = new String(bytes, StandardCharsets.UTF_8);
            assertThat(seen(read(file.startsWith(MARK) ? file : MARK + file))).isEqualTo(seen(corpus));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void lineEndsMayBeCrLfAndTheLastMayBeMissing(long seed) throws IOException {
        List<Example> corpus = Hostile.corpus(seed).stream()
                .filter(example -> holds(example) && !TextWriter.hasBreak(example.text()))
                .filter(example -> !TextWriter.hasBreak(example.id() + example.intent()))
                .toList();
        if (!isText()) {
            return;
        }
        String file = new String(write(corpus), StandardCharsets.UTF_8);
        String crLf = file.replace("\n", "\r\n");
        assertThat(seen(read(crLf))).isEqualTo(seen(corpus));
        assertThat(seen(read(file.endsWith("\n") ? file.substring(0, file.length() - 1) : file)))
                .isEqualTo(seen(corpus));
    }

    @Test
    void aFileAndAGzippedFileAreReadAlike(@TempDir Path folder) throws IOException {
        List<Example> corpus = new ArrayList<>();
        for (long seed = 1; seed <= 200; seed++) {
            for (Example example : Hostile.corpus(seed)) {
                if (holds(example)) {
                    corpus.add(new Example(
                            seed + "-" + corpus.size(),
                            example.intent(),
                            example.annotated(),
                            example.provenance(),
                            example.extra()));
                }
            }
        }
        String extension = format().extensions().get(0);
        for (String name : List.of("corpus." + extension, "corpus." + extension + ".gz")) {
            Path file = folder.resolve(name);
            try (CorpusWriter writer = Corpus.create(file, name(), FormatOptions.DEFAULT)) {
                for (Example example : corpus) {
                    writer.write(example);
                }
                writer.commit();
            }
            try (CorpusReader reader = Corpus.open(file.toString(), name(), FormatOptions.DEFAULT)) {
                List<Example> read = new ArrayList<>();
                reader.forEachRemaining(read::add);
                assertThat(seen(read)).isEqualTo(seen(corpus));
                assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
            }
        }
        assertThat(Files.size(folder.resolve("corpus." + extension)))
                .isGreaterThan(Files.size(folder.resolve("corpus." + extension + ".gz")));
    }

    @Test
    void halfASurrogatePairIsRefused() {
        for (String broken : Hostile.broken()) {
            assertThatThrownBy(() -> write(List.of(plain(broken))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("text holds half a surrogate pair (\\u")
                    .hasMessageEndingWith("which UTF-8 cannot say");
        }
    }

    /** Kilobytes of the longest line; formats that write a lot for each word take fewer. */
    protected int longLine() {
        return 10_000;
    }

    @Test
    void aLineOfTenMegabytesIsReadAgain() throws IOException {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        for (int i = 0; i < longLine(); i++) {
            builder.append("é😀 ".repeat(100)).append("Ada", Label.PERSON).append(" ");
        }
        List<Example> corpus = List.of(new Example("long", Optional.empty(), builder.build(), new Original("f", 1)));
        assertThat(seen(read(new ByteArrayInputStream(write(corpus))))).isEqualTo(seen(corpus));
    }

    @Test
    void nothingIsWrittenWithoutCommit() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format().write(out, FormatOptions.DEFAULT)) {
            writer.write(plain("Ada"));
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void whatIsNotCarriedIsCounted() throws IOException {
        AnnotatedText annotated = AnnotatedText.builder()
                .append("Ada", Label.PERSON, Details.NONE.withRole("guest"))
                .build();
        Example full = new Example(
                "x",
                Optional.of("greet"),
                annotated,
                new io.understudy.core.Provenance.Synthetic("g", Optional.empty(), 1),
                java.util.Map.of("k", "1"),
                List.of(
                        new Mark(List.of(new Span(1, 2)), Label.CITY, Details.NONE),
                        new Mark(List.of(new Span(0, 1), new Span(2, 3)), Label.CITY, Details.NONE)));
        CorpusWriter writer = format().write(new ByteArrayOutputStream(), FormatOptions.DEFAULT);
        writer.write(full);
        writer.write(full);
        List<String> expected = new ArrayList<>();
        for (Part part : List.of(
                Part.ID,
                Part.INTENT,
                Part.SPANS,
                Part.SURFACES,
                Part.ROLE,
                Part.OVERLAP,
                Part.DISCONTINUOUS,
                Part.PROVENANCE,
                Part.UNKNOWN_KEYS)) {
            boolean told = format().carries().contains(Part.SPANS)
                    || !List.of(Part.SURFACES, Part.ROLE).contains(part);
            if (told && !format().carries().contains(part) && !isKeptAllTheSame(part)) {
                expected.add(part.words());
            }
        }
        List<String> told = new ArrayList<>(writer.losses().keySet());
        // The marks of this example cut its only word.
        told.remove("words cut in two by the ends of spans");
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(writer.losses().values()).allMatch(count -> count == 2);
    }

    /** Several formats may have an extension; which is meant is then said. */
    private Optional<String> name() {
        long sharing = Corpus.formats().stream()
                .filter(each -> each.extensions().contains(format().extensions().get(0)))
                .count();
        return sharing == 1 ? Optional.empty() : Optional.of(format().name());
    }

    /** A part that a round trip changes, but of which nothing gets lost. */
    protected boolean isKeptAllTheSame(Part part) {
        return false;
    }

    public static Example plain(String text) {
        return new Example("x", Optional.empty(), AnnotatedText.plain(text), new Original("f", 1));
    }

    protected byte[] write(List<Example> corpus) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format().write(out, FormatOptions.DEFAULT)) {
            for (Example example : corpus) {
                writer.write(example);
            }
            writer.commit();
        }
        return out.toByteArray();
    }

    protected List<Example> read(String content) throws IOException {
        return read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    protected List<Example> read(InputStream in) throws IOException {
        List<Example> corpus = new ArrayList<>();
        try (CorpusReader reader = format().read(in, "in.x", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(corpus::add);
        }
        return corpus;
    }

    /** What the format carries of the examples, in words that a failing test can show. */
    private List<List<Object>> seen(List<Example> corpus) {
        Stream<List<Object>> seen = corpus.stream().map(this::seen);
        return (keepsOrder() ? seen : seen.sorted(Comparator.comparing(Object::toString))).toList();
    }

    /** What the format carries of one example. */
    protected List<Object> seen(Example example) {
        List<Object> seen = new ArrayList<>();
        AnnotatedText annotated = project(example.annotated());
        seen.add(annotated.text());
        for (Part part : format().carries()) {
            switch (part) {
                case ID -> seen.add(example.id());
                case INTENT -> seen.add(example.intent());
                case SPANS -> {
                    if (!format().carries().contains(Part.OVERLAP)) {
                        annotated.mentions().forEach(mention -> seen.add(mention.label() + " " + mention.span()));
                    }
                }
                case ROLE -> details(annotated).map(Details::role).forEach(seen::add);
                case GROUP -> details(annotated).map(Details::group).forEach(seen::add);
                case ENTITY -> details(annotated).map(Details::entity).forEach(seen::add);
                case VALUE -> details(annotated).map(Details::value).forEach(seen::add);
                case SPAN_KEYS -> details(annotated).map(Details::extra).forEach(seen::add);
                case OVERLAP -> {
                    // Which of those that overlap is the mention, a file need not say.
                    example.labels().stream()
                            .filter(mark -> !mark.isDiscontinuous())
                            .map(mark -> mark.pieces() + " " + mark.label())
                            .sorted()
                            .forEach(seen::add);
                }
                case DISCONTINUOUS ->
                    example.marks().stream().filter(Mark::isDiscontinuous).forEach(seen::add);
                case PROVENANCE -> seen.add(example.provenance());
                case UNKNOWN_KEYS -> seen.add(example.extra());
                default -> {}
            }
        }
        return seen;
    }

    private static Stream<Details> details(AnnotatedText annotated) {
        return annotated.mentions().stream().map(Mention::details);
    }

    private static final class OneByteAtATime extends FilterInputStream {
        OneByteAtATime(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(1, length));
        }
    }
}
