package io.understudy.generator.model;

/**
 * A model, for the manifest. Names no folder and no server of the user.
 *
 * @param name such as {@code openai:gpt-5-mini}, or the name of the model's folder
 * @param version sha256 of the weights in lower-case hexadecimal, or what a server calls its model
 * @param licence SPDX identifier, {@code the user's} for a folder that does not say, {@code service} for a server
 */
public record Identity(String name, String version, String licence) {}
