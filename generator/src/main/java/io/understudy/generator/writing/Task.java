package io.understudy.generator.writing;

import io.understudy.generator.model.Sampling;
import io.understudy.prompts.Input;
import io.understudy.prompts.PromptFile;
import io.understudy.prompts.Style;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to ask a model for.
 *
 * @param prompt whose inputs are all in {@link #KNOWN}
 * @param lines wanted, 1 or more
 * @param perRequest carriers to ask for at once, 1 or more
 * @param styles manners to sample from, at least one
 * @param language to translate into, where the prompt asks for one
 * @param novelty a carrier is refused if a smaller share of its runs of three words is new; 0 to 1
 * @param temperature instead of the prompt's own
 * @param seed the only chance
 */
public record Task(
        PromptFile prompt,
        long lines,
        int perRequest,
        List<Style> styles,
        Optional<String> language,
        double novelty,
        Optional<Double> temperature,
        long seed) {

    /** A fifth of the runs of three words. */
    public static final double NOVELTY = 0.2;

    /** What can be told of a carrier of a corpus. */
    static final Set<Input> KNOWN = EnumSet.of(
            Input.TEMPLATE,
            Input.SLOTS,
            Input.COUNT,
            Input.TEMPLATES,
            Input.TURNS,
            Input.INTENT,
            Input.STYLE,
            Input.PERSONA,
            Input.KIND,
            Input.LANGUAGE);

    /** @throws IllegalArgumentException if the prompt asks for what is not there; the message says what to do */
    public Task {
        styles = List.copyOf(styles);
        Set<Input> unknown = EnumSet.noneOf(Input.class);
        unknown.addAll(prompt.inputs());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("prompt '" + prompt.name() + "' asks for " + unknown
                    + ", which lines of a corpus do not have; have: " + KNOWN);
        }
        if (prompt.inputs().contains(Input.LANGUAGE) && language.isEmpty()) {
            throw new IllegalArgumentException(
                    "prompt '" + prompt.name() + "' asks for a language; give --into, such as --into German");
        }
        if (lines < 1 || perRequest < 1 || styles.isEmpty()) {
            throw new IllegalArgumentException("lines, carriers for each request and styles are 1 or more");
        }
        if (!(novelty >= 0 && novelty <= 1)) {
            throw new IllegalArgumentException("novelty is " + novelty + "; expected 0 to 1");
        }
    }

    /** Carriers in one answer: a prompt that does not ask for a number gets one. */
    int answers() {
        return prompt.inputs().contains(Input.COUNT) ? perRequest : 1;
    }

    Sampling sampling() {
        Sampling sampling = Sampling.of(prompt.hints().maxTokens() * answers());
        if (prompt.hints().topP().isPresent()) {
            sampling = sampling.withTopP(prompt.hints().topP().getAsDouble());
        }
        if (temperature.isPresent()) {
            return sampling.withTemperature(temperature.get());
        }
        return prompt.hints().temperature().isPresent()
                ? sampling.withTemperature(prompt.hints().temperature().getAsDouble())
                : sampling;
    }
}
