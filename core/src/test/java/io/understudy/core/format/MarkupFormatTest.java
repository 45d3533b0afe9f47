package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkupFormatTest extends FormatContract {

    @Override
    protected CorpusFormat format() {
        return new MarkupFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return !Markup.write(example.annotated()).isBlank();
    }

    @Test
    void aLineIsMarkup() throws IOException {
        String line = "[Ada](PERSON) lives in [Oslo](CITY).\n";
        Example example = read(line).get(0);
        assertThat(example.text()).isEqualTo("Ada lives in Oslo.");
        assertThat(example.id()).isEqualTo("in-1");
        assertThat(new String(write(read(line)), StandardCharsets.UTF_8)).isEqualTo(line);
    }
}
