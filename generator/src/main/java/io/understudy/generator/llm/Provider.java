package io.understudy.generator.llm;

import io.understudy.core.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whose language a server speaks. */
public enum Provider {
    OPENAI("OPENAI_API_KEY", "https://api.openai.com/v1"),
    ANTHROPIC("ANTHROPIC_API_KEY", "https://api.anthropic.com/v1"),
    GEMINI("GEMINI_API_KEY", "https://generativelanguage.googleapis.com/v1beta"),
    MISTRAL("MISTRAL_API_KEY", "https://api.mistral.ai/v1"),
    OLLAMA("OLLAMA_API_KEY", "http://localhost:11434");

    private final String keyVariable;
    private final String baseUrl;

    Provider(String keyVariable, String baseUrl) {
        this.keyVariable = keyVariable;
        this.baseUrl = baseUrl;
    }

    /** The environment variable that holds a key for it. */
    public String keyVariable() {
        return keyVariable;
    }

    /** Where its own server is. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Whether its own server asks for a key. */
    boolean needsKey() {
        return this != OLLAMA;
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public static Provider named(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown("provider", name, names())));
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Provider::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
