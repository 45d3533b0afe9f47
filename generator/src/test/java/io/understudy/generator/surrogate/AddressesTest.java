package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    private static final String W = "\\p{Lu}[\\p{L}'.-]+( \\p{Lu}[\\p{L}'.-]+)?";

    private static String standIn(String label, String... originals) {
        String text = String.join("\u0001", originals);
        AnnotatedText line = new AnnotatedText(text, List.of(new Mention(0, text.length(), new Label(label))));
        return standIn(line).text();
    }

    private static AnnotatedText standIn(AnnotatedText line) {
        AnonymizerBuilder builder = Anonymizer.builder(AnonymizerOptions.STANDARD, Secret.of(new byte[16]));
        builder.add(line, "d");
        Anonymizer anonymizer = builder.build((label, surface) -> false);
        return anonymizer.standIn(anonymizer.prepare(line, "d"));
    }

    /** {@code W} is one name, of one word or two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            230 Copperfield Avenue                          | [1-9]\\d\\d W Avenue
            12 Main St, Springfield, IL 62704               | [1-9]\\d W St, W, [A-Z]{2} \\d{5}
            12 Main St., Apt. 4B, Springfield, IL 62704-1234 | [1-9]\\d W St., Apt. \\d[A-Z], W, [A-Z]{2} \\d{5}-\\d{4}
            12 N. Oak Street\\nSpringfield, Illinois 62704  | [1-9]\\d N. W Street\\nW, W \\d{5}
            350 5th Avenue, Floor 12, New York, NY 10118    | [1-9]\\d\\d \\d[a-z]{2} Avenue, Floor \\d\\d, W, [A-Z]{2} \\d{5}
            12 Saltmarsh Road, Bristol BS1 4QD              | [1-9]\\d W Road, W [A-Z]{1,2}\\d{1,2} \\d[A-Z]{2}
            Flat 9, 4 Mill Lane, Leeds, LS2 8BT, UK         | Flat \\d, \\d W Lane, W, [A-Z]{1,2}\\d{1,2} \\d[A-Z]{2}, UK
            Hauptstraße 5, 10115 Berlin, Germany            | W(straße) \\d, \\d{5} W, Germany
            12 rue de la République, 75001 Paris            | [1-9]\\d rue de la W, \\d{5} W
            12 MAIN STREET, SPRINGFIELD, IL 62704           | [1-9]\\d [A-Z]+ STREET, [A-Z' -]+, [A-Z]{2} \\d{5}
            88 Wharf Street, Hill View Road                 | [1-9]\\d W Street, .*
            P.O. Box 1234, Springfield, IL 62704            | P.O. Box \\d{4}, W, [A-Z]{2} \\d{5}
            221B Baker Street, London                       | [1-9]\\d\\d[A-Z] W Street, W
            12 Main St Springfield IL 62704                 | [1-9]\\d W St W [A-Z]{2} \\d{5}""")
    void theWrittenShapeStays(String original, String form) {
        String address = standIn("ADDRESS", original.replace("\\n", "\n"));
        assertThat(address)
                .matches(form.replace("\\n", "\n").replace(".,", "\\.,").replace("W", W));
        assertThat(address).doesNotContain("Copperfield", "Springfield", "Bristol", "Berlin", "République", "Baker");
    }

    /** The postcode is one of the state that is written, and that state stands in for Illinois everywhere. */
    @Test
    void partsAgreeWithEachOtherAndWithWhatStandsAlone() {
        AnnotatedText out = standIn(Markup.read("[12 Main St, Springfield, IL 62704](ADDRESS) [Illinois](STATE)"
                + " [62999](POSTCODE) [Springfield](CITY) [Springfield](LOCATION)"
                + " [4 Mill Lane, Leeds LS2 8BT](ADDRESS) [LS7 1AA](POSTCODE) [Leeds](LOCATION)"));
        List<String> surfaces = out.mentions().stream().map(out::surface).toList();
        String[] parts = surfaces.get(0).split(", ", -1);
        Region state = Region.state(parts[2].substring(0, 2)).orElseThrow();
        assertThat(state.fits(parts[2].substring(3))).isTrue();
        assertThat(surfaces.get(1)).isEqualTo(state.name());
        assertThat(state.fits(surfaces.get(2))).isTrue();
        assertThat(parts[1]).isEqualTo(surfaces.get(3)).isEqualTo(surfaces.get(4));
        String postcode = surfaces.get(5).replaceAll(".* (\\S+ \\S+)$", "$1");
        assertThat(surfaces.get(6).replaceAll("\\d.*", "")).isEqualTo(postcode.replaceAll("\\d.*", ""));
        assertThat(surfaces.get(5)).contains(", " + surfaces.get(7) + " " + postcode);
    }

    /** NANPA's, Ofcom's and the Bundesnetzagentur's free numbers have these codes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 Main St, Springfield, IL 62704     | (312) 867-5309    | US
            12 Main St, Oakland, CA 94601         | +1 510 867 5309   | US
            4 Mill Lane, Leeds LS2 8BT            | 0113 243 2799     | GB
            4 Mill Lane, London WC1 8BT           | +44 20 7219 3000  | GB
            Hauptstraße 5, 10115 Berlin, Germany  | +49 30 227 00     | DE""")
    void theAreaCodeIsTheRegionsWhereTheRegionHasFreeNumbers(String address, String phone, String country) {
        AnnotatedText out = standIn(Markup.read("[" + address + "](ADDRESS) [" + phone + "](PHONE)"));
        String moved = out.surface(out.mentions().get(0));
        String dialled = out.surface(out.mentions().get(1)).replaceAll("\\D", "");
        String national = country.equals("US")
                ? dialled.substring(dialled.length() - 10)
                : dialled.replaceFirst(country.equals("GB") ? "^(44|0)" : "^49", "");
        Region region = Region.of(country).stream()
                .filter(each -> moved.matches(".*\\b" + postcodes(each) + ".*"))
                .filter(each -> each.fits(moved.replaceAll(".*?\\b(" + postcodes(each) + ").*", "$1000")))
                .findFirst()
                .orElseThrow();
        boolean free = PhonePlan.ofCode(country.equals("US") ? "1" : country.equals("GB") ? "44" : "49", 10)
                .stock(national.length(), region)
                .isPresent();
        assertThat(AreaCodes.of(region).stream().anyMatch(national::startsWith))
                .as(moved + " " + national)
                .isEqualTo(free);
    }

    private static String postcodes(Region region) {
        return switch (region.country()) {
            case "US" -> "(?<=[A-Z]{2} )\\d{5}";
            case "GB" -> region.code() + "\\d";
            default -> "\\d{5}";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCATION | Torrey Pines State Park | \\p{L}+ \\p{L}+ State Park
            LOCATION | Lake Geneva             | Lake \\p{L}+
            LOCATION | Norway                  | \\p{L}+
            LOCATION | Leeds                   | \\p{L}+""")
    void aPlaceStaysWhatItIs(String label, String original, String form) {
        assertThat(standIn(label, original)).matches(form).isNotEqualTo(original);
    }
}
