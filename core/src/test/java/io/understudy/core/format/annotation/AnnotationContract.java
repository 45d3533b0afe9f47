package io.understudy.core.format.annotation;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.FormatContract;
import io.understudy.core.format.Json;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contract for formats that write JSON anew: unknown keys are equal as values, not as text. Marks are compared as
 * far as the format carries what they say.
 */
public abstract class AnnotationContract extends FormatContract {

    @Override
    protected boolean holds(Example example) {
        return true;
    }

    @Override
    protected List<Object> seen(Example example) {
        List<Object> seen = new ArrayList<>();
        // Tools have one list of labels; which of those over each other is the mention is Mark.part's to say.
        Mark.Parted parted = carries(Part.OVERLAP)
                ? Mark.part(example.labels().stream()
                        .filter(label -> carries(Part.DISCONTINUOUS) || !label.isDiscontinuous())
                        .toList())
                : new Mark.Parted(example.annotated().mentions(), List.of());
        AnnotatedText annotated = project(new AnnotatedText(example.text(), parted.mentions()));
        seen.add(annotated.text());
        if (carries(Part.ID)) {
            seen.add(example.id());
        }
        if (carries(Part.INTENT)) {
            seen.add(example.intent());
        }
        for (Mention mention : annotated.mentions()) {
            seen.add(label(mention.label(), mention.details()) + " " + mention.span());
        }
        for (Mark mark : parted.marks()) {
            seen.add(label(mark.label(), mark.details()) + " " + mark.pieces());
        }
        if (carries(Part.UNKNOWN_KEYS)) {
            seen.add(values(example.extra()));
        }
        return seen;
    }

    private String label(Label label, Details details) {
        return label
                + (carries(Part.ROLE) ? " " + details.role() : "")
                + (carries(Part.GROUP) ? " " + details.group() : "")
                + (carries(Part.ENTITY) ? " " + details.entity() : "")
                + (carries(Part.VALUE) ? " " + details.value() : "")
                + (carries(Part.SPAN_KEYS) ? " " + values(details.extra()) : "");
    }

    private static Map<String, Object> values(Map<String, String> extra) {
        Map<String, Object> values = new TreeMap<>();
        extra.forEach((name, json) -> values.put(name, Json.read(json).toString()));
        return values;
    }

    private boolean carries(Part part) {
        return format().carries().contains(part);
    }

    protected String file(List<Example> corpus) throws IOException {
        return new String(write(corpus), StandardCharsets.UTF_8);
    }

    /** The text without white space, which some formats do not know, and the mentions as they lie there. */
    protected static AnnotatedText withoutSpace(AnnotatedText annotated) {
        int[] at = withoutSpace(annotated.text());
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : annotated.mentions()) {
            if (at[mention.start()] < at[mention.end()]) {
                mentions.add(new Mention(at[mention.start()], at[mention.end()], mention.label()));
            }
        }
        StringBuilder text = new StringBuilder();
        annotated.text().chars().filter(c -> !Words.isSpace((char) c)).forEach(c -> text.append((char) c));
        return new AnnotatedText(text.toString(), mentions);
    }

    /** As {@link #withoutSpace(AnnotatedText)}, for labels over each other as well. */
    protected static Example withoutSpace(Example example) {
        String text = example.text();
        int[] at = withoutSpace(text);
        List<Mark> labels = new ArrayList<>();
        for (Mark label : example.labels()) {
            if (!label.isDiscontinuous() && at[label.start()] < at[label.end()]) {
                Span span = new Span(at[label.start()], at[label.end()]);
                labels.add(new Mark(List.of(span), label.label(), Details.NONE));
            }
        }
        Mark.Parted parted = Mark.part(labels);
        return new Example(
                example.id(),
                example.intent(),
                new AnnotatedText(withoutSpace(AnnotatedText.plain(text)).text(), parted.mentions()),
                example.provenance(),
                example.extra(),
                parted.marks());
    }

    /** Where each character of a text lies when there is no white space. */
    protected static int[] withoutSpace(String text) {
        int[] at = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            at[i + 1] = at[i] + (Words.isSpace(text.charAt(i)) ? 0 : 1);
        }
        return at;
    }

    protected static boolean hasWords(Example example) {
        return example.text().chars().anyMatch(c -> !Words.isSpace((char) c));
    }

    protected static boolean hasBlankLabel(Example example) {
        return example.annotated().mentions().stream()
                .anyMatch(mention -> mention.label().name().chars().anyMatch(c -> Words.isSpace((char) c)));
    }
}
