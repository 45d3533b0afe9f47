package io.understudy.core.format.annotation;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat;
import java.util.List;

class WebAnnoFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new WebAnnoFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return hasWords(example) && isPlain(example);
    }

    private static boolean isPlain(Example example) {
        return (example.text() + example.id()).indexOf('\0') < 0;
    }

    @Override
    protected List<Object> seen(Example example) {
        return super.seen(withoutSpace(example));
    }

    @Override
    protected int longLine() {
        return 1000;
    }
}
