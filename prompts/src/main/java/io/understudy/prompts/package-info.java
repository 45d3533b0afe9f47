/**
 * What a language model is asked. A prompt is a file with a version, because a changed word changes every result: YAML
 * front matter ({@code name version purpose inputs output}, and {@code hints} and {@code examples} where wanted), then
 * the text in turns ({@code [system]}, {@code [user]}, {@code [assistant]}). {@link io.understudy.prompts.PromptFile}
 * reads it and fills in its inputs, {@link io.understudy.prompts.Prompt} is what may be sent. Examples are shown as a
 * chat that has been, which small models follow far better than rules.
 *
 * <p>{@link io.understudy.prompts.Inputs} holds what fills the gaps. Text of a corpus gets in as
 * {@link io.understudy.core.Template}s alone, so that names that were found cannot be sent.
 *
 * <p>Trap: what a recognizer missed still stands in the literals of a template, and is sent.
 */
package io.understudy.prompts;
