package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;

class LabelStudioFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new LabelStudioFormat();
    }
}
