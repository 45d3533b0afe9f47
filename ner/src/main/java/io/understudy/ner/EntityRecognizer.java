package io.understudy.ner;

import io.understudy.core.AnnotatedText;

/** Finds mentions in text. Thread-safe: one recognizer is shared by all threads. */
@FunctionalInterface
public interface EntityRecognizer {

    /** The same text with the mentions found in it. */
    AnnotatedText recognize(String text);
}
