package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;

class SpacyJsonFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new SpacyJsonFormat();
    }

    @Override
    protected int longLine() {
        return 1000;
    }
}
