package io.understudy.generator.llm;

import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Request;
import io.understudy.prompts.Message;
import java.nio.charset.StandardCharsets;

/** How many tokens a request has, before the server has counted them. */
final class Tokens {

    /** What a server adds to each message and to the whole, with room to spare. */
    private static final int FRAME = 16;

    private Tokens() {}

    /** No server counts more: a token is at least one byte. */
    static Usage most(Request request, int extra, int maxOutput) {
        long bytes = (long) FRAME + extra;
        for (Message message : request.prompt().messages()) {
            bytes += FRAME + message.text().getBytes(StandardCharsets.UTF_8).length;
        }
        return new Usage(bytes, maxOutput);
    }

    /**
     * About what servers count for English: four characters a token; an answer is about as long as what it must hold.
     */
    static Usage about(Request request, int extra, int lines) {
        long characters = extra;
        for (Message message : request.prompt().messages()) {
            characters += FRAME + message.text().length();
        }
        long line = request.template()
                .map(template -> template.toString().length() + 8)
                .orElse(200);
        return new Usage(characters / 4, Math.min((long) request.sampling().maxTokens(), 1 + lines * line / 3));
    }
}
