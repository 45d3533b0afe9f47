package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.text.Words;
import java.util.Optional;

/**
 * A text with mentions from tokens and their tags. Where the text is known, tokens must follow each other in it, white
 * space aside; else they are joined, by a space unless the file says otherwise.
 */
public final class TaggedTokens {

    private final Optional<String> text;
    private final StringBuilder joined = new StringBuilder();
    private final Tags tags = new Tags();
    private int at;
    private int count;
    private String gap = "";

    /** @param text where the file gives it */
    public TaggedTokens(Optional<String> text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the token is empty or does not come next, or the tag is none */
    public void add(String token, String tag) {
        add(token, tag, " ");
    }

    /** @param after what stands between this token and the next; of no meaning where the text is known */
    public void add(String token, String tag, String after) {
        count++;
        if (token.isEmpty()) {
            throw new IllegalArgumentException("token " + count + " is empty");
        }
        if (!Tags.isTag(tag)) {
            throw new IllegalArgumentException("tag '" + Json.brief(tag) + "' of token " + count
                    + "; expected O, or B-, I-, L-, U-, E- or S- and a label");
        }
        int start = text.isPresent() ? find(token, text.get()) : join(token);
        gap = after;
        at = start + token.length();
        tags.add(tag, start, at);
    }

    /** The text up to the last token. */
    public AnnotatedText annotated() {
        if (text.isPresent() && !text.get().substring(at).chars().allMatch(c -> Words.isSpace((char) c))) {
            throw new IllegalArgumentException("the text goes on after the last token; expected a token for each word");
        }
        return new AnnotatedText(text.orElseGet(joined::toString), tags.mentions());
    }

    /** As {@link #annotated}, with what stands after the last token. */
    public AnnotatedText annotatedToTheEnd() {
        if (text.isEmpty() && count > 0) {
            joined.append(gap);
            gap = "";
        }
        return annotated();
    }

    private int join(String token) {
        joined.append(gap).append(token);
        return joined.length() - token.length();
    }

    private int find(String token, String given) {
        int start = at;
        while (!given.startsWith(token, start) && start < given.length() && Words.isSpace(given.charAt(start))) {
            start++;
        }
        if (!given.startsWith(token, start)) {
            throw new IllegalArgumentException(
                    "token " + count + " does not come next in the text; expected the text's own words");
        }
        return start;
    }
}
