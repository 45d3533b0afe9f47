package io.understudy.prompts;

import io.understudy.core.BadDataException;
import io.understudy.core.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt with gaps for its inputs: {@code {{template}}}, {@code {{slots}}}, {@code {{count}}}. Immutable.
 *
 * @param name letters, digits and hyphens; the file is called so
 * @param version 1 or more; goes up with every change of the text
 * @param purpose one sentence: what the answers are for
 * @param inputs what the text needs, each used at least once
 * @param output one sentence: what an answer must look like
 * @param body the text
 */
public record PromptFile(String name, int version, String purpose, Set<Input> inputs, String output, String body) {

    private static final Pattern GAP = Pattern.compile("\\{\\{([^{}]*)}}");

    /** @throws IllegalArgumentException if the body uses an input that is not declared, or does not use one that is */
    public PromptFile {
        inputs = Set.copyOf(inputs);
        Set<Input> unused = new HashSet<>(inputs);
        Matcher gaps = GAP.matcher(body);
        while (gaps.find()) {
            Input input = Input.named(gaps.group(1));
            if (!inputs.contains(input)) {
                throw new IllegalArgumentException("the text uses {{" + input + "}}, which 'inputs' does not list");
            }
            unused.remove(input);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "'inputs' lists " + unused.stream().sorted().toList() + ", which the text does not use");
        }
    }

    /**
     * A prompt that comes with this library.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static PromptFile named(String name) {
        String file = "/prompts/" + name + ".md";
        try (InputStream in = name.matches("[a-z0-9-]+") ? PromptFile.class.getResourceAsStream(file) : null) {
            if (in == null) {
                throw new IllegalArgumentException("unknown prompt '" + name + "'; have: paraphrase");
            }
            return parse(name + ".md", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file as the user named it, for messages
     * @param content front matter between two lines {@code ---}, then the text
     * @throws BadDataException if the front matter lacks a key, has an unknown one, or does not fit the text
     */
    public static PromptFile parse(String file, String content) {
        return FrontMatter.parse(file, content);
    }

    /**
     * Fills in the inputs.
     *
     * @param count how many answers to ask for, 1 or more
     */
    public Prompt render(Template template, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + "; expected 1 or more");
        }
        Matcher gaps = GAP.matcher(body);
        StringBuilder text = new StringBuilder();
        while (gaps.find()) {
            String value = switch (Input.named(gaps.group(1))) {
                case TEMPLATE -> template.toString();
                case SLOTS -> slots(template);
                case COUNT -> Integer.toString(count);
            };
            gaps.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return new Prompt(name, version, gaps.appendTail(text).toString());
    }

    private static String slots(Template template) {
        List<String> slots = new ArrayList<>();
        template.distinctSlots().keySet().forEach(slot -> slots.add("{" + slot + "}"));
        return slots.isEmpty() ? "none" : String.join(" ", slots);
    }
}
