package io.understudy.core.format;

import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import java.util.BitSet;
import java.util.Optional;

/**
 * The ids of one file, each to be used once. Given ids cost 10 to 13 bytes each (their hashes are kept), ids made from
 * line numbers one bit.
 */
public final class Ids {

    private final LongHashSet given = new LongHashSet();
    private final BitSet made = new BitSet();

    /**
     * The id that the file gives, or else the number of the line.
     *
     * @throws IllegalArgumentException if another example of the file has it
     */
    public String claim(Optional<String> id, long line) {
        String name = id.orElseGet(() -> Long.toString(line));
        long hash = Seeds.hash(name);
        boolean free = id.isPresent() ? given.add(hash) && !isMade(name) : !given.contains(hash);
        if (!free) {
            throw new IllegalArgumentException(
                    "duplicate id '" + Json.brief(name) + "'; expected an id of its own for each line");
        }
        if (id.isEmpty() && line <= Integer.MAX_VALUE) {
            made.set((int) line);
        }
        return name;
    }

    private boolean isMade(String name) {
        if (made.isEmpty() || name.isEmpty() || name.length() > 9 || name.charAt(0) == '0') {
            return false;
        }
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = 10 * number + (c - '0');
        }
        return made.get(number);
    }
}
