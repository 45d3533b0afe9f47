package io.understudy.core.format.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusFormat;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LabelStudioFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new LabelStudioFormat();
    }

    /** As its converter writes JSON_MIN: the values of the results, and nothing around them. */
    @Test
    void aSpanOfJsonMinHasNoKeysBesideItsOwn() throws IOException {
        Example example = read("[{\"id\":1,\"text\":\"😀 Ada\",\"label\":[{\"start\":3,\"end\":6,\"text\":\"Ada\","
                        + "\"labels\":[\"PERSON\"]}],\"annotator\":2}]")
                .get(0);
        Mention mention = example.annotated().mentions().get(0);
        assertThat(example.annotated().surface(mention)).isEqualTo("Ada");
        assertThat(mention.details().isNone()).isTrue();
        assertThat(example.extra()).containsEntry("annotator", "2");
    }
}
