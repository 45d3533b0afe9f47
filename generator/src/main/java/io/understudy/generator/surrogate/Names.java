package io.understudy.generator.surrogate;

import io.understudy.core.text.Gender;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.PersonName;
import io.understudy.core.text.PersonName.Part;
import io.understudy.core.text.PersonName.Role;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of persons, part by part as the original: "Xx X. Xx" has an initial, "Xx, Xx" begins with the surname, "Xx. Xx"
 * with a title, "Xx x Xx" has a particle, "Xx-Xx" is double.
 */
final class Names implements Source {

    private static final String[] SUFFIXES = {"Jr.", "Sr."};
    private static final String[] PARTICLES = {"van", "von", "de", "di", "da", "del", "la"};

    /** What may stand between the letters of a name; anything else of the original goes. */
    private static final String MARKS = ".,'’-&()\"";

    @Override
    public String draw(Wish wish) {
        Look look = wish.look();
        if (wish.original().isPresent()) {
            return like(wish.original().get(), wish.persona(), true, true);
        }
        if (wish.desperate()) {
            return look.cased(capital(Coined.word(wish.random())) + ' ' + capital(Coined.word(wish.random())));
        }
        if (look.has(Run.DIGITS) && !look.has(Run.LETTERS)) {
            return Codes.follow(look, wish.random(), wish.relaxed() ? 2 : 0);
        }
        if (wish.relaxed() || !look.has(Run.LETTERS)) {
            return look.cased(wish.persona().first() + ' ' + wish.persona().last());
        }
        List<List<Token>> parts = parts(look);
        String name = parts.size() == 1 && isLone(parts.get(0)) ? lone(parts.get(0), wish) : joined(parts, wish);
        // "Xx" of a shape that kept nothing else still names somebody.
        return name.isEmpty() ? wish.persona().first() : name;
    }

    /** Part by part what the persona is called, in the case and with the marks of the original; titles stay. */
    static String like(Original original, Persona persona, boolean initials, boolean capitals) {
        PersonName name = PersonName.parse(original.surface());
        PersonName full = PersonName.parse(original.canonical());
        StringBuilder out = new StringBuilder();
        int middle = 0;
        for (Part written : name.parts()) {
            Part part = written;
            if (!initials && written.isInitial()) {
                part = new Part(written.role(), "Xx", "");
            }
            String text = switch (part.role()) {
                case TITLE -> title(part.text(), persona);
                case SUFFIX, PARTICLE -> part.text();
                case FIRST -> called(part, persona.first(), persona);
                case MIDDLE -> called(part, persona.middle(middle++), persona);
                case LAST -> called(part, persona.last(), persona);
                case LONE -> lone(part, full, persona);
            };
            out.append(out.length() > 0 ? " " : "")
                    .append(capitals ? text : capital(text))
                    .append(part.mark());
        }
        return out.append(name.ending()).toString();
    }

    /** The title itself, or the other gender's of its kind where the persona is of the other. */
    static String title(String title, Persona persona) {
        boolean dot = title.endsWith(".");
        String plain = dot ? title.substring(0, title.length() - 1) : title;
        if (Gender.ofTitle(plain).fits(persona.gender())) {
            return title;
        }
        String other = OTHER_TITLES.get(plain.toLowerCase(Locale.ROOT));
        return other == null ? title : cased(plain, capital(other)) + (dot && other.length() < 4 ? "." : "");
    }

    private static final Map<String, String> OTHER_TITLES = Map.ofEntries(
            Map.entry("mr", "ms"),
            Map.entry("mister", "madam"),
            Map.entry("sir", "dame"),
            Map.entry("lord", "lady"),
            Map.entry("uncle", "aunt"),
            Map.entry("herr", "frau"),
            Map.entry("monsieur", "madame"),
            Map.entry("señor", "señora"),
            Map.entry("sr", "sra"),
            Map.entry("signor", "signora"),
            Map.entry("mrs", "mr"),
            Map.entry("ms", "mr"),
            Map.entry("miss", "mr"),
            Map.entry("madam", "mister"),
            Map.entry("dame", "sir"),
            Map.entry("lady", "lord"),
            Map.entry("aunt", "uncle"),
            Map.entry("frau", "herr"),
            Map.entry("madame", "monsieur"),
            Map.entry("mme", "monsieur"),
            Map.entry("señora", "señor"),
            Map.entry("sra", "sr"),
            Map.entry("signora", "signor"));

    /** A first name where the full name, or the lists, say so; initials of all names; else the surname. */
    private static String lone(Part part, PersonName full, Persona persona) {
        String own = Normalization.of(part.text());
        boolean known = full.parts().stream().anyMatch(each -> each.role() == Role.LAST);
        boolean isFirst = known
                ? full.first(Role.FIRST)
                        .filter(each -> Normalization.of(each.text()).equals(own))
                        .isPresent()
                : FirstNames.isFirst(part.text());
        boolean isLast = full.first(Role.LAST)
                .filter(each -> Normalization.of(each.text()).endsWith(own))
                .isPresent();
        boolean initials = known && !isFirst && !isLast && part.text().length() < 5;
        if (initials) {
            StringBuilder letters = new StringBuilder();
            letters.append(persona.first(), 0, 1);
            for (int i = 0; letters.length() < part.text().replace(".", "").length() - 1; i++) {
                letters.append(persona.middle(i), 0, 1);
            }
            return cased(part.text(), letters.append(persona.last(), 0, 1).toString());
        }
        boolean whole = !known
                && part.text().length() > 2
                && Character.isIdeographic(part.text().codePointAt(0));
        if (whole || (!known && UnicodeScript.of(part.text().codePointAt(0)) == UnicodeScript.HANGUL)) {
            // Written without a space, surname first.
            return persona.last() + persona.first();
        }
        return called(part, isFirst ? persona.first() : persona.last(), persona);
    }

    /** "J" for "Jane", "Lee-Ann" for "Mary-Jane", "O'Hara" for "O'Brien". */
    private static String called(Part part, String name, Persona persona) {
        String text = part.text();
        if (part.isInitial()) {
            return cased(text, name.substring(0, name.offsetByCodePoints(0, 1)))
                    + (text.indexOf('.') > 0 ? more(text, persona) : "");
        }
        int mark = Math.max(text.indexOf('\''), text.indexOf('’'));
        if (mark == 1) {
            return text.substring(0, 2) + cased(text.substring(2), name);
        }
        int hyphen = text.indexOf('-', 1);
        if (hyphen > 0 && hyphen < text.length() - 1) {
            String second = name.equals(persona.last()) ? persona.secondLast() : persona.middle(7);
            return cased(text.substring(0, hyphen), name) + '-' + cased(text.substring(hyphen + 1), second);
        }
        return cased(text, name);
    }

    /** The initials behind the first of "J.R.R". */
    private static String more(String initials, Persona persona) {
        StringBuilder more = new StringBuilder();
        int count = (int) initials.chars().filter(Character::isLetter).count();
        for (int i = 0; i < count - 1; i++) {
            more.append('.').append(persona.middle(i), 0, 1);
        }
        return more.append(initials.endsWith(".") ? "." : "").toString();
    }

    private static String cased(String like, String name) {
        if (like.equals(like.toLowerCase(Locale.ROOT))) {
            return name.toLowerCase(Locale.ROOT);
        }
        boolean upper = like.length() > 1 && like.equals(like.toUpperCase(Locale.ROOT));
        return upper ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Whether the part is one run of letters, with marks or digits perhaps. */
    private static boolean isLone(List<Token> part) {
        return part.stream().filter(token -> token.run() == Run.LETTERS).count() == 1;
    }

    private static String lone(List<Token> part, Wish wish) {
        boolean first = wish.lead() != Lead.TITLE && wish.random().nextInt(3) > 0;
        return fill(part, first ? wish.persona().first() : wish.persona().last(), wish);
    }

    private String joined(List<List<Token>> parts, Wish wish) {
        int last = parts.size() - 1;
        while (last > 0 && (isShort(parts.get(last)) || !isName(parts.get(last)))) {
            last--;
        }
        int first = 0;
        while (first < last && (isShort(parts.get(first)) || !isName(parts.get(first)))) {
            first++;
        }
        boolean lastFirst = first < last && endsWith(parts.get(first), ',');
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            List<Token> part = parts.get(i);
            String filled;
            if (!isName(part)) {
                filled = fill(part, "", wish);
            } else if (isShort(part) && i < first) {
                filled = wish.look().cased(Phrases.title(wish));
            } else if (isShort(part) && i > last) {
                filled = wish.look().cased(wish.pick(SUFFIXES));
            } else if (isInitial(part) || isShort(part)) {
                filled = fill(part, initial(wish), wish);
            } else if (i == first && first < last) {
                filled = fill(
                        part, lastFirst ? wish.persona().last() : wish.persona().first(), wish);
            } else if (i == last) {
                filled = fill(
                        part,
                        lastFirst ? wish.persona().first() : wish.persona().last(),
                        wish);
            } else if (isParticle(part) && !wish.look().isLower()) {
                filled = fill(part, wish.pick(PARTICLES), wish);
            } else {
                filled = fill(part, wish.persona().middle(i), wish);
            }
            if (!filled.isEmpty()) {
                name.append(name.length() > 0 ? " " : "").append(filled);
            }
        }
        return name.toString();
    }

    /** The part's marks stay; its first run of letters becomes the name, others surnames; digits are drawn. */
    private static String fill(List<Token> part, String name, Wish wish) {
        StringBuilder out = new StringBuilder();
        boolean used = false;
        for (int i = 0; i < part.size(); i++) {
            Token token = part.get(i);
            switch (token.run()) {
                case LETTERS -> {
                    boolean prefix = !used && token.text().equals("X") && i + 2 < part.size();
                    // O'Xx, D'Xx
                    String word = prefix && isApostrophe(part.get(i + 1))
                            ? wish.pick("O", "D")
                            : used || prefix ? Pool.LAST_NAME.draw(wish.random()) : name;
                    used |= !prefix;
                    out.append(Look.cased(token.text(), prefix ? word.substring(0, 1) : word));
                }
                case DIGITS -> out.append(Codes.digits(token.text().length(), wish.random()));
                default -> out.append(MARKS.contains(token.text()) ? token.text() : "");
            }
        }
        return out.toString();
    }

    private static String initial(Wish wish) {
        return String.valueOf((char) ('A' + wish.random().nextInt(26)));
    }

    private static boolean isName(List<Token> part) {
        return part.stream().anyMatch(token -> token.run() == Run.LETTERS);
    }

    /** "Xx.": a title, a suffix or a shortened name. */
    private static boolean isShort(List<Token> part) {
        return part.size() >= 2
                && part.get(0).text().equals("Xx")
                && part.get(1).text().equals(".");
    }

    private static boolean isInitial(List<Token> part) {
        return part.get(0).text().equals("X") && part.size() <= 2;
    }

    private static boolean isParticle(List<Token> part) {
        return part.size() == 1 && part.get(0).text().equals("x");
    }

    private static boolean isApostrophe(Token token) {
        return token.text().equals("'") || token.text().equals("’");
    }

    private static boolean endsWith(List<Token> part, char mark) {
        return part.get(part.size() - 1).text().equals(String.valueOf(mark));
    }

    private static List<List<Token>> parts(Look look) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Token token : look.tokens()) {
            if (token.run() != Run.SPACE) {
                part.add(token);
            } else if (!part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    static String capital(String word) {
        return Look.cased("Xx", word);
    }
}
