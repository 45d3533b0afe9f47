package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Shape;
import io.understudy.core.Template;
import io.understudy.core.checksum.Iban;
import io.understudy.core.checksum.Luhn;
import io.understudy.core.checksum.NationalId;
import io.understudy.core.text.Gender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures behind the surrogates, as Markdown tables. {@code fill FILE LINES}: fills templates with slots like
 * {@code {{city}}} once; {@code warm FILE}: again and again; {@code draws N [LABEL...]}: checks N draws of each label;
 * {@code personas N}: how far a persona's and a place's parts agree; {@code unique N [LABEL...]}: stands in for N
 * originals of some labels; {@code census N}: how common the common names are; {@code hiding}: the simulation.
 */
public final class SurrogateBenchmark {

    private static final Map<String, String> SLOTS = Map.ofEntries(
            Map.entry("person", "PERSON Xx Xx"),
            Map.entry("name", "PERSON Xx Xx"),
            Map.entry("name_male", "PERSON Xx Xx"),
            Map.entry("name_female", "PERSON Xx Xx"),
            Map.entry("first_name", "PERSON Xx"),
            Map.entry("first_name_male", "PERSON Xx"),
            Map.entry("first_name_female", "PERSON Xx"),
            Map.entry("first_name_nonbinary", "PERSON Xx"),
            Map.entry("last_name", "PERSON Xx"),
            Map.entry("last_name_male", "PERSON Xx"),
            Map.entry("last_name_female", "PERSON Xx"),
            Map.entry("organization", "ORGANIZATION Xx Xx"),
            Map.entry("city", "CITY Xx"),
            Map.entry("country", "COUNTRY Xx"),
            Map.entry("address", "ADDRESS ddd Xx Xx, Xx, XX ddddd"),
            Map.entry("secondary_address", "ADDRESS Xx. ddd"),
            Map.entry("street_name", "STREET Xx Xx"),
            Map.entry("building_number", "NUMBER ddd"),
            Map.entry("credit_card_number", "CREDIT_CARD dddddddddddddddd"),
            Map.entry("phone_number", "PHONE ddd-ddd-dddd"),
            Map.entry("age", "AGE dd"),
            Map.entry("year", "YEAR dddd"),
            Map.entry("postcode", "POSTCODE ddddd"),
            Map.entry("zipcode", "POSTCODE ddddd"),
            Map.entry("nationality", "NATIONALITY Xx"),
            Map.entry("nation_woman", "NATIONALITY Xx"),
            Map.entry("nation_plural", "NATIONALITY Xx"),
            Map.entry("email", "EMAIL x@x.x"),
            Map.entry("url", "URL x://x.x.x/"),
            Map.entry("job", "JOB Xx Xx"),
            Map.entry("prefix", "TITLE Xx."),
            Map.entry("prefix_male", "TITLE Xx."),
            Map.entry("prefix_female", "TITLE Xx."),
            Map.entry("iban", "IBAN XXddXXdddddddddddddd"),
            Map.entry("date_time", "DATE dddd-dd-dd"),
            Map.entry("date_of_birth", "DATE_OF_BIRTH dddd-dd-dd"),
            Map.entry("state_abbr", "STATE XX"),
            Map.entry("ssn", "US_SSN ddd-dd-dddd"),
            Map.entry("ip_address", "IP_ADDRESS d.d.d.d"),
            Map.entry("day_of_week", "DATE Xx"),
            Map.entry("us_driver_license", "US_DRIVER_LICENSE Xddddddd"));

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final int ROUND = 1_000_000;

    private SurrogateBenchmark() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "fill" -> fill(templates(Path.of(args[1])), Integer.parseInt(args[2]));
            case "warm" -> warm(templates(Path.of(args[1])));
            case "draws" -> draws(Integer.parseInt(args[1]), wanted(args));
            case "personas" -> personas(Integer.parseInt(args[1]));
            case "unique" -> unique(Integer.parseInt(args[1]), wanted(args));
            case "census" -> census(Integer.parseInt(args[1]));
            case "hiding" -> Hiding.print();
            default ->
                throw new IllegalArgumentException("expected fill, warm, draws, personas, unique, census or hiding");
        }
    }

    /** Whether a label was asked for by name, or none was. */
    private static Predicate<String> wanted(String... args) {
        Set<String> labels = Set.copyOf(List.of(args).subList(2, args.length));
        return label -> labels.isEmpty() || labels.contains(label);
    }

    private static List<Template> templates(Path file) throws IOException {
        List<Template> templates = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R", -1)) {
            if (!line.isBlank()) {
                templates.add(template(line.strip()));
            }
        }
        return templates;
    }

    private static Template template(String line) {
        List<Segment> segments = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Matcher slots = SLOT.matcher(line);
        int at = 0;
        while (slots.find()) {
            if (slots.start() > at) {
                segments.add(new Literal(line.substring(at, slots.start())));
            }
            String[] slot = SLOTS.getOrDefault(slots.group(1), "MISC x").split(" ", 2);
            int number = numbers.merge(slot[0], 1, Integer::sum);
            segments.add(new Slot(new Label(slot[0]), number, Details.NONE, new Shape(slot[1])));
            at = slots.end();
        }
        if (at < line.length()) {
            segments.add(new Literal(line.substring(at)));
        }
        return new Template(segments);
    }

    private static long fill(List<Template> templates, int lines) {
        long spans = IntStream.range(0, lines)
                .parallel()
                .mapToLong(i -> Surrogates.standard()
                        .standIn(templates.get(i % templates.size()), Seeds.derive(1, i))
                        .mentions()
                        .size())
                .sum();
        System.out.printf(Locale.ROOT, "%,d lines with %,d spans%n", lines, spans);
        return spans;
    }

    private static void warm(List<Template> templates) {
        System.out.println("| round | lines/s |\n|--:|--:|");
        for (int round = 1; round <= 8; round++) {
            long begun = System.nanoTime();
            long spans = IntStream.range(0, ROUND)
                    .parallel()
                    .mapToLong(i -> Surrogates.standard()
                            .standIn(templates.get(i % templates.size()), Seeds.derive(7, i))
                            .mentions()
                            .size())
                    .sum();
            if (spans == 0) {
                throw new IllegalStateException("no spans");
            }
            System.out.printf(Locale.ROOT, "| %d | %,.0f |%n", round, ROUND / ((System.nanoTime() - begun) / 1e9));
        }
    }

    /** Labels with a reserved range that are no national identifiers, and what a surrogate in it looks like. */
    private static final Map<String, Pattern> RESERVED = Map.ofEntries(
            Map.entry(
                    "CREDIT_CARD",
                    Pattern.compile(
                            "(411111|424242|400000|555555|222300|601111|353011|378282|371449|305693|385200|422222).*")),
            Map.entry("IBAN", Pattern.compile("..\\d\\d(ZZZZ|00).*")),
            Map.entry("BIC", Pattern.compile("ZZZZ[A-Z]{3}0([A-Z]{3})?")),
            Map.entry("CRYPTO_ADDRESS", Pattern.compile("0X[0-9A-F]{40}")),
            Map.entry("API_KEY", Pattern.compile("TEST_.{28}")),
            Map.entry("PHONE", Pattern.compile("\\(?[2-9][0-8]\\d\\)?[ -]?555-?01\\d\\d")),
            Map.entry("EMAIL", Pattern.compile("[A-Z0-9._-]+@([A-Z0-9-]+\\.)*EXAMPLE\\.(COM|ORG|NET)")),
            Map.entry("URL", Pattern.compile("HTTPS://(WWW\\.)?([A-Z0-9-]+\\.)*EXAMPLE\\.(COM|ORG|NET)(/.*)?")),
            Map.entry("DOMAIN", Pattern.compile("([A-Z0-9-]+\\.)*EXAMPLE\\.(COM|ORG|NET)")),
            Map.entry("IP_ADDRESS", Pattern.compile("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}")),
            Map.entry("MAC_ADDRESS", Pattern.compile("[0-9A-F][26AE]([:-][0-9A-F]{2}){5}")));

    /** Of which nothing but the speed is promised here. */
    private static final List<String> WORDS =
            List.of(("PERSON ORGANIZATION LOCATION CITY STATE COUNTRY ADDRESS STREET POSTCODE "
                            + "NATIONALITY RELIGION TITLE JOB AGE DATE TIME DURATION MONEY PERCENT NUMBER ORDINAL USERNAME "
                            + "BANK_ACCOUNT VEHICLE_PLATE MEDICAL_RECORD ID MISC")
                    .split(" ", -1));

    private static void draws(int count, Predicate<String> wanted) {
        System.out.println("| label | draws/s | right by its checksum | in its range |\n|---|--:|--:|--:|");
        List<String> labels = new ArrayList<>(NationalIds.names());
        labels.addAll(new TreeMap<>(RESERVED).keySet());
        labels.addAll(WORDS);
        labels.removeIf(wanted.negate());
        for (String label : labels) {
            Template template = new Template(List.of(new Slot(new Label(label), 1, Details.NONE, Shape.UNKNOWN)));
            long begun = System.nanoTime();
            long drawn = IntStream.range(0, count)
                    .parallel()
                    .map(i -> Surrogates.standard()
                            .surfaces(template, i)
                            .get(label + "_1")
                            .length())
                    .filter(length -> length > 0)
                    .count();
            double seconds = (System.nanoTime() - begun) / 1e9;
            long[] right = WORDS.contains(label)
                    ? new long[] {-1, -1}
                    : IntStream.range(0, count)
                            .parallel()
                            .mapToObj(i ->
                                    Surrogates.standard().surfaces(template, i).get(label + "_1"))
                            .map(surface ->
                                    new long[] {isRight(label, surface) ? 1 : 0, isInRange(label, surface) ? 1 : 0})
                            .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
            boolean checked = NationalIds.names().contains(label)
                    || Set.of("CREDIT_CARD", "IBAN").contains(label);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %s | %s |%n",
                    label,
                    drawn / seconds,
                    checked ? share(right[0], count) : "-",
                    WORDS.contains(label) ? "-" : share(right[1], count));
        }
    }

    private static String share(long part, long all) {
        return part == all ? "100 %" : String.format(Locale.ROOT, "%.4f %%", 100.0 * part / all);
    }

    /** The i-th original of a label, each another. */
    private static final Map<String, IntFunction<String>> ORIGINALS = new TreeMap<>(Map.ofEntries(
            Map.entry("PERSON", i -> capital(i / 1_000) + " " + capital(1_000 + i % 1_000)),
            Map.entry("EMAIL", i -> capital(i) + "@acme.com"),
            Map.entry("PHONE", i -> "+1 212 %03d-%04d".formatted(200 + i / 10_000, i % 10_000)),
            Map.entry("CREDIT_CARD", i -> "4539%012d".formatted(7L * i)),
            Map.entry("IBAN", i -> "DE89370400440%09d".formatted(i)),
            Map.entry("IP_ADDRESS", i -> "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255)),
            Map.entry("ORGANIZATION", i -> capital(i) + " Systems Ltd"),
            Map.entry("CITY", i -> capital(i) + "ton"),
            Map.entry("ID", i -> "A-%07d".formatted(i)),
            Map.entry("MEDICAL_RECORD", i -> "%08d".formatted(10_000_000 + i)),
            Map.entry("US_SSN", i -> "%03d-%02d-%04d".formatted(1 + i / 100_000, 1 + i / 10_000 % 10, i % 10_000)),
            Map.entry("UK_NHS", i -> "%010d".formatted(4_000_000_000L + i)),
            Map.entry("NL_BSN", i -> "%09d".formatted(100_000_000 + i)),
            Map.entry("FR_NIR", i -> "1850578%06d%02d".formatted(i % 1_000_000, i % 97))));

    private static void unique(int count, Predicate<String> wanted) {
        System.out.println(
                "| distinct originals of | originals | numbers in the range | place taken | share one, as told"
                        + " | alike beside these | originals/s |\n|---|--:|--:|--:|--:|--:|--:|");
        ORIGINALS.forEach((label, original) -> {
            if (wanted.test(label)) {
                injective(label, count, original);
            }
        });
    }

    /** Shares of the commonest in the United States' census of 1990, and of the names of ranks 10, 50 and 100. */
    private static void census(int count) {
        Map<String, Integer> last = new HashMap<>();
        Map<String, Integer> men = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Traits traits = new Traits(Gender.MALE, Origin.ENGLISH, NameBook.Length.ANY, NameBook.Length.ANY);
            Persona persona = Persona.draw(Seeds.random(i, 0), traits);
            last.merge(persona.last(), 1, Integer::sum);
            men.merge(persona.first(), 1, Integer::sum);
        }
        System.out.println("| name | census of 1990 | ours |\n|---|--:|--:|");
        row("surname, most common", 1.006, last, 1, count);
        row("surname, rank 10", .311, last, 10, count);
        row("surname, rank 100", .083, last, 100, count);
        row("man's first name, most common", 3.318, men, 1, count);
        row("man's first name, rank 50", .322, men, 50, count);
        row("man's first name, rank 100", .190, men, 100, count);
    }

    private static void row(String what, double census, Map<String, Integer> counts, int rank, int all) {
        int[] sorted =
                counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT, "| %s | %.3f %% | %.3f %% |%n", what, census, 100.0 * sorted[sorted.length - rank] / all);
    }

    private static boolean isRight(String label, String surface) {
        String compact = NationalId.compact(surface);
        return switch (label) {
            case "CREDIT_CARD" -> Luhn.holds(compact);
            case "IBAN" -> Iban.holds(compact);
            default -> NationalId.of(label).map(id -> id.holds(compact)).orElse(true);
        };
    }

    private static boolean isInRange(String label, String surface) {
        Pattern reserved = RESERVED.get(label);
        return reserved == null
                ? NationalIds.isInRange(label, NationalId.compact(surface))
                : reserved.matcher(surface.toUpperCase(Locale.ROOT)).matches();
    }

    private static void personas(int count) {
        List<Origin> origins = Stream.of(Origin.values())
                .filter(origin -> NameBook.of(origin).tellsGender())
                .toList();
        Map<Origin, Map<Gender, Set<String>>> others = new EnumMap<>(Origin.class);
        for (Origin origin : origins) {
            NameBook book = NameBook.of(origin);
            others.put(
                    origin,
                    Map.of(
                            Gender.FEMALE, Set.copyOf(book.firstNames(Gender.MALE)),
                            Gender.MALE, Set.copyOf(book.firstNames(Gender.FEMALE))));
        }
        long gender = 0;
        long mail = 0;
        Template template = Markup.read("[Ada Byrne](PERSON) [a.b@c.de](EMAIL)").template();
        for (int i = 0; i < count; i++) {
            Origin origin = origins.get(i % origins.size());
            Traits traits = new Traits(Gender.UNKNOWN, origin, NameBook.Length.ANY, NameBook.Length.ANY);
            Persona persona = Persona.draw(Seeds.random(i, 0), traits);
            gender += others.get(origin).get(persona.gender()).contains(persona.first()) ? 0 : 1;
            Map<String, String> surfaces = Surrogates.standard().surfaces(template, i);
            String local = surfaces.get("PERSON_1").toLowerCase(Locale.ROOT).replace(' ', '.');
            mail += surfaces.get("EMAIL_1").startsWith(local + "@") ? 1 : 0;
        }
        long town = IntStream.range(0, count)
                .mapToObj(i -> Place.draw(i % 2 == 0 ? "US" : "DE", Seeds.random(i, 1)))
                .filter(place -> place.region().fits(place.postcode()))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%nOf %,d draws: gender fits the first name %.2f %%, e-mail fits the name %.2f %%, postcode fits the"
                        + " town's region %.2f %%%n",
                count,
                100.0 * gender / count,
                100.0 * mail / count,
                100.0 * town / count);
    }

    private static void injective(String label, int count, IntFunction<String> original) {
        AnonymizerBuilder builder = Anonymizer.builder(
                AnonymizerOptions.STANDARD, Secret.of("a key for the benchmark".getBytes(StandardCharsets.US_ASCII)));
        long begun = System.nanoTime();
        List<AnnotatedText> lines = IntStream.range(0, count)
                .mapToObj(original)
                .map(text -> new AnnotatedText(text, List.of(new Mention(0, text.length(), new Label(label)))))
                .toList();
        lines.forEach(line -> builder.add(line, ""));
        Anonymizer anonymizer = builder.build((kind, surface) -> false);
        Set<String> surrogates = new HashSet<>();
        lines.forEach(line ->
                surrogates.add(anonymizer.standIn(anonymizer.prepare(line, "")).text()));
        RangeUse use = anonymizer.ranges().getOrDefault(label, RangeUse.none());
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %s | %,d | %,d | %,d | %,.0f |%n",
                label,
                count,
                use.sizes().values().stream().map("%,d"::formatted).collect(Collectors.joining(", then ")),
                use.again(),
                use.shared(),
                count - surrogates.size() - use.shared(),
                count / ((System.nanoTime() - begun) / 1e9));
    }

    /** One word for one number. */
    private static String capital(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number + 400; left > 0; left /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(left % 20)).append("aeiou".charAt(left % 5));
        }
        return Names.capital(word.toString());
    }
}
