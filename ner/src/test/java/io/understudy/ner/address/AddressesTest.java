package io.understudy.ner.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.ner.RecognizerContract;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "|" is a line break. */
class AddressesTest implements RecognizerContract {

    @Override
    public EntityRecognizer recognizer() {
        return new Addresses();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsAddressesWhole(String line) {
        String expected = line.replace("|", "\\n");
        assertThat(Markup.write(recognizer().recognize(Markup.read(expected).text())))
                .isEqualTo(expected);
    }

    static Stream<String> lines() {
        return """
                She lives at [12 Elm Street, Springfield, IL 62701](ADDRESS) now.
                [Ada Byrne](PERSON)|[12 Elm Street|Springfield, IL 62701|USA](ADDRESS)||Dear Ada
                send it to [1600 Amphitheatre Parkway Suite 4](ADDRESS) please
                Wohnhaft in [Augsburger Strasse 36, 10069 Berlin](ADDRESS).
                habite au [62 Rue Gafsa, 75001 Paris](ADDRESS).
                at [Via Roma 5, Milano](ADDRESS)
                his address: [5049 Harjukuja 54, Turku](ADDRESS)
                mail to [PSC 4574, Box 8393|APO AA 81998](ADDRESS)
                mail to [USNS Bering|FPO AP 85844](ADDRESS)
                > [Ada Byrne](PERSON)|> [Otc Markets](ORGANIZATION)|> [77 Oak Road|> Apt. 316|> Leeds|> England](ADDRESS)
                stop at [the corner of Oak Road 86 and Elm Street](ADDRESS).
                [Hauptstr. 5, 80331 München, Germany](ADDRESS)
                [Apt 4B, 350 Fifth Avenue, New York, NY 10118](ADDRESS)
                [PO Box 1234, Austin TX 78701](ADDRESS)
                [Keizersgracht 123-III, 1015 CJ Amsterdam](ADDRESS)
                [ul. Polna 10/12 m. 5, 00-590 Warszawa](ADDRESS)
                [75956 Rákóczi út 66. Apt. 268, Beder, Denmark 56905](ADDRESS)
                Kind regards,|[Tom Brandt](PERSON)|[Flat 3, 17 Oak Lane|Bath BA1 2AB](ADDRESS)
                Shipping Address|[17 Oak Lane|Bath](ADDRESS)
                The parcel is for|[17 Oak Lane|Bath](ADDRESS)
                Jean Petit, [12 rue de la Paix, 75002 Paris, France](ADDRESS)
                12 via satellite
                at [210 Queen Street West, Toronto ON M5V 1Z7](ADDRESS) since
                en [Plaza Mayor 3, 2º A, 37002 Salamanca](ADDRESS).
                mora na [Rua das Flores, 123](ADDRESS), hoje
                last seen near [9th Avenue](ADDRESS) and [W 45th Street, Manhattan](ADDRESS).
                on the 9th street parties began
                on 14 March 1980 we met
                5 Apollo missions flew
                an 11-member Constitutional Court has jurisdiction
                Ada Byrne (SP) 140 OF 181; next
                at 12 o'clock in Room 5
                the 3 Kings, and 4 Queens
                in 1984 Orwell
                a street of 20 houses
                """.lines();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesAnAddressApart(String line) {
        String[] sides = line.split(" => ", -1);
        String text = sides[0].replace("|", "\n");
        Finding found = recognizer().findings(text).stream()
                .filter(finding -> finding.label().equals(Label.ADDRESS))
                .findFirst()
                .orElseThrow();
        assertThat(found.parts().stream()
                        .map(part -> part.label() + "=" + part.span().of(text))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(sides[1]);
    }

    static Stream<String> parts() {
        return """
                12 Elm Street, Springfield, IL 62701|USA => HOUSE_NUMBER=12; STREET=Elm Street; CITY=Springfield; STATE=IL; POSTCODE=62701; COUNTRY=USA
                Flat 3, 17 Oak Lane|Bath BA1 2AB => UNIT=Flat 3; HOUSE_NUMBER=17; STREET=Oak Lane; CITY=Bath; POSTCODE=BA1 2AB
                Hauptstraße 5, 80331 München => STREET=Hauptstraße; HOUSE_NUMBER=5; POSTCODE=80331; CITY=München
                Calle Mayor 14, 3º B, 28013 Madrid => STREET=Calle Mayor; HOUSE_NUMBER=14; UNIT=3º B; POSTCODE=28013; CITY=Madrid
                Keizersgracht 123-III, 1015 CJ Amsterdam => STREET=Keizersgracht; HOUSE_NUMBER=123-III; POSTCODE=1015 CJ; CITY=Amsterdam
                PO Box 1234, Austin TX 78701 => UNIT=PO Box 1234; CITY=Austin; STATE=TX; POSTCODE=78701
                > 77 Oak Road|> Apt. 316|> Leeds|> England => HOUSE_NUMBER=77; STREET=Oak Road; UNIT=Apt. 316; CITY=Leeds; COUNTRY=England
                """.lines();
    }

    @Test
    void tellsThePartsWhenAskedToExplain() {
        String text = "at 12 Elm Street, Bath BA1 2AB";
        assertThat(recognizer().findings(text).get(0).explained(text).details().extra())
                .containsEntry(
                        "parts",
                        "{\"house_number\":\"12\",\"street\":\"Elm Street\",\"city\":\"Bath\",\"postcode\":\"BA1 2AB\"}");
    }
}
