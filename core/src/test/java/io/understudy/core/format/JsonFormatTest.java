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

class JsonFormatTest extends FormatContract {

    static LongStream seeds() {
        return Hostile.seeds(100);
    }

    @Override
    protected CorpusFormat format() {
        return new JsonFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return true;
    }

    /** Numbers of unknown keys may be written otherwise. */
    @Override
    protected List<Object> seen(Example example) {
        return super.seen(example).stream()
                .map(each -> (Object) each.toString()
                        .replace(" ", "")
                        .replace("-1e5", "-1E+5")
                        .replace("\\ud83d\\ude00", "😀"))
                .toList();
    }

    @Test
    void objectsStandInAnArray() throws IOException {
        String file = """
                [
                {"id":"a","text":"Ada","spans":[{"start":0,"end":3,"label":"PERSON"}],"provenance":{"origin":"original","corpus":"f","line":1}},
                {"id":"b","text":"Bo","spans":[],"provenance":{"origin":"original","corpus":"f","line":2},"k":2.50}
                ]
                """;
        List<Example> corpus = read(file);
        assertThat(corpus).extracting(Example::text).containsExactly("Ada", "Bo");
        assertThat(new String(write(corpus), StandardCharsets.UTF_8)).isEqualTo(file);
        assertThat(new String(write(List.of()), StandardCharsets.UTF_8)).isEqualTo("[]\n");
        assertThat(read("[]")).isEmpty();
        assertThat(read("[{\"text\":\"Ada\"},\n{\"text\":\"Bo\"}]"))
                .extracting(Example::id)
                .containsExactly("in-1", "in-2");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertThatThrownBy(() -> read("[{\"text\":\"Ada\"},\n{\"text\":1}]"))
                .hasMessage("in.x:2: item 2: 'text' is a number; expected a string");
        assertThatThrownBy(() -> read("[{\"id\":\"a\",\"text\":\"Ada\"},\n{\"id\":\"a\",\"text\":\"Bo\"}]"))
                .hasMessage("in.x:2: duplicate id 'a'; expected an id of its own for each line");
        assertThatThrownBy(() -> read("{\"text\":\"Ada\"}"))
                .hasMessage("in.x:1: the file is an object; expected a JSON array");
    }
}
