package io.understudy.prompts;

/**
 * A request, ready to be sent. Made by {@link PromptFile#render}.
 *
 * @param name of the prompt file it was made from
 * @param version of that file
 * @param text what the model reads
 */
public record Prompt(String name, int version, String text) {}
