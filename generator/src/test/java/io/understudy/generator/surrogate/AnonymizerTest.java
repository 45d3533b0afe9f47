package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.text.Gender;
import io.understudy.generator.surrogate.AnonymizerOptions.Kept;
import io.understudy.generator.surrogate.AnonymizerOptions.Moving;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymizerTest {

    static final Secret KEY = Secret.of("a key of twenty bytes".getBytes(StandardCharsets.US_ASCII));

    static List<AnnotatedText> standIn(AnonymizerOptions options, Secret secret, List<AnnotatedText> lines) {
        AnonymizerBuilder builder = Anonymizer.builder(options, secret);
        lines.forEach(line -> builder.add(line, "d"));
        Set<String> source = new HashSet<>();
        lines.forEach(line -> line.mentions().forEach(mention -> source.add(key(line.surface(mention)))));
        Anonymizer anonymizer = builder.build((label, surface) -> source.contains(key(surface)));
        return lines.stream()
                .map(line -> anonymizer.standIn(anonymizer.prepare(line, "d")))
                .toList();
    }

    private static String key(String surface) {
        return surface.toLowerCase(Locale.ROOT);
    }

    static List<String> surfaces(String... markup) {
        List<AnnotatedText> lines = Arrays.stream(markup).map(Markup::read).toList();
        List<String> surfaces = new ArrayList<>();
        standIn(AnonymizerOptions.STANDARD, KEY, lines)
                .forEach(line -> line.mentions().forEach(mention -> surfaces.add(line.surface(mention))));
        return surfaces;
    }

    /** All mentions of a person, of one entity. */
    private static AnnotatedText linked(String markup, String canonical) {
        AnnotatedText line = Markup.read(markup);
        List<Mention> mentions = line.mentions().stream()
                .map(mention -> new Mention(
                        mention.span(),
                        mention.label(),
                        Details.NONE.withEntity("PERSON_1").withValue(canonical)))
                .toList();
        return new AnnotatedText(line.text(), mentions);
    }

    @Test
    void oneOriginalHasOneSurrogateInEveryLineAndRun() {
        List<String> once = surfaces("[Ada Byrne](PERSON)", "[ADA BYRNE](PERSON) and [Byrne, Ada](PERSON)");
        assertThat(once.get(1)).isEqualTo(once.get(0).toUpperCase(Locale.ROOT));
        String[] names = once.get(0).split(" ", -1);
        assertThat(once.get(2)).isEqualTo(names[1] + ", " + names[0]);
        assertThat(surfaces("nobody", "[Ada Byrne](PERSON) is here")).containsExactly(once.get(0));
    }

    @Test
    void anotherKeyGivesAnotherSurrogate() {
        List<AnnotatedText> lines = List.of(Markup.read("[Ada Byrne](PERSON)"));
        assertThat(standIn(AnonymizerOptions.STANDARD, KEY, lines))
                .isNotEqualTo(standIn(AnonymizerOptions.STANDARD, Secret.fresh(), lines));
    }

    @Test
    void whatNamesOnePersonIsMadeOfOnePersona() {
        AnnotatedText out = standIn(
                        AnonymizerOptions.STANDARD,
                        KEY,
                        List.of(linked(
                                "[Jane Smith](PERSON), [Ms. Smith](PERSON), [J. Smith's](PERSON), [Jane](PERSON),"
                                        + " [jane.smith@acme.com](EMAIL), [jsmith7](USERNAME), [SMITH](PERSON)",
                                "Jane Smith")))
                .get(0);
        List<String> surfaces = out.mentions().stream().map(out::surface).toList();
        String[] names = surfaces.get(0).split(" ", -1);
        String first = names[0];
        String last = names[1];
        assertThat(surfaces.subList(1, 4)).containsExactly("Ms. " + last, first.charAt(0) + ". " + last + "'s", first);
        assertThat(surfaces.get(4)).startsWith(key(first + "." + last) + "@").contains(".example.");
        assertThat(surfaces.get(5)).matches(key(first.charAt(0) + last) + "\\d");
        assertThat(surfaces.get(6)).isEqualTo(last.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PERSON  | Robert Brown        | \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+
            PERSON  | robert brown        | \\p{Ll}+ \\p{Ll}+
            PERSON  | Dr. R. B. Brown     | Dr\\. \\p{Lu}\\. \\p{Lu}\\. \\p{Lu}\\p{Ll}+
            PERSON  | Mary-Ann O'Brien    | \\p{Lu}\\p{Ll}+-\\p{Lu}\\p{Ll}+ O'\\p{Lu}\\p{Ll}+
            PERSON  | Иван Петров         | \\p{IsCyrillic}+ \\p{IsCyrillic}+
            PERSON  | Robert Brown, Jr.   | \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+, Jr\\.
            PHONE   | +44 20 7219 3000    | \\+44 [12]\\d\\d? \\d{3,4} \\d{4}
            PHONE   | 0113 222 4444       | 0[123]\\d\\d? \\d{3,4} \\d{4}
            PHONE   | 07700 123456        | 0[17]\\d{3} \\d{6}
            IBAN    | DE89370400440532013000 | DE\\d\\d0{8}\\d{10}
            PHONE   | 01 42 92 81 00      | 0\\d \\d\\d \\d\\d \\d\\d \\d\\d
            IBAN    | PL61109010140000071219812874 | PL\\d\\d0{8}\\d{16}
            IBAN    | IT60X0542811101000000123456 | IT\\d\\d[A-Z]0{5}\\d{17}
            IBAN    | BE68 5390 0754 7034 | BE\\d\\d 000\\d \\d{4} \\d{4}
            IBAN    | NO9386011117947     | NO\\d\\d0{4}\\d{7}
            IBAN    | MT84MALT011000012345MTLCAST001S | MT\\d\\dZZZZ\\d{12}[A-Z]{7}\\d{3}[A-Z]
            POSTCODE| 62701               | \\d{5}
            DATE    | 3 May 2024          | \\d\\d? \\p{Lu}\\p{Ll}+ 20\\d\\d
            MONEY   | $1,234.50           | \\$\\d,\\d{3}\\.\\d0
            AGE     | 42 years old        | \\d\\d years old
            CRYPTO_ADDRESS | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | [mn][1-9A-HJ-NP-Za-km-z]+""")
    void theFormOfTheOriginalStays(String label, String original, String form) {
        String surface = surfaces("[" + original + "](" + label + ")").get(0);
        assertThat(surface).matches(form).isNotEqualTo(original);
    }

    /** The example of the IBAN registry for Italy: IT60 X 05428 11101 000000123456. */
    @Test
    void italysLetterOfControlIsTheRegistrys() {
        assertThat(Banking.cin("0542811101000000123456")).isEqualTo('X');
    }

    /** No list knows the first names; the title and the noun before them tell, the title itself stays. */
    @Test
    void whatStandsBeforeANameTellsItsGender() {
        for (int i = 0; i < 20; i++) {
            String name = "Qw" + (char) ('a' + i) + "x Zorbel";
            List<String> woman = surfaces("[Mrs.](TITLE) [" + name + "](PERSON)");
            assertThat(woman.get(0)).isEqualTo("Mrs.");
            assertThat(FirstNames.gender(woman.get(1).split(" ", -1)[0])).isNotEqualTo(Gender.MALE);
            String man = surfaces("my uncle [" + name + "](PERSON)").get(0);
            assertThat(FirstNames.gender(man.split(" ", -1)[0])).isNotEqualTo(Gender.FEMALE);
        }
    }

    @Test
    void stateAndPostcodeOfOneOriginalStateStayInOneState() {
        List<String> surfaces = surfaces("[IL](STATE) [62701](POSTCODE) [Illinois](STATE) [IN](STATE)"
                + " [12 Main St, Springfield, IL 62704](ADDRESS)");
        String code = surfaces.get(0);
        assertThat(Region.state(surfaces.get(1)).orElseThrow().code()).isEqualTo(code);
        assertThat(Region.state(surfaces.get(2)).orElseThrow().code()).isEqualTo(code);
        assertThat(surfaces.get(3)).isNotEqualTo(code);
        assertThat(surfaces.get(4)).contains(", " + code + " ");
    }

    @Test
    void twoOriginalsNeverGetOneSurrogateAndOrderDoesNotMatter() {
        List<AnnotatedText> lines = new ArrayList<>(IntStream.range(0, 12_000)
                .mapToObj(i -> Markup.read(
                        "[555-%04d](PHONE) [10.1.%d.%d](IP_ADDRESS)".formatted(i % 10_000, i / 200, i % 200)))
                .toList());
        List<AnnotatedText> out = standIn(AnonymizerOptions.STANDARD, KEY, lines);
        Set<String> phones = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        out.forEach(line -> {
            phones.add(line.surface(line.mentions().get(0)));
            addresses.add(line.surface(line.mentions().get(1)));
        });
        assertThat(phones).hasSize(10_000);
        assertThat(addresses).hasSize(12_000);
        Collections.reverse(lines);
        List<AnnotatedText> turned = new ArrayList<>(standIn(AnonymizerOptions.STANDARD, KEY, lines));
        Collections.reverse(turned);
        assertThat(turned).isEqualTo(out);
    }

    @Test
    void noSurrogateIsASurfaceOfTheSource() {
        List<AnnotatedText> lines = new ArrayList<>();
        Set<String> source = new HashSet<>();
        for (String first : NameBook.commonest(Gender.MALE)) {
            for (String last : NameBook.of(Origin.ENGLISH).surnames(Gender.MALE).subList(0, 50)) {
                lines.add(Markup.read("[" + first + " " + last + "](PERSON)"));
                source.add(first + " " + last);
            }
        }
        assertThat(standIn(AnonymizerOptions.STANDARD, KEY, lines).stream().map(AnnotatedText::text))
                .doesNotContainAnyElementsOf(source)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMentionIsAnotherUnderRandomAndSomeUnderMarkov() {
        List<AnnotatedText> lines = IntStream.range(0, 2_000)
                .mapToObj(i -> Markup.read("[Ada Byrne](PERSON)"))
                .toList();
        List<String> random = texts(standIn(AnonymizerOptions.STANDARD.with(Strategy.RANDOM), KEY, lines));
        assertThat(new HashSet<>(random).size()).isGreaterThan(1_200);
        List<String> markov = texts(standIn(AnonymizerOptions.STANDARD.with(Strategy.MARKOV), KEY, lines));
        long again = IntStream.range(1, markov.size())
                .filter(i -> markov.get(i).equals(markov.get(i - 1)))
                .count();
        // Binomial with p = .5: 5 standard deviations are 112. A name drawn twice in a row by chance is rare.
        assertThat(again).isBetween(1_000L - 112, 1_000L + 112);
    }

    private static List<String> texts(List<AnnotatedText> lines) {
        return lines.stream().map(AnnotatedText::text).toList();
    }

    @Test
    void whatIsTakenOutLeavesItsLabelOrItsLength() {
        List<AnnotatedText> lines = List.of(Markup.read("Ask [Ada B. Byrne](PERSON)!"));
        assertThat(standIn(AnonymizerOptions.STANDARD.with(Strategy.REDACT), KEY, lines)
                        .get(0)
                        .text())
                .isEqualTo("Ask [PERSON]!");
        assertThat(standIn(AnonymizerOptions.STANDARD.with(Strategy.MASK), KEY, lines)
                        .get(0)
                        .text())
                .isEqualTo("Ask *** *. *****!");
    }

    @Test
    void articleAndPossessiveAgree() {
        AnonymizerBuilder builder = Anonymizer.builder(AnonymizerOptions.STANDARD, KEY);
        AnnotatedText line = Markup.read("an [apple](MISC) and [James](PERSON)' car");
        builder.add(line, "d");
        Anonymizer anonymizer = builder.build((label, surface) -> false);
        AnnotatedText out = anonymizer.standIn(anonymizer.prepare(line, "d"));
        String thing = out.surface(out.mentions().get(0));
        String name = out.surface(out.mentions().get(1));
        assertThat(out.text())
                .isEqualTo((io.understudy.core.text.FirstSound.isVowel(thing) ? "an " : "a ")
                        + thing
                        + " and "
                        + name
                        + (name.endsWith("s") ? "' car" : "'s car"));
    }

    private static List<String> without(Kept lost, String... names) {
        EnumSet<Kept> kept = EnumSet.complementOf(EnumSet.of(lost));
        AnonymizerOptions options = new AnonymizerOptions(Strategy.CONSISTENT, .5, kept, false, false, Moving.DOCUMENT);
        List<AnnotatedText> lines = Arrays.stream(names)
                .map(name -> Markup.read("[" + name + "](PERSON)"))
                .toList();
        return texts(standIn(options, KEY, lines));
    }

    /** Kept, a name of one form keeps it; lost, it has the form of any name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PARTS    | Byrne              | \\p{L}+                | \\p{L}+ \\p{L}+
            PARTS    | Dr. Ada B. Byrne   | Dr\\. \\p{L}+ \\p{L}\\. \\p{L}+ | \\p{L}+ \\p{L}+
            INITIALS | A. Byrne           | \\p{Lu}\\. \\p{L}+    | \\p{Lu}\\p{Ll}+ \\p{L}+
            CAPITALS | ada byrne          | \\p{Ll}+ \\p{Ll}+     | \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+
            CAPITALS | ADA BYRNE          | \\p{Lu}+ \\p{Lu}+     | \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+
            ORIGIN   | Владимир Кузнецов  | \\p{IsCyrillic}+ \\p{IsCyrillic}+ | \\p{IsCyrillic}+ \\p{IsCyrillic}+""")
    void whatIsLostIsNotKept(Kept property, String name, String kept, String lost) {
        assertThat(surfaces("[" + name + "](PERSON)").get(0)).matches(kept);
        assertThat(without(property, name).get(0)).matches(lost);
    }

    @Test
    void withoutOriginAndScriptNamesAreEnglish() {
        AnonymizerOptions options = new AnonymizerOptions(
                Strategy.CONSISTENT,
                .5,
                EnumSet.of(Kept.GENDER, Kept.PARTS, Kept.CAPITALS),
                false,
                false,
                Moving.DOCUMENT);
        String name = texts(standIn(options, KEY, List.of(Markup.read("[Владимир Кузнецов](PERSON)"))))
                .get(0);
        assertThat(name).matches("\\p{IsLatin}+ \\p{IsLatin}+");
        assertThat(NameBook.of(Origin.ENGLISH).firstNames(Gender.MALE)).contains(name.split(" ", -1)[0]);
    }

    /** Of fifty men about half become women when gender is lost, and none when it is kept: 25 +- 5 sd of 3.5. */
    @Test
    void genderIsLostOnRequest() {
        String[] men = NameBook.commonest(Gender.MALE).stream()
                .map(first -> first + " Wood")
                .toArray(String[]::new);
        assertThat(without(Kept.GENDER, men).stream()
                        .filter(name -> FirstNames.gender(name.split(" ", -1)[0]) == Gender.FEMALE)
                        .count())
                .isBetween(7L, 43L);
        assertThat(without(Kept.CAPITALS, men))
                .noneMatch(name -> FirstNames.gender(name.split(" ", -1)[0]) == Gender.FEMALE);
    }

    @Test
    void lengthIsLostOnRequest() {
        String[] shortNames = IntStream.range(0, 40)
                .mapToObj(i -> "Tom Re" + (char) ('a' + i % 20) + (char) ('a' + i / 20))
                .toArray(String[]::new);
        assertThat(without(Kept.CAPITALS, shortNames))
                .allMatch(name -> NameBook.Length.of(name.split(" ", -1)[0]) == NameBook.Length.SHORT);
        assertThat(without(Kept.LENGTH, shortNames))
                .anyMatch(name -> NameBook.Length.of(name.split(" ", -1)[0]) == NameBook.Length.LONG);
    }

    /** The host is called after what the organization is called now; hosts of nobody known are coined. */
    @Test
    void addressesOfAnOrganizationBearItsSurrogatesName() {
        List<String> surfaces = surfaces(
                "[Acme Widgets Ltd](ORGANIZATION)",
                "[info@acme.com](EMAIL) [https://www.acmewidgets.com/prices](URL) [status.acme.com](DOMAIN)",
                "[x@other.com](EMAIL) [y@gmail.com](EMAIL)");
        String host = surfaces.get(0).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        String domain = host + "\\.example\\.(com|org|net)";
        assertThat(surfaces.get(1)).matches(".+@" + domain);
        assertThat(surfaces.get(2)).matches("https://www\\." + domain + "/.+");
        assertThat(surfaces.get(3)).matches("status\\." + domain);
        assertThat(surfaces.get(4)).doesNotContain(host);
        assertThat(surfaces.get(5)).matches(".+@example\\.\\w+");
    }

    @Test
    void genderStaysUnlessItIsLost() {
        for (String woman : List.of("Mary", "Patricia", "Ingrid", "Susan")) {
            String name = surfaces("[" + woman + " Brown](PERSON)").get(0).split(" ", -1)[0];
            assertThat(FirstNames.gender(name)).as(name).isEqualTo(Gender.FEMALE);
        }
    }
}
