package io.understudy.generator.model;

import io.understudy.core.Template;
import io.understudy.prompts.Prompt;
import java.util.Optional;

/**
 * One thing to ask.
 *
 * @param prompt what the model reads
 * @param template where given, the answer is one line that holds each slot of it exactly once, written as
 *     {@code {PERSON_1}}, and no other brace; a slot that the template repeats counts once. A model that can decode
 *     under this constraint must; another may ignore it
 * @param sampling how the next token is drawn
 * @param seed the only chance, where the model lets itself be seeded
 */
public record Request(Prompt prompt, Optional<Template> template, Sampling sampling, long seed) {

    public Request(Prompt prompt, Template template, Sampling sampling, long seed) {
        this(prompt, Optional.of(template), sampling, seed);
    }

    /** An answer of any form. */
    public Request(Prompt prompt, Sampling sampling, long seed) {
        this(prompt, Optional.empty(), sampling, seed);
    }
}
