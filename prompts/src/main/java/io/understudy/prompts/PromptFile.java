package io.understudy.prompts;

import io.understudy.core.BadDataException;
import io.understudy.core.text.Nearest;
import io.understudy.prompts.Message.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt with gaps for its inputs: {@code {{template}}}, {@code {{count}}}, ... Immutable.
 *
 * @param name letters, digits and hyphens; the file is called so
 * @param version 1 or more; goes up with every change of the text
 * @param purpose one sentence: what the answers are for
 * @param inputs what the text needs, each used at least once
 * @param output the shape of an answer
 * @param hints how a model is best asked
 * @param shots examples, shown before the last turn as a chat that has been
 * @param turns the text; at most one of the system, first; the last is the user's
 * @param sha256 of the file, line ends aside, in lower-case hexadecimal
 */
public record PromptFile(
        String name,
        int version,
        String purpose,
        Set<Input> inputs,
        Output output,
        Hints hints,
        List<Shot> shots,
        List<Message> turns,
        String sha256) {

    /** The prompts that come with this library. */
    public static final List<String> NAMES = List.of(
            "dialogue",
            "document",
            "hard-negatives",
            "judge",
            "new-utterances",
            "out-of-scope",
            "paraphrase",
            "persona",
            "slots-only",
            "style",
            "translate");

    private static final Pattern GAP = Pattern.compile("\\{\\{([^{}]*)}}");

    /**
     * @throws IllegalArgumentException if the text uses an input that is not declared, or does not use one that is; if
     *     an example lacks an input of the user's turn that is not the same for all; if the turns are out of order
     */
    public PromptFile {
        inputs = Set.copyOf(inputs);
        shots = List.copyOf(shots);
        turns = List.copyOf(turns);
        check(turns);
        Set<Input> used = EnumSet.noneOf(Input.class);
        for (Message turn : turns) {
            used.addAll(gaps(turn.text()));
        }
        for (Input input : used) {
            if (!inputs.contains(input)) {
                throw new IllegalArgumentException("the text uses {{" + input + "}}, which 'inputs' does not list");
            }
        }
        List<Input> unused =
                inputs.stream().filter(input -> !used.contains(input)).sorted().toList();
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("'inputs' lists " + unused + ", which the text does not use");
        }
    }

    private static void check(List<Message> turns) {
        String roles = turns.stream()
                .map(turn -> turn.role().toString().substring(0, 1))
                .collect(Collectors.joining());
        if (!roles.matches("s?(ua)*u")) {
            throw new IllegalArgumentException(
                    "the turns are out of order; expected the system's first if at all, the user's and the assistant's"
                            + " by turns, the user's last");
        }
    }

    private static Set<Input> gaps(String text) {
        Set<Input> inputs = EnumSet.noneOf(Input.class);
        Matcher gaps = GAP.matcher(text);
        while (gaps.find()) {
            inputs.add(Input.named(gaps.group(1)));
        }
        return inputs;
    }

    /**
     * A prompt that comes with this library.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static PromptFile named(String name) {
        return parse(name + ".md", source(name));
    }

    /**
     * The file of a prompt that comes with this library, as it is written.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String source(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(Nearest.unknown("prompt", name, NAMES));
        }
        try (InputStream in = PromptFile.class.getResourceAsStream("/prompts/" + name + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

    /** As {@link #render(Inputs, long)}, with the first examples. */
    public Prompt render(Inputs values) {
        return render(values, 0);
    }

    /**
     * Fills in the inputs.
     *
     * @param rotation which of the examples are shown, and in which order
     * @throws IllegalArgumentException if an input is missing, or one is given that this prompt does not use; what a
     *     template gives beside itself (its slots) may be left unused
     */
    public Prompt render(Inputs values, long rotation) {
        List<String> missing = inputs.stream()
                .filter(input -> values.get(input).isEmpty())
                .map(Input::toString)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "prompt '" + name + "' lacks " + missing.stream().collect(Collectors.joining(" and ")));
        }
        List<Message> messages = new ArrayList<>();
        for (Message turn : turns.subList(0, turns.size() - 1)) {
            messages.add(new Message(turn.role(), fill(turn.text(), values)));
        }
        String question = turns.get(turns.size() - 1).text();
        int shown = Math.min(hints.shots(), shots.size());
        for (int i = 0; i < shown; i++) {
            Shot shot = shots.get((int) Math.floorMod(rotation + i, (long) shots.size()));
            List<String> answers = new ArrayList<>();
            for (int k = 0; k < values.wanted(); k++) {
                answers.add(shot.answers().get((int)
                        Math.floorMod(rotation + k, (long) shot.answers().size())));
            }
            messages.add(new Message(Role.USER, fill(question, values.with(shot.inputs()))));
            messages.add(new Message(
                    Role.ASSISTANT,
                    String.join("\n", answers.stream().distinct().toList())));
        }
        messages.add(new Message(Role.USER, fill(question, values)));
        return new Prompt(name, version, messages);
    }

    private static String fill(String text, Inputs values) {
        Matcher gaps = GAP.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (gaps.find()) {
            gaps.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            values.get(Input.named(gaps.group(1))).orElseThrow()));
        }
        return gaps.appendTail(filled).toString();
    }

    /** All that every prompt made from this file says whatever it is filled in with. */
    public String fixedText() {
        List<String> texts = new ArrayList<>();
        turns.forEach(turn -> texts.add(GAP.matcher(turn.text()).replaceAll("|")));
        shots.forEach(shot -> {
            texts.addAll(shot.inputs().values());
            texts.addAll(shot.answers());
        });
        return String.join("\n|\n", texts);
    }
}
