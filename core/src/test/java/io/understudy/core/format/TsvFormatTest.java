package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Example;
import io.understudy.core.testing.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TsvFormatTest extends FormatContract {

    static LongStream seeds() {
        return Hostile.seeds(100);
    }

    @Override
    protected CorpusFormat format() {
        return new TsvFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return true;
    }

    /** As for csv. */
    @Override
    protected boolean isKeptAllTheSame(CorpusFormat.Part part) {
        return part == CorpusFormat.Part.UNKNOWN_KEYS;
    }

    @Test
    void tabsPartCells() throws IOException {
        String file = "id\tintent\ttext\tmarkup\na\tgreet\tHi, Ada\tHi, [Ada](PERSON)\nb\t\t\"a\tb\"\t\n";
        List<Example> corpus = read(file);
        assertThat(corpus).extracting(Example::text).containsExactly("Hi, Ada", "a\tb");
        assertThat(new String(write(corpus), StandardCharsets.UTF_8)).isEqualTo(file);
        assertThatThrownBy(() -> read("id\ttext\na\n")).hasMessage("in.x:2: 1 cells; the header has 2 columns");
    }
}
