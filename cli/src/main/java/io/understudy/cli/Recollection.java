package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where mentions were found, so that a corpus that is read again need not be searched again. 12 bytes for each mention
 * and 8 for each line; no text.
 */
final class Recollection {

    private int[] numbers = new int[1 << 10];
    private int size;
    private long[] lineEnds = new long[1 << 8];
    private int lines;
    private final List<Label> labels = new ArrayList<>();
    private final Map<Label, Integer> labelNumbers = new HashMap<>();

    int lines() {
        return lines;
    }

    void add(AnnotatedText line) {
        for (Mention mention : line.mentions()) {
            push(mention.start());
            push(mention.end());
            push(labelNumbers.computeIfAbsent(mention.label(), label -> {
                labels.add(label);
                return labels.size() - 1;
            }));
        }
        if (lines == lineEnds.length) {
            lineEnds = Arrays.copyOf(lineEnds, 2 * lines);
        }
        lineEnds[lines++] = size;
    }

    private void push(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /**
     * The example as it was when it was added: with the mentions that it has of its own, and those that were found.
     *
     * @param line its number, from 0 on
     */
    Example apply(int line, Example example) {
        int at = line == 0 ? 0 : (int) lineEnds[line - 1];
        Map<Span, Mention> own = new HashMap<>();
        example.annotated().mentions().forEach(mention -> own.put(mention.span(), mention));
        List<Mention> mentions = new ArrayList<>();
        while (at < lineEnds[line]) {
            Span span = new Span(numbers[at], numbers[at + 1]);
            mentions.add(own.getOrDefault(span, new Mention(span, labels.get(numbers[at + 2]))));
            at += 3;
        }
        return example.withAnnotated(new AnnotatedText(example.text(), mentions));
    }
}
