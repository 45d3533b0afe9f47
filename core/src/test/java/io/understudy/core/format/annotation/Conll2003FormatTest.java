package io.understudy.core.format.annotation;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;

class Conll2003FormatTest extends AnnotationContract {

    @Override
    protected CorpusFormat format() {
        return Corpus.format("conll2003");
    }

    @Override
    protected boolean holds(Example example) {
        return hasWords(example) && !hasBlankLabel(example);
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
