package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tool has no escape for is refused with its line; near misses are written as they are. */
class RefusedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rasa|see [x](Y)|holds brackets in the text that Rasa would read as markup, which has no escape for them;"
                        + " take it out, or use --to jsonl",
                "rasa|see [x]{\"entity\": \"y\"}|holds brackets in the text that Rasa would read as markup, which has no"
                        + " escape for them; take it out, or use --to jsonl",
                "rasa|' '|is blank, and Rasa has no blank examples; take it out, or use --to jsonl",
                "snips-yaml|see [x](y)|holds signs of Snips' markup, which has no escape for them; take it"
                        + " out, or use --to snips",
                "lex|a } b|holds a brace, which begins or ends a slot and has no escape; take it out, or use --to"
                        + " dialogflow-cx",
            })
    void itsLineIsTold(String format, String text, String problem) {
        assertThatThrownBy(() -> write(format, text, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text of example 'x' (notes.txt:7) " + problem);
        // An id that was made of the place says it already.
        assertThatThrownBy(() -> write(format, text, "notes-7")).hasMessage("the text of example 'notes-7' " + problem);
    }

    @Test
    void bracketsThatNobodyReadsAsMarkupStay() throws IOException {
        write("rasa", "see [x] and (y), a {z}", "x");
        write("snips-yaml", "see (y), a {z}", "x");
        write("lex", "see [x](y)", "x");
        write("alexa", "see [x](y), a {z}", "x");
    }

    private static void write(String format, String text, String id) throws IOException {
        CorpusWriter writer = Corpus.create(new ByteArrayOutputStream(), Corpus.format(format), FormatOptions.DEFAULT);
        writer.write(new Example(id, Optional.empty(), AnnotatedText.plain(text), new Original("notes.txt", 7)));
        writer.commit();
    }
}
