package io.understudy.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.understudy.core.BadDataException;
import io.understudy.core.text.Nearest;
import io.understudy.prompts.Message.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a prompt file: a head in YAML between two lines {@code ---}, then the text, in turns that begin with a line
 * {@code [system]}, {@code [user]} or {@code [assistant]}; a text without such a line is the user's.
 */
final class FrontMatter {

    private static final List<String> KEYS = List.of("name", "version", "purpose", "inputs", "output");
    private static final List<String> MORE_KEYS = List.of("hints", "examples");
    private static final List<String> HINTS = List.of("temperature", "top_p", "max_tokens", "shots");
    private static final String ANSWERS = "answers";
    private static final Pattern PARTS = Pattern.compile("---\n(.*?\n)---\n(.*)", Pattern.DOTALL);
    private static final Pattern TURN = Pattern.compile("(?m)^\\[(system|user|assistant)]\n");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonNode head;

    private FrontMatter(String file, JsonNode head) {
        this.file = file;
        this.head = head;
    }

    static PromptFile parse(String file, String raw) {
        String content = raw.replace("\ufeff", "").replace("\r\n", "\n");
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
                    Output.named(matter.text("output")),
                    matter.hints(),
                    matter.shots(),
                    turns(parts.group(2)),
                    sha256(content));
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
        List<String> all = new ArrayList<>(KEYS);
        all.addAll(MORE_KEYS);
        for (Iterator<String> names = head.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!all.contains(name)) {
                throw new BadDataException(file, 0, Nearest.unknown("key", name, all));
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

    private Hints hints() {
        JsonNode value = head.get("hints");
        if (value == null) {
            return Hints.NONE;
        }
        if (!value.isObject()) {
            throw new BadDataException(file, 0, "'hints' is not a list of keys; expected " + String.join(", ", HINTS));
        }
        value.properties().forEach(hint -> {
            if (!HINTS.contains(hint.getKey())) {
                throw new BadDataException(file, 0, Nearest.unknown("hint", hint.getKey(), HINTS));
            }
            if (!hint.getValue().isNumber()) {
                throw new BadDataException(file, 0, "hint '" + hint.getKey() + "' is not a number");
            }
        });
        return new Hints(
                real(value.get("temperature")),
                real(value.get("top_p")),
                value.path("max_tokens").asInt(Hints.NONE.maxTokens()),
                value.path("shots").asInt(Hints.NONE.shots()));
    }

    private static OptionalDouble real(JsonNode value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.asDouble());
    }

    /** Each example is a list of inputs and {@code answers}. */
    private List<Shot> shots() {
        JsonNode value = head.get("examples");
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new BadDataException(file, 0, "'examples' is not a list");
        }
        List<Shot> shots = new ArrayList<>();
        for (JsonNode example : value) {
            if (!example.path(ANSWERS).isArray()) {
                throw new BadDataException(file, 0, "an example has no list 'answers'");
            }
            Map<Input, String> inputs = new EnumMap<>(Input.class);
            example.properties().forEach(each -> {
                if (!each.getKey().equals(ANSWERS)) {
                    inputs.put(Input.named(each.getKey()), each.getValue().asText());
                }
            });
            List<String> answers = new ArrayList<>();
            example.get(ANSWERS).forEach(answer -> answers.add(answer.asText()));
            shots.add(new Shot(inputs, answers));
        }
        return shots;
    }

    private static List<Message> turns(String body) {
        List<Message> turns = new ArrayList<>();
        Matcher marks = TURN.matcher(body);
        int at = 0;
        Role role = Role.USER;
        while (marks.find()) {
            add(turns, role, body.substring(at, marks.start()));
            role = Role.valueOf(marks.group(1).toUpperCase(Locale.ROOT));
            at = marks.end();
        }
        add(turns, role, body.substring(at));
        return turns;
    }

    private static void add(List<Message> turns, Role role, String text) {
        if (!text.isBlank()) {
            turns.add(new Message(role, text.strip()));
        }
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keys() {
        return String.join(", ", KEYS);
    }
}
