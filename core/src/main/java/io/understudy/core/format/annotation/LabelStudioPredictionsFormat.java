package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** As {@link LabelStudioFormat}; the labels are written as predictions, which people accept or mend one by one. */
public final class LabelStudioPredictionsFormat implements CorpusFormat {

    @Override
    public Facts facts() {
        return new Facts(
                "label-studio-predictions",
                List.of("json"),
                "as label-studio, with the labels as predictions: suggestions to accept or mend",
                LabelStudioFormat.CARRIES);
    }

    /** One reader does for both. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return LabelStudioFormat.reader(in, file, options);
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        return LabelStudioFormat.writer(out, options, true);
    }
}
