package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;

class SpacyDocFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new SpacyDocFormat();
    }

    @Override
    protected int longLine() {
        return 1000;
    }
}
