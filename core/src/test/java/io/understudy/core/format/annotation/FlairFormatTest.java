package io.understudy.core.format.annotation;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat;

class FlairFormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return new FlairFormat();
    }

    @Override
    protected boolean holds(Example example) {
        return hasWords(example) && isPlain(example) && !hasBlankLabel(example);
    }

    private static boolean isPlain(Example example) {
        return (example.text() + example.id()).indexOf('\0') < 0;
    }

    @Override
    protected AnnotatedText project(AnnotatedText annotated) {
        return withoutSpace(annotated);
    }

    @Override
    protected int longLine() {
        return 1000;
    }
}
