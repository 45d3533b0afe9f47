package io.understudy.eval.utility;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The bar that a generator has to clear: lines of the corpus with each mention replaced by another of the same label
 * that the corpus has. Dai and Adel, "An Analysis of Simple Data Augmentation for Named Entity Recognition", 2020.
 */
final class MentionReplacement {

    private final List<Example> lines;
    private final Map<Label, List<String>> surfaces = new LinkedHashMap<>();

    MentionReplacement(List<Example> lines) {
        this.lines = lines;
        Map<Label, Set<String>> distinct = new LinkedHashMap<>();
        for (Example line : lines) {
            for (Mention mention : line.annotated().mentions()) {
                distinct.computeIfAbsent(mention.label(), label -> new LinkedHashSet<>())
                        .add(line.annotated().surface(mention));
            }
        }
        distinct.forEach((label, all) -> surfaces.put(label, List.copyOf(all)));
    }

    /** As many lines as asked for, from each line of the corpus in turn. */
    List<Example> make(int count, SplittableRandom random) {
        List<Example> made = new ArrayList<>(count);
        for (int i = 0; i < count && !lines.isEmpty(); i++) {
            Example line = lines.get(i % lines.size());
            made.add(line.withAnnotated(replaced(line.annotated(), random)));
        }
        return made;
    }

    private AnnotatedText replaced(AnnotatedText line, SplittableRandom random) {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        int at = 0;
        for (Mention mention : line.mentions()) {
            builder.append(line.text().substring(at, mention.start()));
            List<String> choices = surfaces.get(mention.label());
            builder.append(choices.get(random.nextInt(choices.size())), mention.label());
            at = mention.end();
        }
        return builder.append(line.text().substring(at)).build();
    }
}
