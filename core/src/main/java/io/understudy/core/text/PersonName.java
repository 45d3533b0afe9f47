package io.understudy.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a person as it is written, taken apart: "Dr. Ada M. van Byrne, Jr.'s" has a title, a first name, an
 * initial in the middle, a particle, a surname, a suffix and a possessive ending. Joined again, the parts give the
 * surface back, runs of white space aside.
 *
 * @param parts in the order in which they are written; may be empty
 * @param ending {@code 's}, {@code ’s} or empty
 */
public record PersonName(List<Part> parts, String ending) {

    /** What a part is. */
    public enum Role {
        TITLE,
        FIRST,
        MIDDLE,
        /** "van", "de": goes with the surname. */
        PARTICLE,
        LAST,
        SUFFIX,
        /** The only name there is: a first name or a surname. */
        LONE
    }

    /**
     * @param text without the marks behind it
     * @param mark what stands behind it, such as "." or ","; may be empty
     */
    public record Part(Role role, String text, String mark) {

        /** Whether it is one letter, or a few with dots between ("J", "J.R."), that stands for a name. */
        public boolean isInitial() {
            if (text.codePointCount(0, text.length()) == 1) {
                return Character.isLetter(text.codePointAt(0));
            }
            return text.length() > 1 && text.indexOf('.') == 1 && text.matches("(\\p{L}\\.)+\\p{L}?");
        }
    }

    private static final Set<String> TITLES =
            Set.of(("mr mrs ms miss mx dr prof doctor professor sir dame lady lord rev "
                            + "reverend father sister brother hon capt captain sgt sergeant lt lieutenant col colonel gen general "
                            + "maj major cpl officer detective inspector judge justice president senator sen representative rep "
                            + "governor gov mayor minister chancellor king queen prince princess pope bishop nurse coach uncle aunt "
                            + "master madam mister herr frau monsieur mme madame señor señora signor signora sr sra senhor senhora"
                            + " doña meneer mijnheer mevrouw dhr mevr sheikh imam rabbi")
                    .split(" ", -1));
    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "ph.d", "m.d", "dds", "rn", "mba", "cpa");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "di", "da", "del", "della", "du", "des", "la", "le", "el", "al", "bin",
            "ibn", "ben", "ter", "ten", "zu", "zur", "af", "av", "dos", "das", "do", "st", "y");

    /** Titles that a first name follows: "Aunt Ada", "Sir Isaac". */
    private static final Set<String> BEFORE_FIRST =
            Set.of("sir", "dame", "uncle", "aunt", "sister", "brother", "king", "queen", "prince", "princess", "pope");

    public PersonName {
        parts = List.copyOf(parts);
    }

    public static PersonName parse(String surface) {
        String ending = ending(surface);
        String name = surface.substring(0, surface.length() - ending.length());
        List<String> tokens = new ArrayList<>();
        for (String token : name.strip().split("[\\s\\u00a0]+", -1)) {
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        int from = 0;
        while (from < tokens.size() - 1 && TITLES.contains(plain(tokens.get(from)))) {
            from++;
        }
        int to = tokens.size();
        while (to > from + 1 && SUFFIXES.contains(plain(tokens.get(to - 1)))) {
            to--;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Role role = i < from
                    ? Role.TITLE
                    : i >= to
                            ? Role.SUFFIX
                            : role(tokens.subList(from, to), i - from, from > 0 ? tokens.get(from - 1) : "");
            parts.add(part(role, tokens.get(i)));
        }
        return new PersonName(parts, ending);
    }

    private static Role role(List<String> names, int at, String title) {
        int last = names.size() - 1;
        int comma = -1;
        for (int i = 0; i < last && comma < 0; i++) {
            comma = names.get(i).endsWith(",") ? i : -1;
        }
        if (comma >= 0) {
            return at < comma
                    ? (isParticle(names.get(at)) ? Role.PARTICLE : Role.LAST)
                    : at == comma ? Role.LAST : at == comma + 1 ? Role.FIRST : Role.MIDDLE;
        }
        if (last == 0) {
            return title.isEmpty() ? Role.LONE : BEFORE_FIRST.contains(plain(title)) ? Role.FIRST : Role.LAST;
        }
        if (at == last) {
            return Role.LAST;
        }
        int surname = last;
        while (surname > 0 && isParticle(names.get(surname - 1))) {
            surname--;
        }
        return at >= surname ? Role.PARTICLE : at == 0 ? Role.FIRST : Role.MIDDLE;
    }

    private static boolean isParticle(String token) {
        // By the normal form, so that "Văn" and "Van" are taken apart alike.
        return PARTICLES.contains(Normalization.of(token));
    }

    private static String plain(String token) {
        String bare = token.replaceAll("[.,]+$", "");
        return bare.toLowerCase(Locale.ROOT);
    }

    private static Part part(Role role, String token) {
        int end = token.length();
        while (end > 1 && ".,;:".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Part(role, token.substring(0, end), token.substring(end));
    }

    /** {@code 's} or {@code ’s} that a name ends in, else empty. */
    public static String ending(String surface) {
        int end = surface.length() - 2;
        boolean possessive = end > 0
                && (surface.charAt(end) == '\'' || surface.charAt(end) == '’')
                && (surface.charAt(end + 1) == 's' || surface.charAt(end + 1) == 'S');
        return possessive ? surface.substring(end) : "";
    }

    /** The first part of this role. */
    public Optional<Part> first(Role role) {
        return parts.stream().filter(part -> part.role() == role).findFirst();
    }

    /** What the titles say. */
    public Gender gender() {
        return parts.stream()
                .filter(part -> part.role() == Role.TITLE)
                .map(part -> Gender.ofTitle(part.text()))
                .reduce(Gender.UNKNOWN, Gender::or);
    }

    /** Parts that name the person: neither titles nor suffixes. */
    public List<Part> names() {
        return parts.stream()
                .filter(part -> part.role() != Role.TITLE && part.role() != Role.SUFFIX)
                .toList();
    }
}
