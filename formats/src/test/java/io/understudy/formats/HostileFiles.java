package io.understudy.formats;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Seeds;
import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.Corpus;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files of a format, changed to do harm: bytes, pieces, numbers and nesting, also below the packing of those that are
 * packed. Each is read to its end, and what can be read is written again. Run by a test for some seconds, by
 * {@code benchmarks/formats-fuzz.sh} for long.
 */
public final class HostileFiles {

    /** No file of a few kilobytes takes longer, a pause of the machine counted in. */
    private static final long SLOW = 10_000_000_000L;

    private static final int LONGEST = 1 << 14;

    private static final String[] PIECES = {
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\\",
        "\\u0000",
        "\\ud83d",
        "\u0000",
        "\ufeff",
        "-1",
        "0",
        "1",
        "2147483647",
        "2147483648",
        "-9223372036854775809",
        "1e400",
        "NaN",
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"text\"",
        "\"start\"",
        "\"label\"",
        "&a ",
        "*a",
        "!!java.net.URL ",
        "!tag ",
        "- ",
        "? ",
        "|\n",
        ">\n",
        "---\n",
        "...\n",
        "<<: ",
        "%YAML 9\n",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;",
        "&#0;",
        "<![CDATA[",
        "<a>",
        "</a>",
        "B-PER",
        "I-PER",
        "O",
        "-DOCSTART-",
        "# text = ",
        "_",
        "*",
        "[1]",
        "|",
        "T1\tPER 0 3\t",
        "R1\tx Arg1:T1 Arg2:T9",
        "<START:a>",
        "<END>",
        "](",
        "{a}",
        "[a]{\"entity\":\"b\"}",
        "[a:b](c)",
        "../",
        "/etc/",
        "=1+1",
        "_x0000_",
        "😀",
        "e\u0301",
        "\u202e",
        "## intent:a\n",
        "- intent: a\n",
        "  examples: |\n",
        "type: intent\n",
    };

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
    private long read;
    private long refused;
    private long slowest;

    HostileFiles(CorpusFormat format) throws IOException {
        this.format = format;
        String sample = READ_ONLY.get(format.name());
        if (sample != null) {
            bases.add(sample.getBytes(StandardCharsets.UTF_8));
        } else {
            bases.add(write(List.of(plain(), plain().withId("y"))));
            for (long seed = 1; bases.size() < 40; seed++) {
                bases.add(write(Hostile.corpus(seed)));
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

    private byte[] write(List<Example> corpus) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format.write(out, FormatOptions.DEFAULT)) {
            for (Example example : corpus) {
                try {
                    writer.write(example);
                } catch (IllegalArgumentException e) {
                    // What the format cannot hold is in no file of it.
                }
            }
            writer.commit();
        }
        return out.toByteArray();
    }

    /** Tries the files of these seeds. */
    void run(long from, long to) {
        for (long seed = from; seed <= to; seed++) {
            long begun = System.nanoTime();
            try {
                one(file(Seeds.random(seed, 3)));
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError(format.name() + ", seed " + seed + ": " + e, e);
            }
            slowest = Math.max(slowest, System.nanoTime() - begun);
            if (slowest > SLOW) {
                throw new AssertionError(format.name() + ", seed " + seed + ": took " + slowest / 1_000_000 + " ms");
            }
        }
    }

    private void one(byte[] file) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CorpusReader reader = format.read(new ByteArrayInputStream(file), "in.x", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
            reader.data();
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
        read++;
        if (format.writes()) {
            write(examples);
        }
    }

    private byte[] file(SplittableRandom random) throws IOException {
        byte[] base = bases.get(random.nextInt(bases.size()));
        byte[] other = bases.get(random.nextInt(bases.size()));
        boolean packed = random.nextInt(8) > 0;
        if (packed && isZip(base)) {
            return zipped(base, random);
        }
        if (packed && format.name().equals("spacy")) {
            byte[] inner = new InflaterInputStream(new ByteArrayInputStream(base)).readAllBytes();
            byte[] innerOther = new InflaterInputStream(new ByteArrayInputStream(other)).readAllBytes();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
                zlib.write(changed(inner, innerOther, random));
            }
            return out.toByteArray();
        }
        return changed(base, other, random);
    }

    private boolean isZip(byte[] base) {
        return base.length > 0
                && (format instanceof BundleFormat || format.name().equals("xlsx"));
    }

    private static byte[] zipped(byte[] base, SplittableRandom random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(base))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> names = new ArrayList<>(parts.keySet());
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times && !names.isEmpty(); i++) {
            String name = names.get(random.nextInt(names.size()));
            String twin = names.get(random.nextInt(names.size()));
            parts.put(name, changed(parts.get(name), parts.get(twin), random));
            if (random.nextInt(20) == 0) {
                parts.put(name.replaceFirst("[a-z]", random.nextBoolean() ? "../" : "_"), parts.remove(name));
                names = new ArrayList<>(parts.keySet());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] base, byte[] other, SplittableRandom random) {
        byte[] file = base;
        for (int i = random.nextInt(4); i >= 0; i--) {
            file = changedOnce(file, other, random);
        }
        return file.length > LONGEST ? Arrays.copyOf(file, LONGEST) : file;
    }

    private static byte[] changedOnce(byte[] file, byte[] other, SplittableRandom random) {
        int at = random.nextInt(file.length + 1);
        int to = Math.min(file.length, at + 1 + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(10)) {
            // One byte is another, or one of its bits.
            case 0, 1 -> {
                byte[] changed = file.clone();
                if (at < file.length) {
                    changed[at] =
                            (byte) (random.nextBoolean() ? random.nextInt(256) : file[at] ^ (1 << random.nextInt(8)));
                }
                yield changed;
            }
            case 2 -> spliced(file, at, to, new byte[0]);
            // A stretch again, once or often.
            case 3 -> {
                byte[] stretch = Arrays.copyOfRange(file, at, to);
                yield spliced(file, at, at, times(stretch, random.nextInt(8) == 0 ? 200 : 1));
            }
            case 4 -> Arrays.copyOf(file, at);
            // A stretch of another file.
            case 5 -> {
                int from = random.nextInt(other.length + 1);
                int end = Math.min(other.length, from + random.nextInt(300));
                yield spliced(file, at, random.nextBoolean() ? at : to, Arrays.copyOfRange(other, from, end));
            }
            case 6 -> number(file, at, random);
            case 7 -> {
                String piece = PIECES[random.nextInt(PIECES.length)];
                yield spliced(file, at, at, times(utf8(piece), 1 << random.nextInt(12)));
            }
            default -> spliced(file, at, random.nextBoolean() ? at : to, utf8(PIECES[random.nextInt(PIECES.length)]));
        };
    }

    /** The next number in the file becomes another. */
    private static byte[] number(byte[] file, int from, SplittableRandom random) {
        int at = from;
        while (at < file.length && (file[at] < '0' || file[at] > '9')) {
            at++;
        }
        int end = at;
        while (end < file.length && file[end] >= '0' && file[end] <= '9') {
            end++;
        }
        String[] numbers = {"0", "1", "2", "3", "7", "-1", "99", "2147483647", "4294967296", "1.5", "1e9"};
        return spliced(file, at, end, utf8(numbers[random.nextInt(numbers.length)]));
    }

    private static byte[] times(byte[] piece, int times) {
        int most = Math.min(times, LONGEST / Math.max(1, piece.length));
        byte[] all = new byte[piece.length * most];
        for (int i = 0; i < most; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] piece) {
        byte[] spliced = new byte[file.length - (to - from) + piece.length];
        System.arraycopy(file, 0, spliced, 0, from);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(file, to, spliced, from + piece.length, file.length - to);
        return spliced;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s: %,d read, %,d refused, the slowest in %,d ms"
                .formatted(format.name(), read, refused, slowest / 1_000_000);
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
