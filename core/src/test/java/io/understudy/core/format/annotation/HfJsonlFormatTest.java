package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;

class HfJsonlFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new HfJsonlFormat();
    }

    @Override
    protected int longLine() {
        return 1000;
    }
}
