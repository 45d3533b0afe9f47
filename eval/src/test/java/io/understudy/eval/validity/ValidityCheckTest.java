package io.understudy.eval.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.Lines;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityCheckTest {

    private static String failures(ValidityCheck check) {
        return check.rules().entrySet().stream()
                .filter(rule -> rule.getValue().failed() > 0)
                .map(rule -> rule.getKey().key())
                .collect(Collectors.joining(" "));
    }

    private static String failures(String markup) {
        ValidityCheck check = new ValidityCheck();
        check.add(Lines.synthetic(1, markup));
        assertThat(check.invalid()).isEqualTo(failures(check).isEmpty() ? 0 : 1);
        return failures(check);
    }

    @ParameterizedTest(name = "{0} fails {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            nullValues = "-",
            textBlock = """
            [Ada](PERSON) rows|-
            [Ada ](PERSON)rows|surface
            [ Ada](PERSON) rows|surface
            [ ](PERSON) rows|surface bio
              |not_empty
            {PERSON_1} rows|slot_filled
            to {music_item_12}|slot_filled
            {PERSON} rows|-
            {1} and {_1} and {a b_1}|-
            a } b_1 { c|-
            if {x} then {CITY_2}|slot_filled
            tab\tand line\\nbreak|-
            pay [4539 1488 0343 6467](CREDIT_CARD)|-
            pay [4539148803436467](CREDIT_CARD)|-
            pay [4539 1488 0343 6468](CREDIT_CARD)|checksum
            pay [12](CREDIT_CARD)|checksum
            pay [4539 1488 0343 6468](ID)|-
            to [GB33 BUKB 2020 1555 5555 55](IBAN)|-
            to [gb33bukb20201555555555](IBAN)|-
            to [GB34 BUKB 2020 1555 5555 55](IBAN)|checksum
            to [GB33](IBAN)|checksum
            """)
    void asksEachLine(String markup, String failed) {
        assertThat(failures(markup)).isEqualTo(failed == null ? "" : failed);
    }

    @ParameterizedTest
    @CsvSource({"'a\uD800b', characters", "'\uDC00', characters", "'a\u0007', characters", "'\uD83D\uDE00', ''"})
    void refusesHalfPairsAndControls(String text, String failed) {
        ValidityCheck check = new ValidityCheck();
        check.add(Lines.synthetic(1, "x").withAnnotated(AnnotatedText.plain(text)));
        assertThat(failures(check)).isEqualTo(failed);
    }

    @Test
    void countsLinesWithOneIdOnce() {
        ValidityCheck check = new ValidityCheck();
        check.add(Lines.synthetic(1, "a"));
        check.add(Lines.synthetic(2, "b"));
        check.add(Lines.synthetic(1, "c"));
        assertThat(failures(check)).isEqualTo("distinct_id");
        assertThat(check.invalid()).isEqualTo(1);
        assertThat(check.lines()).isEqualTo(3);
    }
}
