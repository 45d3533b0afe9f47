package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a table: our columns, then the unknown keys of the first example, strings as they are and other values as
 * JSON. Keys that come up later have no column any more and are counted as lost.
 */
final class CsvWriter implements PushWriter.Target {

    private static final JsonFactory FACTORY = Json.factory();

    private final Utf8Output out;
    private final String separator;
    private final Losses losses;
    private final Set<String> extra = new LinkedHashSet<>();
    private boolean begun;

    /**
     * @param separator between cells
     * @param losses where unknown keys without a column are counted
     */
    CsvWriter(OutputStream out, char separator, Losses losses) {
        this.separator = String.valueOf(separator);
        this.out = new Utf8Output(out);
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requirePlain("text", example.text());
        Utf8.requirePlain("id", example.id());
        example.intent().ifPresent(intent -> Utf8.requirePlain("intent", intent));
        String markup = example.annotated().mentions().isEmpty() ? "" : Markup.write(example.annotated());
        Utf8.requirePlain("label", markup);
        begin(example.extra());
        cell(example.id());
        out.write(separator);
        cell(example.intent().orElse(""));
        out.write(separator);
        cell(example.text());
        out.write(separator);
        cell(markup);
        for (String key : extra) {
            out.write(separator);
            cell(plain(Optional.ofNullable(example.extra().get(key)).orElse("\"\"")));
        }
        out.write("\n");
        if (!extra.containsAll(example.extra().keySet())) {
            losses.count("unknown keys");
        }
    }

    @Override
    public void finish() throws IOException {
        begin(Map.of());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void begin(Map<String, String> keys) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        extra.addAll(keys.keySet());
        extra.removeIf(key -> key.isBlank() || CsvFormat.COLUMNS.stream().anyMatch(key.strip()::equalsIgnoreCase));
        out.write(String.join(separator, CsvFormat.COLUMNS));
        for (String key : extra) {
            out.write(separator);
            cell(key);
        }
        out.write("\n");
    }

    private void cell(String value) throws IOException {
        boolean quoted = false;
        for (int i = 0; i < value.length() && !quoted; i++) {
            char c = value.charAt(i);
            quoted = c == separator.charAt(0)
                    || c == '"'
                    || c < ' '
                    || (c == ' ' && (i == 0 || i == value.length() - 1));
        }
        if (quoted) {
            out.write("\"");
            out.write(value.replace("\"", "\"\""));
            out.write("\"");
        } else {
            out.write(value);
        }
    }

    /** A string's characters, or another value's JSON. */
    private static String plain(String json) throws IOException {
        if (!json.startsWith("\"")) {
            return json;
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : json;
        }
    }
}
