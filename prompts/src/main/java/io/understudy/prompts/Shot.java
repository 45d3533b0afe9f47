package io.understudy.prompts;

import java.util.List;
import java.util.Map;

/**
 * An example of what to answer, shown to the model as if it had been asked before.
 *
 * @param inputs as they are put into the user's turn; those that are missing are taken from the question
 * @param answers one or more; as many are shown as are asked for
 */
public record Shot(Map<Input, String> inputs, List<String> answers) {

    /** @throws IllegalArgumentException if there is no answer */
    public Shot {
        inputs = Map.copyOf(inputs);
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("an example has no answer");
        }
    }
}
