package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.testing.Hostile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatedTextTest {

    /** The text is "x😀 Ada": 7 UTF-16 units, of which 1 and 2 are a pair. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 8|mention A[4,8) ends outside the text, which has 7 UTF-16 units",
                "2 3|mention A[2,3) cuts a surrogate pair",
                "0 2|mention A[0,2) cuts a surrogate pair",
                "0 3 1 4|mentions A[0,3) and A[1,4) overlap",
                "4 7 4 7|mentions A[4,7) and A[4,7) overlap",
                "4 7 0 1|mentions A[4,7) and A[0,1) are out of order",
            })
    void whatIsWrongIsSaidWithoutTheText(String offsets, String message) {
        List<Mention> mentions = mentions(offsets);
        assertThatThrownBy(() -> new AnnotatedText("x😀 Ada", mentions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"0 1", "1 3", "0 3", "0 1 1 3 3 4 4 7", "0 7"})
    void mentionsMayTouchAndHoldPairs(String offsets) {
        AnnotatedText annotated = new AnnotatedText("x😀 Ada", mentions(offsets));
        assertThat(annotated.mentions()).isEqualTo(mentions(offsets));
    }

    @Test
    void sortedTakesAnyOrder() {
        List<Mention> mentions = mentions("4 7 0 1");
        assertThat(AnnotatedText.sorted("x😀 Ada", mentions).mentions())
                .containsExactly(mentions.get(1), mentions.get(0));
    }

    @Test
    void theListIsACopy() {
        List<Mention> mentions = new ArrayList<>(mentions("0 1"));
        AnnotatedText annotated = new AnnotatedText("Ada", mentions);
        mentions.clear();
        assertThat(annotated.mentions()).hasSize(1);
        assertThatThrownBy(() -> annotated.mentions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theBuilderComputesOffsets() {
        AnnotatedText annotated = AnnotatedText.builder()
                .append("")
                .append("Ada", Label.PERSON, Details.NONE.withRole("guest"))
                .append(" in ")
                .append("😀", Label.CITY)
                .append("Oslo", Label.CITY)
                .build();
        assertThat(annotated.text()).isEqualTo("Ada in 😀Oslo");
        assertThat(annotated.mentions()).extracting(annotated::surface).containsExactly("Ada", "😀", "Oslo");
        assertThat(annotated.mentions().get(0).details().role()).contains("guest");
        assertThatThrownBy(() -> AnnotatedText.builder().append("", Label.CITY))
                .hasMessage("span 0..0 is empty; expected end > start");
    }

    @Test
    void theBuilderSaysWhatItWasGiven() {
        for (long seed = 1; seed <= 500; seed++) {
            AnnotatedText annotated = Hostile.annotated(Seeds.random(seed, 0));
            AnnotatedText.Builder builder = AnnotatedText.builder();
            int at = 0;
            for (Mention mention : annotated.mentions()) {
                builder.append(annotated.text().substring(at, mention.start()));
                builder.append(annotated.surface(mention), mention.label(), mention.details());
                at = mention.end();
            }
            builder.append(annotated.text().substring(at));
            assertThat(builder.build()).as("seed " + seed).isEqualTo(annotated);
        }
    }

    private static List<Mention> mentions(String offsets) {
        String[] numbers = offsets.split(" ", -1);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            mentions.add(new Mention(Integer.parseInt(numbers[i]), Integer.parseInt(numbers[i + 1]), new Label("A")));
        }
        return mentions;
    }
}
