package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;

class OpenNerFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new OpenNerFormat();
    }
}
