package io.understudy.eval.utility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTest {

    private static List<Chunk> chunks(String tags) {
        return Chunk.of(List.of(tags.split(" ")));
    }

    /** As conlleval reads them: an inside tag that follows nothing of its label begins a chunk. */
    @ParameterizedTest
    @CsvSource({
        "O O, ''",
        "B-PER I-PER O B-LOC, 0-2 PER; 3-4 LOC",
        "I-PER I-PER O B-ORG, 0-2 PER; 3-4 ORG",
        "B-PER B-PER I-PER, 0-1 PER; 1-3 PER",
        "B-PER I-LOC I-LOC, 0-1 PER; 1-3 LOC",
        "O I-PER, 1-2 PER",
    })
    void areReadFromTags(String tags, String expected) {
        assertThat(String.join(
                        "; ",
                        chunks(tags).stream()
                                .map(chunk -> chunk.from() + "-" + chunk.to() + " " + chunk.label())
                                .toList()))
                .isEqualTo(expected);
    }

    /** One of two right on each side: precision, recall and F1 are a half. */
    @Test
    void areScoredExactly() {
        Counts counts = Counts.of(chunks("B-PER I-PER O B-LOC"), chunks("I-PER I-PER O B-ORG"));
        assertThat(counts).isEqualTo(new Counts(1, 2, 2));
        assertThat(counts.f1()).isEqualTo(0.5);
        assertThat(Counts.NONE.f1()).isNaN();
    }

    @Test
    void comeFromMentionsWordByWord() {
        Tagged line = Tagged.of(Markup.read("[Ada Byrne](PERSON), not [Ada](PERSON)[Oslo](CITY)ian"));
        assertThat(line.tags()).containsExactly("B-PERSON", "I-PERSON", "O", "O", "B-PERSON");
    }
}
