package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Label Studio's tasks, one array: data, and annotations with their results. Read: its full export, its JSON_MIN, and
 * tasks to import; of several annotations the first that was not cancelled, else the first prediction, and everything
 * else kept beside. Offsets are UTF-16 units, as Label Studio's page counts them.
 */
public final class LabelStudioFormat implements CorpusFormat {

    static final Set<Part> CARRIES = EnumSet.of(
            Part.ID,
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.RELATIONS,
            Part.ATTRIBUTES,
            Part.NOTES);

    @Override
    public Facts facts() {
        return new Facts(
                "label-studio",
                List.of("json"),
                "Label Studio's tasks with annotations, one JSON array (reads exports, JSON_MIN, predictions)",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return (keys.contains("[].data") && (keys.contains("[].annotations") || keys.contains("[].predictions")))
                || keys.contains("[].data.text");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return reader(in, file, options);
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        return writer(out, options, false);
    }

    static CorpusReader reader(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.UTF16);
        return JsonCorpus.read(in, file, item -> List.of(new LabelStudioTask(unit).example(item)));
    }

    static CorpusWriter writer(OutputStream out, FormatOptions options, boolean predictions) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.UTF16);
        LabelStudioWriter writer = new LabelStudioWriter(unit, predictions);
        Losses losses = new Losses(CARRIES);
        losses.note(writer::config);
        return JsonCorpus.write(out, true, LabelStudioTask.OWN, losses, writer::task);
    }
}
