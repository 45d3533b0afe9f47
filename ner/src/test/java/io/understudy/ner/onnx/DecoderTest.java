package io.understudy.ner.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Markup;
import io.understudy.ner.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    /** Each word of the text is a piece; the tag given has probability .9. */
    private static String decode(String text, String tagNames) {
        String[] words = text.split(" ", -1);
        List<Tag> tags = Arrays.stream(tagNames.split(" ", -1)).map(Tag::of).toList();
        int[] starts = new int[words.length];
        int[] ends = new int[words.length];
        long[] numbers = new long[words.length];
        float[][] rows = new float[words.length][tags.size()];
        int at = 0;
        for (int i = 0; i < words.length; i++) {
            starts[i] = at;
            ends[i] = at + words[i].length();
            at = ends[i] + 1;
            numbers[i] = i;
            rows[i][i] = 0.9f;
        }
        Encoded encoded = new Encoded(new long[0], new long[words.length], starts, ends, numbers, new long[0]);
        List<Finding> found = new Decoder(tags, Aggregation.FIRST).decode(text, encoded, rows);
        return Markup.write(
                new AnnotatedText(text, found.stream().map(Finding::mention).collect(Collectors.toList())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BIO,            O B-PER I-PER O,         Hi [Ada Byrne](PERSON) there",
        "two in a row,   O B-PER B-PER O,         Hi [Ada](PERSON) [Byrne](PERSON) there",
        "IOB1,           O I-PER I-PER O,         Hi [Ada Byrne](PERSON) there",
        "another label,  O B-PER I-LOC O,         Hi [Ada](PERSON) [Byrne](LOCATION) there",
        "bare labels,    O PERSON PERSON O,       Hi [Ada Byrne](PERSON) there",
        "BILOU,          O B-PER L-PER U-LOC,     Hi [Ada Byrne](PERSON) [there](LOCATION)",
        "BIOES,          S-ORG B-GPE E-GPE I-GPE, [Hi](ORGANIZATION) [Ada Byrne](LOCATION) [there](LOCATION)",
        "after a single, O S-PER I-PER O,         Hi [Ada](PERSON) [Byrne](PERSON) there",
        "at the end,     O O O B-MISC,            Hi Ada Byrne [there](MISC)",
        "none,           O O O O,                 Hi Ada Byrne there"
    })
    void joinsTagsToMentions(String name, String tags, String markup) {
        assertThat(decode("Hi Ada Byrne there", tags)).isEqualTo(markup);
    }

    private static final List<Tag> TWO = List.of(Tag.of("O"), Tag.of("B-PER"));

    /** One word of three pieces that disagree. */
    private static List<Finding> aggregate(Aggregation aggregation) {
        Encoded encoded = new Encoded(
                new long[0], new long[3], new int[] {0, 2, 4}, new int[] {2, 4, 6}, new long[] {7, 7, 7}, new long[0]);
        float[][] rows = {{0.4f, 0.6f}, {0.95f, 0.05f}, {0.3f, 0.7f}};
        return new Decoder(TWO, aggregation).decode("abcdef", encoded, rows);
    }

    @Test
    void firstTakesTheFirstPiece() {
        assertThat(aggregate(Aggregation.FIRST)).singleElement().satisfies(each -> {
            assertThat(each.mention().end()).isEqualTo(6);
            assertThat(each.score()).isEqualTo(0.6f);
        });
    }

    @Test
    void simpleTakesEachPiece() {
        assertThat(aggregate(Aggregation.SIMPLE))
                .extracting(each -> each.mention().start())
                .containsExactly(0, 4);
    }

    @Test
    void maxTakesTheSurestPiece() {
        // The second piece is surest, and says outside.
        assertThat(aggregate(Aggregation.MAX)).isEmpty();
    }

    @Test
    void averageTakesTheMean() {
        // (.4 + .95 + .3) / 3 = .55 for outside.
        assertThat(aggregate(Aggregation.AVERAGE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 62, 63, 64, 100, 500, 1_001})
    void windowsOwnEveryPieceOnce(int pieces) {
        long[] words = new long[pieces];
        for (int i = 0; i < pieces; i++) {
            words[i] = i / 3;
        }
        List<Integer> owned = new ArrayList<>();
        for (Window window : Window.over(words, 62, 16)) {
            assertThat(window.length()).isBetween(1, 62);
            assertThat(window.ownFrom()).isGreaterThanOrEqualTo(window.from());
            assertThat(window.ownTo()).isLessThanOrEqualTo(window.to());
            // A window begins at the start of a word: no piece of a word is read without its first.
            assertThat(window.from() == 0 || words[window.from()] != words[window.from() - 1])
                    .isTrue();
            for (int i = window.ownFrom(); i < window.ownTo(); i++) {
                owned.add(i);
            }
        }
        assertThat(owned).hasSize(pieces).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void windowsEndInsideAWordThatIsLongerThanAWindow() {
        assertThat(Window.over(new long[1_000], 62, 16).get(0).to()).isEqualTo(62);
    }
}
