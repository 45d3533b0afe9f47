package io.understudy.core.format.nlu;

import io.understudy.core.format.Losses;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Names as a tool allows them: what it forbids becomes another character, and no two names become one. */
final class VendorNames {

    private final Pattern forbidden;
    private final String instead;
    private final int longest;
    private final boolean digits;
    private final Losses losses;
    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    /** Most tools take names that differ in case alone for one. */
    private UnaryOperator<String> same = name -> name.toLowerCase(Locale.ROOT);

    /**
     * @param forbidden characters that a name may not have; accents are taken off before where that helps
     * @param instead what stands in their place
     * @param longest characters of a name
     * @param digits whether a name may have digits, to tell names apart
     * @param losses where changes are listed
     */
    VendorNames(String forbidden, String instead, int longest, boolean digits, Losses losses) {
        this.forbidden = Pattern.compile(forbidden);
        this.instead = instead;
        this.longest = longest;
        this.digits = digits;
        this.losses = losses;
    }

    /** Takes a name that the tool has for something else. */
    VendorNames without(String own) {
        taken.add(same.apply(own));
        return this;
    }

    /** Where names that differ in case are two. */
    VendorNames withCase() {
        same = UnaryOperator.identity();
        return this;
    }

    /** The same for the same name. */
    String of(String name) {
        return given.computeIfAbsent(name, this::make);
    }

    /** What several of one name are called: the first as it is, then with a number or letter, in turn. */
    String of(String name, int number) {
        String first = of(name);
        return number == 1 ? first : given.computeIfAbsent(name + '\n' + number, key -> free(first, number));
    }

    private String make(String name) {
        String allowed = name;
        if (forbidden.matcher(allowed).find()) {
            allowed = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
            allowed = forbidden.matcher(allowed).replaceAll(instead);
            while (!instead.isEmpty() && allowed.startsWith(instead)) {
                // What stands in for others need not begin a name, and often may not.
                allowed = allowed.substring(instead.length());
            }
        }
        allowed = cut(allowed, longest);
        if (allowed.isEmpty()) {
            allowed = "name";
        }
        String free = free(allowed, 1);
        losses.rename(name, free);
        return free;
    }

    /** The name, with a number behind it from the second on, or where another has it. */
    private String free(String allowed, int first) {
        for (int i = first; ; i++) {
            String number = i == 1 ? "" : "_" + (digits ? Integer.toString(i) : letters(i - 1));
            String free = cut(allowed, longest - number.length()) + number;
            if (taken.add(same.apply(free))) {
                return free;
            }
        }
    }

    private static String cut(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        int end = Character.isLowSurrogate(name.charAt(most)) ? most - 1 : most;
        return name.substring(0, end);
    }

    /** a, b, ... z, ba, bb. */
    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 26) {
            letters.insert(0, (char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
