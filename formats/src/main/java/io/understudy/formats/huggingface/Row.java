package io.understudy.formats.huggingface;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import java.util.List;

/**
 * One row. What is null is not known.
 *
 * @param tokens the words, cut where mentions begin and end
 * @param tags BIO, one a token
 * @param spans by code points, those over each other too
 * @param extra unknown keys, as the JSON text of one object
 */
record Row(
        @NotNull String id,
        @NotNull String text,
        String intent,
        @NotNull List<String> tokens,
        @NotNull @Alias("ner_tags") List<String> tags,
        @NotNull List<Stretch> spans,
        String extra) {

    /** The columns as {@code datasets} describes them. */
    static final String FEATURES = features();

    record Stretch(
            int start,
            int end,
            @NotNull String label,
            String entity,
            String role,
            String group,
            String value,
            String extra) {}

    private static String features() {
        String string = "{\"dtype\":\"string\",\"_type\":\"Value\"}";
        String number = "{\"dtype\":\"int32\",\"_type\":\"Value\"}";
        String strings = "{\"feature\":" + string + ",\"_type\":\"Sequence\"}";
        String span = "{\"start\":" + number + ",\"end\":" + number + ",\"label\":" + string + ",\"entity\":" + string
                + ",\"role\":" + string + ",\"group\":" + string + ",\"value\":" + string + ",\"extra\":" + string
                + "}";
        return "{\"info\":{\"features\":{\"id\":" + string + ",\"text\":" + string + ",\"intent\":" + string
                + ",\"tokens\":" + strings + ",\"ner_tags\":" + strings + ",\"spans\":[" + span + "],\"extra\":"
                + string
                + "}}}";
    }
}
