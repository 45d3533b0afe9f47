package io.understudy.core.format.annotation;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class LabelStudioPredictionsFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new LabelStudioPredictionsFormat();
    }

    /** That it was a prediction is kept as an unknown key. */
    @Override
    protected List<Object> seen(Example example) {
        Map<String, String> extra = new LinkedHashMap<>(example.extra());
        extra.remove("prediction");
        return super.seen(new Example(
                example.id(), example.intent(), example.annotated(), example.provenance(), extra, example.marks()));
    }
}
