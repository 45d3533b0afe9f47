package io.understudy.core.format.annotation;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat;
import java.util.List;

class GlinerFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new GlinerFormat();
    }

    @Override
    protected int longLine() {
        return 1000;
    }

    @Override
    protected List<Object> seen(Example example) {
        return super.seen(withoutSpace(example));
    }
}
