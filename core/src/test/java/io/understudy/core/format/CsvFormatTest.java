package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.format.CorpusFormat.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormatTest extends FormatContract {

    @Override
    protected CorpusFormat format() {
        return new CsvFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return true;
    }

    /** A number comes back as a string, so it is not carried; but it has its column. */
    @Override
    protected boolean isKeptAllTheSame(Part part) {
        return part == Part.UNKNOWN_KEYS;
    }

    @Test
    void spansAreInTheMarkupColumn() throws IOException {
        String file = """
                id,intent,text,markup
                a,greet,"Hi, Ada","Hi, [Ada](PERSON)"
                b,,"say ""hi""\",
                """;
        List<Example> corpus = read(file);
        assertThat(Markup.write(corpus.get(0).annotated())).isEqualTo("Hi, [Ada](PERSON)");
        assertThat(corpus.get(0).intent()).contains("greet");
        assertThat(corpus.get(1).text()).isEqualTo("say \"hi\"");
        assertThat(corpus.get(1).intent()).isEmpty();
        assertThat(new String(write(corpus), StandardCharsets.UTF_8)).isEqualTo(file);
    }

    @Test
    void oneColumnOfTextIsEnough() throws IOException {
        List<Example> corpus = read("Text\nAda\n\n\"a\nb\"\nBo");
        assertThat(corpus).extracting(Example::text).containsExactly("Ada", "a\nb", "Bo");
        assertThat(corpus).extracting(Example::id).containsExactly("2", "4", "6");
    }

    @Test
    void otherColumnsAreKeptAndWrittenBack() throws IOException {
        String file = "id,intent,text,markup,source,\"a,b\"\na,,Ada,,web,\"x\"\"y\"\nb,,Bo,,,2\n";
        List<Example> corpus = read(file);
        assertThat(corpus.get(0).extra()).isEqualTo(Map.of("source", "\"web\"", "a,b", "\"x\\\"y\""));
        assertThat(new String(write(corpus), StandardCharsets.UTF_8)).isEqualTo(file);
    }

    @Test
    void keysThatComeUpLaterAreCountedAsLost() throws IOException {
        CorpusWriter writer = format().write(new java.io.ByteArrayOutputStream(), FormatOptions.DEFAULT);
        writer.write(plain("a"));
        writer.write(new Example(
                "y", plain("a").intent(), plain("a").annotated(), plain("a").provenance(), Map.of("k", "1")));
        assertThat(writer.losses()).isEqualTo(Map.of("unknown keys", 1L));
    }
}
