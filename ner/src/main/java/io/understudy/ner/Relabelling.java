package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import java.util.List;

/** Drops the mentions that are not wanted and renames the rest. */
record Relabelling(EntityRecognizer recognizer, RecognizerOptions options) implements EntityRecognizer {

    @Override
    public AnnotatedText recognize(String text) {
        List<Mention> mentions = recognizer.recognize(text).mentions().stream()
                .filter(mention -> options.keeps(mention.label()))
                .map(mention -> mention.withLabel(options.renamed(mention.label())))
                .toList();
        return new AnnotatedText(text, mentions);
    }
}
