package io.understudy.core.format.annotation;

import java.util.ArrayList;
import java.util.List;

/** A text from tokens between which there was some white space that the file does not know: one space. */
final class TokenText {

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /** @throws IllegalArgumentException if the token is empty */
    void add(String token) {
        if (token.isEmpty()) {
            throw new IllegalArgumentException("token " + (starts.size() + 1) + " is empty");
        }
        text.append(starts.isEmpty() ? "" : " ");
        starts.add(text.length());
        text.append(token);
        ends.add(text.length());
    }

    String text() {
        return text.toString();
    }

    int size() {
        return starts.size();
    }

    int start(int token) {
        return starts.get(token);
    }

    int end(int token) {
        return ends.get(token);
    }
}
