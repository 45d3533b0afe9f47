package io.understudy.templates.grammar;

/**
 * How far a definition may stand inside itself.
 *
 * @param depth how often; 0: no bound of this kind
 * @param length most characters that it may say, spaces not counted; each time it stands inside itself at least one
 *     more is said around it. 0: no bound of this kind
 */
public record Recursion(int depth, int length) {

    /** Not at all. */
    public static final Recursion NONE = new Recursion(0, 0);

    /** @throws IllegalArgumentException if a bound is negative */
    public Recursion {
        if (depth < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "the bounds of a recursion are " + depth + " and " + length + "; expected 0 or more");
        }
    }

    /** Most times that it may stand inside itself. */
    public int most() {
        return depth > 0 && length > 0 ? Math.min(depth, length) : Math.max(depth, length);
    }
}
