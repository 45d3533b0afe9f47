package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;

class PresidioFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new PresidioFormat();
    }
}
