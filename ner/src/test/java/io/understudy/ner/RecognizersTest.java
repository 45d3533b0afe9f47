package io.understudy.ner;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Label;
import io.understudy.core.Markup;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecognizersTest implements RecognizerContract {

    private static final String TEXT = "Ada Byrne of Acme Corporation flew to Oslo on 3 May, see ada@example.org.";

    @Override
    public EntityRecognizer recognizer() {
        return Recognizers.standard();
    }

    @Override
    public int hostileLength() {
        return 40_000;
    }

    @Test
    void findsNamesAndFormsTogether() {
        assertThat(markup(RecognizerOptions.DEFAULT))
                .isEqualTo("[Ada Byrne](PERSON) of [Acme Corporation](ORGANIZATION) flew to [Oslo](LOCATION) on"
                        + " [3 May](DATE), see [ada@example.org](EMAIL).");
    }

    @Test
    void keepsOnlyTheLabelsAskedFor() {
        assertThat(markup(RecognizerOptions.DEFAULT.withKeep(Set.of(Label.EMAIL, Label.PERSON))))
                .isEqualTo(
                        "[Ada Byrne](PERSON) of Acme Corporation flew to Oslo on 3 May, see [ada@example.org](EMAIL).");
    }

    @Test
    void renamesLabelsAndKeepsThemUnderEitherName() {
        RecognizerOptions options = RecognizerOptions.DEFAULT.withRename(Map.of(Label.LOCATION, Label.CITY));
        String expected = "Ada Byrne of Acme Corporation flew to [Oslo](CITY) on 3 May, see ada@example.org.";
        assertThat(markup(options.withKeep(Set.of(Label.CITY)))).isEqualTo(expected);
        assertThat(markup(options.withKeep(Set.of(Label.LOCATION)))).isEqualTo(expected);
    }

    @Test
    void findsNothingWhereNoLabelIsKnown() {
        assertThat(markup(RecognizerOptions.DEFAULT.withKeep(Set.of(new Label("PLANET")))))
                .isEqualTo(TEXT);
    }

    @Test
    void listsTheLabelsThatItMayGive() {
        assertThat(Recognizers.labels(RecognizerOptions.DEFAULT))
                .extracting(Label::name)
                .containsExactly(
                        "ADDRESS",
                        "AGE",
                        "CREDIT_CARD",
                        "DATE",
                        "DURATION",
                        "EMAIL",
                        "IBAN",
                        "IP_ADDRESS",
                        "LOCATION",
                        "MONEY",
                        "NUMBER",
                        "ORDINAL",
                        "ORGANIZATION",
                        "PERCENT",
                        "PERSON",
                        "PHONE",
                        "TIME",
                        "URL");
    }

    private static String markup(RecognizerOptions options) {
        return Markup.write(Recognizers.standard(options).recognize(TEXT));
    }
}
