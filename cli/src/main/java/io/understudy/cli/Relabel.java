package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops and renames labels.
 *
 * @param keep labels to keep, under their old or their new name; empty: all
 * @param rename old name to new name
 */
record Relabel(Set<Label> keep, Map<Label, Label> rename) {

    Example apply(Example example) {
        if (keep.isEmpty() && rename.isEmpty()) {
            return example;
        }
        List<Mention> mentions = example.annotated().mentions().stream()
                .filter(mention -> keeps(mention.label()))
                .map(mention -> mention.withLabel(rename.getOrDefault(mention.label(), mention.label())))
                .toList();
        List<Mark> marks = example.marks().stream()
                .filter(mark -> keeps(mark.label()))
                .map(mark -> mark.withLabel(rename.getOrDefault(mark.label(), mark.label())))
                .toList();
        return example.withAnnotated(new AnnotatedText(example.text(), mentions))
                .withMarks(marks);
    }

    boolean keeps(Label label) {
        return keep.isEmpty() || keep.contains(label) || keep.contains(rename.getOrDefault(label, label));
    }
}
