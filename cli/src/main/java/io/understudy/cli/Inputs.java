package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.Dropped;
import io.understudy.core.text.LongHashSet;
import io.understudy.ner.EntityRecognizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The inputs of a verb, read one after the other, mentions found where they are asked for, labels kept and renamed. */
final class Inputs {

    /** What to do about mentions. */
    enum Recognition {
        /** Takes what the file has. */
        NEVER,
        /** Finds them in inputs that have none in their first {@value #PEEK} examples. */
        UNLABELLED,
        /** Finds them everywhere; those that the file has stay and go before. */
        ALWAYS
    }

    static final int PEEK = 1000;

    private static final long PEEK_CHARACTERS = 1 << 22;

    private final List<String> locations;
    private final ReadOptions options;
    private final InputStream standardInput;
    private final Narrator narrator;
    private final int threads;
    private final LongHashSet ids = new LongHashSet();
    private final Models models;
    private boolean parts;
    private CorpusData data = CorpusData.NONE;
    private final Dropped dropped = new Dropped();

    /** Inputs in which mentions, if any are to be found, are found by the standard recognizers. */
    Inputs(List<String> locations, ReadOptions options, Terminal terminal, Narrator narrator, int threads) {
        this(locations, options, new RecognizeOptions(), terminal, narrator, threads);
    }

    Inputs(
            List<String> locations,
            ReadOptions options,
            RecognizeOptions recognizing,
            Terminal terminal,
            Narrator narrator,
            int threads) {
        this.locations = locations;
        this.options = options;
        this.standardInput = terminal.in();
        this.narrator = narrator;
        this.threads = threads;
        this.models = new Models(narrator, recognizing);
        checkStandardInput(locations);
    }

    /** @throws IllegalArgumentException if standard input is to be read twice */
    static void checkStandardInput(List<String> locations) {
        if (locations.stream().filter("-"::equals).count() > 1) {
            throw new IllegalArgumentException("'-' stands twice among the inputs; standard input can be read once");
        }
    }

    /** What is found will say of what it is made, where it is known: an address of its street, its town and so on. */
    void keepParts() {
        parts = true;
    }

    /** The models that were needed so far. */
    Models models() {
        return models;
    }

    /** What the inputs that were read to their end say beside their examples; labels as they are in the files. */
    CorpusData data() {
        return data;
    }

    /** @throws IllegalArgumentException if an input that was read to its end says more than was read */
    void refuseLosses() {
        if (!dropped.counts().isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", locations) + " says more than is read; dropped: "
                    + Count.each(dropped.counts()) + "; nothing was written, because of --strict");
        }
    }

    /** Hands all examples of all inputs to the sink, in order, on this thread. */
    List<InputFile> each(String what, Recognition recognition, Consumer<Example> sink)
            throws IOException, InterruptedException {
        return each(what, recognition, Optional.empty(), sink);
    }

    /**
     * As {@link #each(String, Recognition, Consumer)}, with work in between on some dozens of examples at a time.
     *
     * @param study called by many threads at once, in any order, on the examples as they would go to the sink; gives as
     *     many results, in their order
     * @param sink takes what {@code study} gave, in the order of the examples, on this thread
     */
    <T> List<InputFile> batches(
            String what, Recognition recognition, Function<List<Example>, List<T>> study, Consumer<T> sink)
            throws IOException, InterruptedException {
        return each(
                what,
                recognition,
                Optional.of(new Study<>(Function.identity(), study, sink)),
                example -> study.apply(List.of(example)).forEach(sink));
    }

    /**
     * As {@link #each(String, Recognition, Consumer)}, with work on each example in between that needs no other, after
     * a change that needs them in order.
     *
     * @param inOrder called in the order of the examples, on this thread
     * @param study called by many threads at once, in any order
     * @param sink takes what {@code study} gave, in the order of the examples, on this thread
     */
    <A, B> List<InputFile> each(
            String what, Recognition recognition, Function<Example, A> inOrder, Function<A, B> study, Consumer<B> sink)
            throws IOException, InterruptedException {
        return each(
                what,
                recognition,
                Optional.of(
                        new Study<>(inOrder, batch -> batch.stream().map(study).toList(), sink)),
                example -> sink.accept(study.apply(inOrder.apply(example))));
    }

    /** What is done with examples that need no recognition. */
    private record Study<A, B>(Function<Example, A> inOrder, Function<List<A>, List<B>> study, Consumer<B> sink) {

        private record Weighed<A>(A thing, int weight) {}

        void each(Iterator<Example> examples, int threads) throws InterruptedException {
            Iterator<Weighed<A>> things = new Mapped<>(
                    examples,
                    each -> new Weighed<>(inOrder.apply(each), each.text().length()));
            Ordered.batches(
                    things,
                    Weighed::weight,
                    threads,
                    batch -> study.apply(batch.stream().map(Weighed::thing).toList()),
                    sink);
        }
    }

    private List<InputFile> each(
            String what, Recognition recognition, Optional<? extends Study<?, ?>> study, Consumer<Example> sink)
            throws IOException, InterruptedException {
        Relabel relabel = options.relabel();
        List<InputFile> files = new ArrayList<>();
        long size = size();
        long[] done = {0, 0};
        try (Progress progress = new Progress(narrator, what, OptionalLong.empty())) {
            for (int i = 0; i < locations.size(); i++) {
                String location = locations.get(i);
                String prefix = i == 0 ? "" : (i + 1) + ":";
                long before = done[1];
                try (DigestedInput raw = DigestedInput.open(location, standardInput);
                        CorpusReader reader = open(raw, location)) {
                    Ahead<Example> examples = new Ahead<>(new Named(location, reader));
                    boolean recognize = recognition == Recognition.ALWAYS
                            || (recognition == Recognition.UNLABELLED && unlabelled(examples));
                    long first = done[0];
                    UnaryOperator<Example> counted = example -> {
                        progress.lines(++done[0]);
                        if (size > 0) {
                            progress.share((double) (before + reader.bytesRead()) / size);
                        }
                        return options.withIntent(relabel.apply(unique(example, prefix)));
                    };
                    if (recognize) {
                        EntityRecognizer recognizer = models.recognizer(relabel);
                        Ordered.each(
                                examples,
                                each -> each.text().length(),
                                threads,
                                each -> found(recognizer, each),
                                each -> sink.accept(counted.apply(each)));
                    } else if (study.isPresent()) {
                        study.get().each(new Mapped<>(examples, counted), threads);
                    } else {
                        examples.forEachRemaining(each -> sink.accept(counted.apply(each)));
                    }
                    data = data.and(reader.data());
                    dropped.add(reader.losses());
                    if (!reader.losses().isEmpty()) {
                        narrator.once(location + " says more than is read; dropped: " + Count.each(reader.losses()));
                    }
                    done[1] += reader.bytesRead();
                    files.add(new InputFile(name(location), raw.hash(), done[0] - first, recognize));
                }
            }
        }
        return files;
    }

    /** Things after a change that is made in their order. */
    private record Mapped<S, A>(Iterator<S> things, Function<S, A> change) implements Iterator<A> {
        @Override
        public boolean hasNext() {
            return things.hasNext();
        }

        @Override
        public A next() {
            return change.apply(things.next());
        }
    }

    /** As {@link #each}, for the first examples only. */
    void first(long most, String what, Recognition recognition, Consumer<Example> sink)
            throws IOException, InterruptedException {
        long[] taken = {0};
        try {
            each(what, recognition, example -> {
                sink.accept(example);
                if (++taken[0] == most) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            return;
        }
    }

    /** Says which input could not be read. */
    private record Named(String location, Iterator<Example> examples) implements Iterator<Example> {
        @Override
        public boolean hasNext() {
            try {
                return examples.hasNext();
            } catch (UncheckedIOException e) {
                throw new UncheckedIOException(Failure.named(location, e.getCause()));
            }
        }

        @Override
        public Example next() {
            return examples.next();
        }
    }

    /** Ends a pass early; caught where it was asked for. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private CorpusReader open(DigestedInput raw, String location) throws IOException {
        try {
            CorpusReader reader = Corpus.isFolder(location)
                    ? Corpus.open(location, options.from, options.format())
                    : Corpus.open(raw, location, options.from, options.format());
            return threads > 1 ? Corpus.readAhead(reader) : reader;
        } catch (IOException e) {
            throw Failure.named(location, e);
        }
    }

    private static boolean unlabelled(Ahead<Example> examples) {
        return examples.peek(PEEK, PEEK_CHARACTERS, each -> each.text().length()).stream()
                .allMatch(each -> each.annotated().mentions().isEmpty());
    }

    private Example found(EntityRecognizer recognizer, Example example) {
        AnnotatedText given = example.annotated();
        String text = example.text();
        AnnotatedText found = new AnnotatedText(
                text,
                recognizer.findings(text).stream()
                        .map(finding -> models.explains()
                                ? finding.explained(text)
                                : parts ? finding.withParts(text) : finding.mention())
                        .toList());
        return example.withAnnotated(given.mentions().isEmpty() ? found : union(given, found));
    }

    private static AnnotatedText union(AnnotatedText given, AnnotatedText found) {
        List<Mention> mentions = new ArrayList<>(given.mentions());
        found.mentions().stream()
                .filter(each ->
                        given.mentions().stream().noneMatch(own -> own.span().overlaps(each.span())))
                .forEach(mentions::add);
        return AnnotatedText.sorted(given.text(), mentions);
    }

    /** An id that an earlier input has used gets the number of its input before it. */
    private Example unique(Example example, String prefix) {
        if (locations.size() == 1 || ids.add(Seeds.hash(example.id()))) {
            return example;
        }
        Example other = example.withId(prefix + example.id());
        ids.add(Seeds.hash(other.id()));
        return other;
    }

    /** Bytes of all inputs, or 0 if one of them has no size to know. */
    private long size() throws IOException {
        long size = 0;
        for (String location : locations) {
            if (location.equals("-") || !Files.isRegularFile(Path.of(location))) {
                return 0;
            }
            size += Files.size(Path.of(location));
        }
        return size;
    }

    /** Without its folder: a path may tell more than whoever gets the output should know. */
    static String name(String location) {
        Path name = location.equals("-") ? null : Path.of(location).getFileName();
        return name == null ? location : name.toString();
    }
}
