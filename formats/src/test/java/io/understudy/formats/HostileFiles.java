package io.understudy.formats;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Seeds;
import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Files of a format, changed to do harm: bytes, pieces, numbers and nesting, also below the packing of those that are
 * packed. Each is read to its end, and what can be read is written again. Run by a test for some seconds, by
 * {@code benchmarks/formats-fuzz.sh} for long.
 */
public final class HostileFiles {

    /** No file of a few kilobytes takes longer, a pause of the machine counted in. */
    private static final long SLOW = 10_000_000_000L;

    /** Of a corpus that is changed; what is small is read often. */
    private static final int EXAMPLES = 3;

    private static final int BASES = 40;

    /** Of the formats that are only read. */
    private static final Map<String, String> READ_ONLY = Map.of(
            "rasa-json",
            "{\"rasa_nlu_data\":{\"common_examples\":[{\"text\":\"fly to Oslo\",\"intent\":\"fly\",\"entities\":[{\"start\":7,"
                    + "\"end\":11,\"value\":\"oslo\",\"entity\":\"city\",\"role\":\"to\"}]}],\"entity_synonyms\":[{\"value\":"
                    + "\"oslo\",\"synonyms\":[\"Oslo\"]}],\"regex_features\":[{\"name\":\"zip\",\"pattern\":\"[0-9]\"}],"
                    + "\"lookup_tables\":[{\"name\":\"city\",\"elements\":[\"Oslo\"]}]}}",
            "rasa-markdown",
            """
            ## intent:fly
            - fly to [Oslo](city:oslo)
            - to [Rome]{"entity":"city","role":"to"} <!-- x -->

            ## synonym:oslo
            - Oslo

            ## regex:zip
            - [0-9]

            ## lookup:city
            - Oslo
            """);

    private final CorpusFormat format;
    private final List<byte[]> bases = new ArrayList<>();
    /** The same, unpacked, where files are packages. */
    private final List<MemoryFiles> packages = new ArrayList<>();

    private long tried;
    private long read;
    private long refused;
    private long slowest;

    HostileFiles(CorpusFormat format) throws IOException {
        this.format = format;
        String sample = READ_ONLY.get(format.name());
        if (sample != null) {
            bases.add(sample.getBytes(StandardCharsets.UTF_8));
        } else {
            bases.add(write(List.of(plain(), plain().withId("y")), CorpusData.NONE));
            for (long seed = 1; bases.size() < BASES; seed++) {
                List<Example> corpus = Hostile.corpus(seed);
                bases.add(write(corpus.subList(0, Math.min(EXAMPLES, corpus.size())), CorpusData.NONE));
            }
        }
        if (format instanceof BundleFormat || format.name().equals("xlsx")) {
            for (byte[] base : bases) {
                packages.add(MemoryFiles.unzipped(base));
            }
        }
    }

    private static Example plain() {
        AnnotatedText text = AnnotatedText.builder()
                .append("fly to ")
                .append("Oslo", Label.CITY)
                .append(" now")
                .build();
        return new Example("x", Optional.of("fly"), text, new Original("f", 1));
    }

    private byte[] write(List<Example> corpus, CorpusData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(format.write(out, FormatOptions.DEFAULT), corpus, data);
        return out.toByteArray();
    }

    private static void write(CorpusWriter to, List<Example> corpus, CorpusData data) throws IOException {
        try (CorpusWriter writer = to) {
            for (Example example : corpus) {
                try {
                    writer.write(example);
                } catch (IllegalArgumentException e) {
                    // What the format cannot hold is in no file of it.
                }
            }
            writer.write(data);
            writer.commit();
        }
    }

    /** Tries the files of these seeds. */
    void run(long from, long to) {
        for (long seed = from; seed <= to; seed++) {
            long begun = System.nanoTime();
            tried++;
            try {
                one(Seeds.random(seed, 3));
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError(format.name() + ", seed " + seed + ": " + e, e);
            }
            slowest = Math.max(slowest, System.nanoTime() - begun);
            if (slowest > SLOW) {
                throw new AssertionError(format.name() + ", seed " + seed + ": took " + slowest / 1_000_000 + " ms");
            }
        }
    }

    /** Most packages are read as they lie in memory: what takes time in a zip is the zip. */
    private void one(SplittableRandom random) throws IOException {
        int base = random.nextInt(bases.size());
        int other = random.nextInt(bases.size());
        int layer = random.nextInt(16);
        if (!packages.isEmpty() && layer > 0) {
            boolean zipped = layer == 1 || !(format instanceof BundleFormat);
            MemoryFiles files = packages.get(base).changed(packages.get(other), zipped, random);
            one(files, zipped);
        } else {
            byte[] file = layer > 1 && format.name().equals("spacy")
                    ? packed(bases.get(base), bases.get(other), random)
                    : HostileBytes.changed(bases.get(base), bases.get(other), random);
            one(() -> format.read(new ByteArrayInputStream(file), "in.x", FormatOptions.DEFAULT));
        }
    }

    private void one(MemoryFiles files, boolean zipped) throws IOException {
        if (zipped) {
            byte[] zip = files.zip();
            one(() -> format.read(new ByteArrayInputStream(zip), "in.x", FormatOptions.DEFAULT));
        } else {
            one(() -> ((BundleFormat) format).read(files, FormatOptions.DEFAULT));
        }
    }

    /** A file that may be wrong in any way. */
    private interface Opening {
        CorpusReader open() throws IOException;
    }

    private void one(Opening opening) throws IOException {
        List<Example> examples = new ArrayList<>();
        CorpusData data;
        try (CorpusReader reader = opening.open()) {
            reader.forEachRemaining(examples::add);
            data = reader.data();
            reader.losses();
        } catch (BadDataException e) {
            if (e.getMessage().length() > 2000 || e.getMessage().indexOf('\n') >= 0) {
                throw new AssertionError("no sentence: " + e.getMessage(), e);
            }
            refused++;
            return;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (format instanceof BundleFormat bundle) {
            write(bundle.write(new MemoryFiles(), FormatOptions.DEFAULT), examples, data);
        } else if (format.writes()) {
            write(examples, data);
        }
        read++;
    }

    private static byte[] packed(byte[] base, byte[] other, SplittableRandom random) throws IOException {
        byte[] inner = new InflaterInputStream(new ByteArrayInputStream(base)).readAllBytes();
        byte[] innerOther = new InflaterInputStream(new ByteArrayInputStream(other)).readAllBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(HostileBytes.changed(inner, innerOther, random));
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "%s: %,d tried, %,d read, %,d refused, %,d found, the slowest in %,d ms"
                .formatted(format.name(), tried, read, refused, tried - read - refused, slowest / 1_000_000);
    }

    /** Each of its kind once. */
    private static void show(AssertionError e, Set<String> found) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        List<String> trace = Arrays.stream(cause.getStackTrace())
                .map(each -> "    " + each)
                .limit(12)
                .toList();
        if (found.add(cause.getClass() + String.join("\n", trace.subList(0, Math.min(3, trace.size()))))) {
            System.out.println("FOUND " + e.getMessage());
            trace.forEach(System.out::println);
        }
    }

    /** Arguments: a format or {@code all}, the first seed, how many for each, and how many seconds for each at most. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[1]);
        long count = Long.parseLong(arguments[2]);
        long seconds = Long.parseLong(arguments[3]);
        for (CorpusFormat format : Corpus.formats()) {
            if (!arguments[0].equals("all") && !List.of(arguments[0].split(",")).contains(format.name())) {
                continue;
            }
            HostileFiles files = new HostileFiles(format);
            Set<String> found = new HashSet<>();
            long begun = System.nanoTime();
            for (long seed = first;
                    seed < first + count && System.nanoTime() - begun < seconds * 1_000_000_000L;
                    seed++) {
                try {
                    files.run(seed, seed);
                } catch (AssertionError e) {
                    show(e, found);
                }
            }
            System.out.println(files + ", in " + (System.nanoTime() - begun) / 1_000_000_000L + " s");
        }
    }
}
