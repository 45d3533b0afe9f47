package io.understudy.formats;

import io.understudy.core.format.annotation.AnnotationContract;

/** The contract for files that are no text. */
abstract class BinaryContract extends AnnotationContract {

    @Override
    protected boolean isText() {
        return false;
    }

    @Override
    protected int longLine() {
        return 200;
    }
}
