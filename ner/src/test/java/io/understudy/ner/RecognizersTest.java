package io.understudy.ner;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Label;
import io.understudy.core.Markup;
import java.util.List;
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
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("ADDRESS", "API_KEY", "CREDIT_CARD", "DATE", "EMAIL", "LOCATION", "NATIONALITY", "PERSON")
                .contains("PL_PESEL", "POSTCODE", "TITLE", "URL", "USERNAME", "US_SSN", "VEHICLE_PLATE");
    }

    @Test
    void findsAgainWhatItFoundOnce() {
        assertThat(Markup.write(Recognizers.standard()
                        .recognize("Ada Byrne of Acme Corporation wrote. Later Byrne (Acme Corporation) called.")))
                .isEqualTo("[Ada Byrne](PERSON) of [Acme Corporation](ORGANIZATION) wrote. Later [Byrne](PERSON)"
                        + " ([Acme Corporation](ORGANIZATION)) called.");
    }

    @Test
    void theUsersListsHaveTheLastWord() {
        RecognizerOptions options = RecognizerOptions.DEFAULT.withPhrases(List.of(
                new PhraseList(new Label("PROJECT"), PhraseList.Role.FIND, List.of("blue heron")),
                new PhraseList(new Label("CLIENT"), PhraseList.Role.ALWAYS, List.of("acme")),
                new PhraseList(Label.MISC, PhraseList.Role.NEVER, List.of("OSLO"))));
        assertThat(Markup.write(Recognizers.standard(options)
                        .recognize("Ada Byrne of Acme Corporation took Blue  Heron to Oslo.")))
                .isEqualTo("[Ada Byrne](PERSON) of [Acme](CLIENT) Corporation took [Blue  Heron](PROJECT) to Oslo.");
    }

    @Test
    void leavesOutWhatIsBelowTheThreshold() {
        assertThat(Recognizers.standard(RecognizerOptions.DEFAULT.withKeep(Set.of(new Label("PL_PESEL"))))
                        .findings("the number 44051401359"))
                .extracting(Finding::score)
                .containsExactly(0.45);
        assertThat(Recognizers.standard(RecognizerOptions.DEFAULT
                                .withKeep(Set.of(new Label("PL_PESEL")))
                                .withThresholds(Map.of(new Label("PL_PESEL"), 0.5)))
                        .recognize("the number 44051401359")
                        .mentions())
                .isEmpty();
    }

    private static String markup(RecognizerOptions options) {
        return Markup.write(Recognizers.standard(options).recognize(TEXT));
    }
}
