package io.understudy.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> VERBS = List.of("annotate", "convert", "evaluate", "formats", "generate");

    @ParameterizedTest
    @CsvSource({
        "generat,generate",
        "genreate,generate",
        "GENERATE,generate",
        "anotate,annotate",
        "format,formats",
        "evalute,evaluate",
        "help,''",
        "x,''",
        "'',''"
    })
    void theNearestKnownName(String typed, String nearest) {
        assertThat(Nearest.of(typed, VERBS).orElse("")).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"a,a,0", "ab,ba,1", "kitten,sitting,3", "'',abc,3", "ca,abc,3"})
    void editsAreCounted(String a, String b, int edits) {
        assertThat(Nearest.edits(a, b)).isEqualTo(edits);
        assertThat(Nearest.edits(b, a)).isEqualTo(edits);
    }

    @Test
    void theFirstOfEqualsIsTaken() {
        assertThat(Nearest.of("cat", List.of("bat", "hat"))).contains("bat");
        assertThat(Nearest.of("cat", List.of())).isEmpty();
    }

    @Test
    void theMessageListsTheChoices() {
        assertThat(Nearest.unknown("verb", "convrt", List.of("convert", "run")))
                .isEqualTo("unknown verb 'convrt'; did you mean 'convert'? have: convert, run");
        assertThat(Nearest.unknown("verb", "x", List.of("convert", "run")))
                .isEqualTo("unknown verb 'x'; have: convert, run");
        assertThat(Nearest.unknown("alias", "x", List.of())).isEqualTo("unknown alias 'x'; there is none");
    }
}
