package io.understudy.ner.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.RecognizerContract;
import io.understudy.ner.Recognizers;
import io.understudy.ner.Union;
import io.understudy.ner.pattern.Patterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneNumbersTest implements RecognizerContract {

    @Override
    public EntityRecognizer recognizer() {
        return Union.of(new Patterns(), new PhoneNumbers());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsNumbersAndLeavesWhatOnlyLooksLikeThem(String line) {
        assertThat(Markup.write(recognizer().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    static Stream<String> lines() {
        return """
                call [(555) 010-3320](PHONE)
                [555-010-3320](PHONE)
                [555.010.3320 x12](PHONE)
                [+1 555 010 3320](PHONE)
                [+44 (0)20 7946 0958](PHONE)
                [1-800-555-0199](PHONE)
                [020 7946 0958](PHONE)
                [07700 900123](PHONE)
                [0490 75 40 81](PHONE)
                tel [467 3395](PHONE)
                mobile: [5550103320](PHONE)
                [+49 30 901820](PHONE)
                [555-0199](PHONE)
                [60-56-85-91](PHONE)
                call [737 219 628](PHONE)
                [(030) 901820](PHONE)
                460-89-9847
                Space Office (NSO; since [2009](DATE)) ([2025](DATE))
                SSN 054-28-6917
                phone [054-28-6917](PHONE)
                he called on [3 May 2024](DATE); SSN 123-45-6789
                2270-66-1551
                [1984-03-12](DATE)
                [12-03-1984](DATE)
                [10](NUMBER) [000](NUMBER) [000](NUMBER)
                [5550103320](NUMBER)
                [2024-2025](DATE)
                1-2-3
                [100](NUMBER) [200](NUMBER)
                [10-20](NUMBER)
                order 12345-678
                A555-010-3320
                555-010-33201
                [123](NUMBER) [456](NUMBER)
                rows [555-9000](NUMBER)
                tel. [12 34 56 78 90](PHONE)
                room [12](NUMBER) [34](NUMBER) [56](NUMBER) [78](NUMBER) [90](NUMBER)
                [12](NUMBER) [020](NUMBER) [7946](NUMBER) [0958](NUMBER)
                +[999](NUMBER) [123](NUMBER) [456](NUMBER) [789](NUMBER)
                dial [+49 30 901820](PHONE) or [+33 1 23 45 67 89](PHONE)
                [0049 30 901820](PHONE) too
                tel:[+49-30-123456](PHONE)
                +[1](NUMBER) [23](NUMBER)
                """.lines();
    }

    /** Country, then a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES | at [612 34 56 78](PHONE) or 612345678",
                "ES | 112 34 56 78 and 61 234 56 78 9",
                "PL | in Warsaw [22 123 45 67](PHONE) answers",
                "SG | at [6123 4567](PHONE) and 1123 4567",
                "UK | at [0121 234 5678](PHONE)",
                "NL | at 612 34 56 78",
                "DE | on 01.02.2024 and 1.2.2024"
            })
    void knowsTheNationalNumbersOfACountryThatWasNamedByItsPlan(String country, String line) {
        String text = Markup.read(line).text();
        assertThat(Markup.write(new PhoneNumbers(Set.of(country)).recognize(text)))
                .isEqualTo(line);
    }

    /** The numbering plans' own examples, of some 240 regions, in the ways in which they are written. */
    @Test
    void findsTheExampleNumbersOfAllRegions() {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (String region : plans.getSupportedRegions()) {
            for (PhoneNumberType type : List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)) {
                PhoneNumber number = plans.getExampleNumberForType(region, type);
                if (number == null) {
                    continue;
                }
                for (PhoneNumberFormat format :
                        List.of(PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL)) {
                    String written = plans.format(number, format);
                    String line = format == PhoneNumberFormat.NATIONAL
                            ? "please call [" + written + "](PHONE) today"
                            : "it is [" + written + "](PHONE), he said";
                    tried++;
                    String found = Markup.write(
                            new PhoneNumbers().recognize(Markup.read(line).text()));
                    if (!found.equals(line)) {
                        missed.add(region + ": " + found);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(1_400);
        // Numbers of four and five digits, as on a few islands, and those that may be dates.
        assertThat(missed).hasSizeLessThan(30);
        assertThat(missed).noneMatch(line -> line.contains("+"));
    }

    /** Each place is asked of every country's plan. */
    @ParameterizedTest
    @MethodSource("io.understudy.ner.RecognizerContract#hostileLines")
    void takesLinearTimeForAllCountriesToo(String unit) {
        String line = unit.repeat(100_000 / unit.length());
        EntityRecognizer all = new PhoneNumbers(Recognizers.countries());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> all.recognize(line));
    }
}
