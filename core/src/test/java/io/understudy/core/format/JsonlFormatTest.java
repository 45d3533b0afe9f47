package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonlFormatTest extends FormatContract {

    @Override
    protected CorpusFormat format() {
        return new JsonlFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return true;
    }

    @Test
    void aLineIsWrittenAsTheContractSays() throws IOException {
        String line = "{\"id\":\"s-000001\",\"text\":\"Ada Byrne flies to Oslo on 3 May.\",\"intent\":\"book_flight\","
                + "\"spans\":[{\"start\":0,\"end\":9,\"label\":\"PERSON\",\"entity\":\"PERSON_1\"},"
                + "{\"start\":19,\"end\":23,\"label\":\"CITY\",\"role\":\"destination\",\"value\":\"Oslo\"},"
                + "{\"start\":27,\"end\":32,\"label\":\"DATE\"}],"
                + "\"provenance\":{\"origin\":\"synthetic\",\"generator\":\"templates\","
                + "\"template\":\"{PERSON_1} flies to {CITY_1} on {DATE_1}.\",\"seed\":1}}\n";
        List<Example> corpus = read(line);
        Synthetic synthetic = (Synthetic) corpus.get(0).provenance();
        assertThat(synthetic.template()).contains("{PERSON_1} flies to {CITY_1} on {DATE_1}.");
        assertThat(new String(write(corpus), StandardCharsets.UTF_8)).isEqualTo(line);
    }

    @Test
    void unknownKeysComeBackAsTheyWereWritten() throws IOException {
        String line = "{\"id\":\"a\",\"text\":\"😀 Ada\",\"spans\":[{\"start\":2,\"end\":5,\"label\":\"P\","
                + "\"score\":1.50,\"tokens\":[0, {\"x\":\"é\\n\"}]}],\"provenance\":{\"origin\":\"original\",\"corpus\":\"c\","
                + "\"line\":7,\"parent\":\"s-0\"},\"meta\":{ \"deep\": [[]] },\"n\":-0.0,\"none\":null,\"yes\":true}\n";
        assertThat(new String(write(read(line)), StandardCharsets.UTF_8)).isEqualTo(line);
    }

    @Test
    void onlyTheTextIsNeeded() throws IOException {
        List<Example> corpus = read("""

                 {"text":"a"}
                \t
                {"intent":null,"id":null,"spans":null,"text":""}
                {"id":12,"text":"c"}""");
        assertThat(corpus).extracting(Example::id).containsExactly("2", "4", "12");
        assertThat(corpus)
                .extracting(Example::provenance)
                .containsExactly(new Original("in.x", 2), new Original("in.x", 4), new Original("in.x", 5));
        assertThat(corpus.get(1).intent()).isEmpty();
    }

    @Test
    void spansMayComeInAnyOrder() throws IOException {
        Example example =
                read("{\"spans\":[{\"label\":\"B\",\"end\":4,\"start\":3},{\"start\":0,\"end\":2,\"label\":\"A\"}],"
                                + "\"text\":\"é😀 x\"}")
                        .get(0);
        assertThat(example.annotated().mentions())
                .extracting(mention -> mention.label() + mention.span().of(example.text()))
                .containsExactly("Aé😀", "Bx");
    }

    /** "é😀 Ada" has 6 code points, 7 UTF-16 units, 10 bytes (2 + 4 + 1 + 3) and 3 words. */
    @ParameterizedTest
    @CsvSource({"CODEPOINT,3,6", "UTF16,4,7", "BYTE,7,10", "TOKEN,2,3"})
    void offsetsAreInTheUnitAsked(OffsetUnit unit, int start, int end) throws IOException {
        String line = "{\"id\":\"1\",\"text\":\"é😀 Ada\",\"spans\":[{\"start\":%d,\"end\":%d,\"label\":\"PERSON\"}],"
                        .formatted(start, end)
                + "\"provenance\":{\"origin\":\"original\",\"corpus\":\"in.x\",\"line\":1}}\n";
        FormatOptions options = new FormatOptions(RecordUnit.LINE, Optional.of(unit));
        CorpusReader reader =
                format().read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), "in.x", options);
        Example example = reader.next();
        assertThat(example.annotated().surface(example.annotated().mentions().get(0)))
                .isEqualTo("Ada");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorpusWriter writer = format().write(out, options);
        writer.write(example);
        writer.commit();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(line);
    }

    @ParameterizedTest
    @EnumSource(
            value = OffsetUnit.class,
            names = {"CODEPOINT", "UTF16", "BYTE"})
    void everyUnitSaysEverySpan(OffsetUnit unit) throws IOException {
        FormatOptions options = new FormatOptions(RecordUnit.LINE, Optional.of(unit));
        for (long seed = 1; seed <= 300; seed++) {
            for (Example example : io.understudy.core.testing.Hostile.corpus(seed)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                CorpusWriter writer = format().write(out, options);
                writer.write(example);
                writer.commit();
                assertThat(format().read(new ByteArrayInputStream(out.toByteArray()), "f", options)
                                .next())
                        .as("seed " + seed)
                        .isEqualTo(example);
            }
        }
    }

    @Test
    void aMentionInsideAWordHasNoOffsetInWords() throws IOException {
        Example example = read("{\"text\":\"Oslo's\",\"spans\":[{\"start\":0,\"end\":4,\"label\":\"CITY\"}]}")
                .get(0);
        CorpusWriter writer = format().write(
                        new ByteArrayOutputStream(), new FormatOptions(RecordUnit.LINE, Optional.of(OffsetUnit.TOKEN)));
        assertThatThrownBy(() -> writer.write(example))
                .hasMessage("mention CITY[0,4) of 1 begins or ends inside a word; offsets in tokens cannot say it");
    }

    /** Another tool's key of the same name would be read in its place. */
    @Test
    void aKeyOfOursStandsOnce() throws IOException {
        Details details = new Details(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of("start", "7", "k", "1"));
        Example example = new Example(
                "x",
                Optional.empty(),
                AnnotatedText.builder().append("Ada", Label.PERSON, details).build(),
                new Original("f", 1),
                Map.of("text", "\"no\""));
        assertThat(new String(write(List.of(example)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"x\",\"text\":\"Ada\",\"spans\":[{\"start\":0,\"end\":3,\"label\":\"PERSON\",\"k\":1}],"
                                + "\"provenance\":{\"origin\":\"original\",\"corpus\":\"f\",\"line\":1}}\n");
    }
}
