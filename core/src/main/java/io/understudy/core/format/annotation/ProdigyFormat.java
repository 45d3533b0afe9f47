package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.annotation.SpanShape.Says;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Prodigy's tasks, one a line: text and spans, which may overlap, offsets in code points. The intent is the task's
 * {@code label}; an id, which Prodigy has none of, is kept under {@code id}. Hashes, answers, tokens, options and
 * whatever else a task has are kept as they are: a rejected task is still one.
 */
public final class ProdigyFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(
            Part.ID,
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.GROUP,
            Part.ENTITY,
            Part.VALUE,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.RELATIONS,
            Part.ATTRIBUTES,
            Part.NOTES);

    private static final SpanShape SPANS = new SpanShape("spans", "span")
            .key("start", Says.START)
            .key("end", Says.END)
            .key("label", Says.LABEL);
    private static final Set<String> TASK = Set.of("text", "id", "label", SPANS.list());

    @Override
    public Facts facts() {
        return new Facts(
                "prodigy",
                List.of("jsonl"),
                "Prodigy's tasks, one JSON object per line: text, spans, label, meta",
                CARRIES);
    }

    /** Keys that nobody else writes. */
    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("_input_hash") || keys.contains("_task_hash");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(example(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.write(out, false, TASK, new Losses(CARRIES), example -> task(example, unit));
    }

    private static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject task = item.object();
        String text = task.string("text");
        Mark.Parted parted = SPANS.read(task, text, unit, item.dropped());
        return new Example(
                item.id(task.optionalScalar("id")),
                task.optionalString("label"),
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                task.rest(TASK),
                parted.marks());
    }

    private static ObjectNode task(Example example, OffsetUnit unit) {
        ObjectNode task = JsonCorpus.object();
        task.put("text", example.text());
        SPANS.put(task, example, unit);
        example.intent().ifPresent(intent -> task.put("label", intent));
        task.put("id", example.id());
        JsonCorpus.putRest(task, example.extra(), TASK);
        return task;
    }
}
