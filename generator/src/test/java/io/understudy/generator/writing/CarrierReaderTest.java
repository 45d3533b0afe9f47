package io.understudy.generator.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Template;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.prompts.Output;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierReaderTest {

    private static final Template WANTED = Template.parse("{PERSON_1} flies to {CITY_1}, {PERSON_1} said.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "To {CITY_1} goes {PERSON_1}. | To {CITY_1} goes {PERSON_1}.",
                "{PERSON_1} and {PERSON_1} in {CITY_1} | {PERSON_1} and {PERSON_1} in {CITY_1}",
                "{ person_1 } in {{CITY_1}} | {PERSON_1} in {CITY_1}",
                "{Person 1} in {city-1} | {PERSON_1} in {CITY_1}",
                "[PERSON_1] in <CITY_1> | {PERSON_1} in {CITY_1}",
                "[sic] {PERSON_1} <3 {CITY_1} | [sic] {PERSON_1} <3 {CITY_1}",
                "\\{x\\} {PERSON_1} {CITY_1} | \\{x\\} {PERSON_1} {CITY_1}",
            })
    void aCarrierHoldsTheSlotsHoweverTheyAreWritten(String text, String carrier) {
        assertThat(CarrierReader.read(text, WANTED))
                .isInstanceOfSatisfying(
                        CarrierReader.Result.Carrier.class,
                        read -> assertThat(read.template()).hasToString(carrier));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Somebody flies to {CITY_1}. | slots_missing",
                "Somebody flies somewhere. | slots_missing",
                "{PERSON_1} from {CITY_1} to {CITY_1} | slots_repeated",
                "{PERSON_1} {PERSON_1} {PERSON_1} {CITY_1} | slots_repeated",
                "{PERSON_1} from {CITY_2} to {CITY_1} | slots_foreign",
                "{PERSON_1} from {} to {CITY_1} | stray_brace",
                "{PERSON_1} to {CITY_1 | stray_brace",
                "{PERSON_1} to CITY_1} {CITY_1} | stray_brace",
            })
    void whatLostASlotIsRefused(String text, String reason) {
        assertThat(CarrierReader.read(text, WANTED)).isEqualTo(new CarrierReader.Result.Refused(reason));
    }

    @Test
    void slotsKeepWhatIsKnownOfThem() {
        assertThat(CarrierReader.read("{CITY_1}, {PERSON_1}", WANTED))
                .isInstanceOfSatisfying(
                        CarrierReader.Result.Carrier.class,
                        read -> assertThat(read.template().distinctSlots()).isEqualTo(WANTED.distinctSlots()));
    }

    private static List<String> texts(String reply, Finish finish) {
        return ReplyReader.texts(new Reply(reply, Usage.NONE, finish), Output.LINES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\nb | a;b",
                "1. a\\n2) b\\n(3) c | a;b;c",
                "- a\\n* b\\n\\n• c | a;b;c",
                "\"a\"\\n“b” | a;b",
                "```\\na\\nb\\n``` | a;b",
                "Sure!\\n```json\\n{\"lines\": [\"a\", \"b\"]}\\n``` | a;b",
                "<think>hm\\nx</think>\\na | a",
                "{\"lines\": [\"a\", \"b {X_1}\"]} | a;b {X_1}",
                "[\"a\", \"b\"] | a;b",
                "{\"lines\": [{\"text\": \"a\"}, {\"text\": \"b\"}]} | a;b",
                "{\"lines\": [\"a\\u00e9\", \"b\", \"c | a\u00e9;b",
                "{X_1} comes first\\nand {X_1} last | {X_1} comes first;and {X_1} last",
                "'' | ",
            })
    void aReplyIsTakenApartHoweverItIsDressed(String reply, String expected) {
        assertThat(String.join(";", texts(reply.replace("\\n", "\n"), Finish.STOP)))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void theLastLineOfAReplyThatWasCutIsLeftOut() {
        assertThat(texts("a\nb\nc is cu", Finish.LENGTH)).containsExactly("a", "b");
        assertThat(texts("{\"lines\": [\"a\", \"b\", \"c is cu", Finish.LENGTH)).containsExactly("a", "b");
    }

    @Test
    void aDocumentStaysInOnePiece() {
        assertThat(ReplyReader.texts(new Reply("a\n\n- b\n", Usage.NONE, Finish.STOP), Output.TEXT))
                .containsExactly("a\n\n- b");
    }
}
