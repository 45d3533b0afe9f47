package io.understudy.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.understudy.core.BadDataException;
import io.understudy.core.text.Nearest;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of a prompt file. Each key is needed, none may be added. */
final class FrontMatter {

    private static final List<String> KEYS = List.of("name", "version", "purpose", "inputs", "output");
    private static final Pattern PARTS = Pattern.compile("---\\R(.*?\\R)---\\R(.*)", Pattern.DOTALL);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonNode head;

    private FrontMatter(String file, JsonNode head) {
        this.file = file;
        this.head = head;
    }

    static PromptFile parse(String file, String content) {
        Matcher parts = PARTS.matcher(content);
        if (!parts.matches()) {
            throw new BadDataException(
                    file, 1, "no front matter; expected it between two lines '---' at the beginning");
        }
        FrontMatter matter = new FrontMatter(file, head(file, parts.group(1)));
        matter.checkKeys();
        try {
            return new PromptFile(
                    matter.text("name"),
                    matter.version(),
                    matter.text("purpose"),
                    matter.inputs(),
                    matter.text("output"),
                    parts.group(2).replace("\r\n", "\n"));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file, 0, e.getMessage());
        }
    }

    private static JsonNode head(String file, String yaml) {
        try {
            JsonNode head = YAML.readTree(yaml);
            if (!head.isObject()) {
                throw new BadDataException(file, 2, "the front matter is not a list of keys; expected " + keys());
            }
            return head;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr() + 1;
            throw new BadDataException(file, line, "the front matter is not YAML; expected " + keys());
        }
    }

    private void checkKeys() {
        for (Iterator<String> names = head.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KEYS.contains(name)) {
                throw new BadDataException(file, 0, Nearest.unknown("key", name, KEYS));
            }
        }
        for (String key : KEYS) {
            if (!head.has(key)) {
                throw new BadDataException(file, 0, "key '" + key + "' is missing; expected " + keys());
            }
        }
    }

    private String text(String key) {
        JsonNode value = head.get(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new BadDataException(file, 0, "'" + key + "' is not text");
        }
        return value.asText();
    }

    private int version() {
        JsonNode value = head.get("version");
        if (!value.isInt() || value.asInt() < 1) {
            throw new BadDataException(file, 0, "'version' is not a whole number of 1 or more");
        }
        return value.asInt();
    }

    private Set<Input> inputs() {
        JsonNode value = head.get("inputs");
        if (!value.isArray()) {
            throw new BadDataException(file, 0, "'inputs' is not a list");
        }
        Set<Input> inputs = new TreeSet<>();
        value.forEach(name -> inputs.add(Input.named(name.asText())));
        return inputs;
    }

    private static String keys() {
        return String.join(", ", KEYS);
    }
}
