package io.understudy.ner.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.ner.Casing;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.LoadListener;
import io.understudy.ner.RecognizerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrfRecognizerTest implements RecognizerContract {

    @Override
    public EntityRecognizer recognizer() {
        return new CrfRecognizer(Casing.AUTOMATIC, LoadListener.SILENT);
    }

    /** A megabyte of names would take the model ten seconds a line. */
    @Override
    public int hostileLength() {
        return 50_000;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Ada Lovelace](PERSON) was born in [London](LOCATION).",
                "\ud83d\ude00\ud83d\ude00 [Ada Lovelace](PERSON) was born in [London](LOCATION).",
                "She joined [Microsoft](ORGANIZATION) in [New York](LOCATION).",
                "Mr. [O'Neil](PERSON)'s office in [New York](LOCATION)",
                "book a flight from [london](LOCATION) to [paris](LOCATION) for [john smith](PERSON)",
                "BOOK A FLIGHT FROM [LONDON](LOCATION) TO [PARIS](LOCATION) FOR [JOHN SMITH](PERSON)",
                "Please book a flight to [paris](LOCATION) for [john smith](PERSON)",
                "please will you march in may",
            })
    void findsNamesInAnyCase(String line) {
        assertThat(Markup.write(recognizer().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    @Test
    void findsNoNamesInSmallLettersWithTheCasedModel() {
        EntityRecognizer cased = new CrfRecognizer(Casing.CASED, LoadListener.SILENT);
        assertThat(cased.recognize("can ada byrne meet me in oslo").mentions()).isEmpty();
    }

    @Test
    void neverJoinsNamesAcrossALineBreak() {
        AnnotatedText found = recognizer().recognize("Lives in:\nNew York\nUnited States\n");
        assertThat(found.mentions())
                .allSatisfy(mention -> assertThat(found.surface(mention)).doesNotContain("\n"));
        assertThat(found.mentions()).extracting(found::surface).contains("United States");
    }

    @Test
    void keepsOffsetsInTextThatIsCutIntoPieces() {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        for (int i = 0; i < 200; i++) {
            builder.append("\ud83d\ude00 Last year ").append("Ada Lovelace", Label.PERSON);
            builder.append(" moved to ").append("London", Label.LOCATION).append(" and was happy there.\n");
        }
        AnnotatedText text = builder.build();
        assertThat(text.text().length()).isGreaterThan(6 * Pieces.LIMIT);
        assertThat(recognizer().recognize(text.text())).isEqualTo(text);
    }

    /**
     * Out of the box the CRF learns lower-case words as it reads: what it finds in a text changes with the texts
     * before.
     */
    @Test
    void learnsNothingFromTheTextsBefore() {
        String text = "Grove said Marsh Field and Stone Bridge met Baker Rose at Hill House.";
        AnnotatedText before = recognizer().recognize(text);
        recognizer().recognize("Here grove marsh field stone bridge baker rose hill house are words, said Ada.");
        assertThat(recognizer().recognize(text)).isEqualTo(before);
        assertThat(CrfModel.CASED.get(LoadListener.SILENT).flags.maxAdditionalKnownLCWords)
                .isZero();
    }
}
