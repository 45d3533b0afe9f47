/**
 * What a language model is asked. A prompt is a file ({@code prompts/NAME.md}: YAML front matter, then the text) with a
 * version, because a changed word changes every result; {@link io.understudy.prompts.PromptFile} reads it and fills in
 * its inputs, {@link io.understudy.prompts.Prompt} is what may be sent.
 *
 * <p>Inputs: {@code template} (the carrier phrase in its written form), {@code slots} (the names of its slots) and
 * {@code count} (how many answers). No other text can get in: the renderer takes a {@link io.understudy.core.Template},
 * so that names that were found cannot be sent.
 *
 * <p>Trap: what a recognizer missed still stands in the literals of a template, and is sent.
 */
package io.understudy.prompts;
