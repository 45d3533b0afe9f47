package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the beginning of a file shows; to tell its format by. What is cut off or wrong in it is passed over. */
public final class Head {

    private static final JsonFactory FACTORY = Json.factory();
    private static final Pattern YAML_KEY = Pattern.compile("(?m)^([A-Za-z_][A-Za-z0-9_.-]*):(?:\\s|$)");

    private Head() {}

    /**
     * Paths of the keys of a JSON file, or of its first object where there are many: {@code text}, {@code spans},
     * {@code spans[].start}; {@code [].text} where the file is an array. Down to three levels.
     */
    public static Set<String> json(String head) {
        Set<String> keys = new LinkedHashSet<>();
        String start = head.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return keys;
        }
        try (JsonParser json = FACTORY.createParser(start)) {
            json.nextToken();
            collect(json, "", 0, keys);
        } catch (IOException e) {
            // The head ends somewhere; what came before is what there is to see.
            return keys;
        }
        return keys;
    }

    /** Keys of a YAML mapping that stand at the beginning of a line. */
    public static Set<String> yaml(String head) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher matcher = YAML_KEY.matcher(head);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    /** The first line that is not blank. */
    public static String firstLine(String head) {
        return head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static void collect(JsonParser json, String path, int depth, Set<String> keys) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            JsonToken token = json.nextToken();
            while (token != null && token != JsonToken.END_ARRAY) {
                collect(json, path + "[]", depth, keys);
                token = json.nextToken();
            }
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = path.isEmpty() ? json.currentName() : path + "." + json.currentName();
                if (depth < 3) {
                    keys.add(name);
                }
                json.nextToken();
                collect(json, name, depth + 1, keys);
            }
        }
    }
}
