package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.text.PersonName;
import io.understudy.core.text.PersonName.Role;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail boxes, pages and user names that belong to nobody, on {@link Hosts} that nobody has. */
final class Internet {

    private Internet() {}

    private static final Pattern TWO_NAMES = Pattern.compile("[Xx]+([._-])[Xx]+d*");

    static String email(Wish wish) {
        String pattern = wish.look().shape().pattern();
        int at = pattern.indexOf('@');
        String local = at > 0 ? pattern.substring(0, at) : "";
        String host = wish.original()
                .map(original -> Hosts.like(
                        original,
                        original.surface().substring(original.surface().indexOf('@') + 1)))
                .orElseGet(() -> wish.host().isEmpty() ? Hosts.reserved(wish) : Hosts.below(wish.host()));
        return local(wish, local) + '@' + (wish.look().shape().isUpper() ? host.toUpperCase(Locale.ROOT) : host);
    }

    /** Whoever reads what is sent there: they say nothing of anybody. */
    private static final Set<String> ROLES = Set.of(
            "info",
            "support",
            "sales",
            "contact",
            "office",
            "hello",
            "help",
            "desk",
            "admin",
            "webmaster",
            "postmaster",
            "noreply",
            "no-reply",
            "team",
            "jobs",
            "careers",
            "press",
            "billing",
            "accounts",
            "service",
            "orders",
            "newsletter",
            "privacy",
            "security");

    /** The persona's names as the original had them: "x.x", "x_x", "xdd", "Xxx". */
    private static String local(Wish wish, String pattern) {
        String first = latin(wish.persona().first(), wish.persona());
        String last = latin(wish.persona().last(), wish.persona());
        Matcher names = TWO_NAMES.matcher(pattern);
        boolean two = names.matches();
        String mark = two ? names.group(1) : ".";
        StringBuilder local = new StringBuilder();
        Optional<String> role = wish.original()
                .map(original -> original.surface().split("@", 2)[0])
                .filter(name -> wish.effort() == 0 && ROLES.contains(name.toLowerCase(Locale.ROOT)));
        if (role.isPresent()) {
            return role.get();
        }
        Optional<String> like = wish.original().flatMap(original -> likeNames(original, first, last));
        if (like.isPresent()) {
            local.append(like.get());
        } else if (two || pattern.isEmpty()) {
            local.append(first).append(mark).append(last);
        } else {
            switch (wish.random().nextInt(wish.relaxed() ? 2 : 3)) {
                case 0 -> local.append(first).append(last);
                case 1 -> local.append(first, 0, 1).append(last);
                default -> local.append(first);
            }
        }
        int digits = (int) pattern.chars().filter(c -> c == 'd').count() + (wish.relaxed() ? 3 : 0);
        local.append(Codes.digits(Math.min(digits, 8), wish.random()));
        if (pattern.startsWith("XX") && !pattern.contains("x")) {
            return local.toString().toUpperCase(Locale.ROOT);
        }
        boolean cased = pattern.startsWith("X");
        return cased ? local.toString() : local.toString().toLowerCase(Locale.ROOT);
    }

    /** The parts of the original's local part that are names of its owner, by the persona's; empty if none is. */
    private static Optional<String> likeNames(Original original, String first, String last) {
        PersonName owner = PersonName.parse(original.canonical());
        String f = owner.first(Role.FIRST)
                .map(part -> plain(part.text()))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        String l = owner.first(Role.LAST)
                .or(() -> owner.first(Role.LONE))
                .map(part -> plain(part.text()))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        int at = original.surface().indexOf('@', 1);
        String local = (at < 0 ? original.surface() : original.surface().substring(0, at)).toLowerCase(Locale.ROOT);
        StringBuilder made = new StringBuilder();
        boolean known = false;
        for (String piece : local.split("(?<=[._+-])|(?=[._+-])", -1)) {
            String letters = plain(piece);
            String name = letters.isEmpty() || owner.names().size() < 1
                    ? ""
                    : letters.equals(f)
                            ? first
                            : letters.equals(l)
                                    ? last
                                    : f.isEmpty() || l.isEmpty() || first.isEmpty() || last.isEmpty()
                                            ? ""
                                            : pair(letters, f, l, first, last);
            known |= !name.isEmpty();
            made.append(letters.isEmpty() && !piece.matches("\\d*") ? piece : name);
        }
        return known ? Optional.of(made.toString()) : Optional.empty();
    }

    private static String pair(String letters, String f, String l, String first, String last) {
        String a = first.substring(0, 1);
        String b = last.substring(0, 1);
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(f + l, first + last);
        ways.put(l + f, last + first);
        ways.put(f.substring(0, 1) + l, a + last);
        ways.put(l + f.substring(0, 1), last + a);
        ways.put(f + l.substring(0, 1), first + b);
        ways.put(f.substring(0, 1) + l.substring(0, 1), a + b);
        ways.put(f.substring(0, 1), a);
        ways.put(l.substring(0, 1), b);
        return ways.getOrDefault(letters, "");
    }

    /** A coined word for a name that no address can hold. */
    private static String latin(String name, Persona persona) {
        String plain = plain(name);
        return plain.isEmpty() ? Coined.word(Seeds.random(persona.own(), Seeds.hash(name))) : plain;
    }

    /**
     * Letters as they may stand in an address: "Jürgen" is "Jurgen", "Łukasz" is "Lukasz"; other scripts are left out.
     */
    static String plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80 || !Character.isLetter(name.charAt(i))) {
                return Normalizer.normalize(
                                name.replace('ł', 'l')
                                        .replace('Ł', 'L')
                                        .replace('ø', 'o')
                                        .replace('Ø', 'O')
                                        .replace("ß", "ss")
                                        .replace("æ", "ae")
                                        .replace("Æ", "Ae")
                                        .replace('ı', 'i'),
                                Normalizer.Form.NFKD)
                        .replaceAll("[^A-Za-z]", "");
            }
        }
        return name;
    }

    /** A host below a reserved name, so that there are many. */
    static String domain(Wish wish) {
        if (wish.original().isPresent()) {
            return wish.look()
                    .cased(Hosts.like(
                            wish.original().get(), wish.original().get().surface()));
        }
        return wish.look().cased(host(wish).toLowerCase(Locale.ROOT));
    }

    private static String host(Wish wish) {
        return wish.host().isEmpty() || wish.relaxed()
                ? word(wish) + '.' + Hosts.reserved(wish)
                : Hosts.below(wish.host());
    }

    private static String word(Wish wish) {
        String word = plain((wish.random().nextBoolean() ? Pool.NOUN : Pool.LAST_NAME).draw(wish.random()))
                .toLowerCase(Locale.ROOT);
        String host = word.isEmpty() ? Coined.word(wish.random()) : word;
        return wish.relaxed() ? host + '-' + Coined.word(wish.random()) : host;
    }

    /** Scheme, path and slash as the original had them. */
    static String url(Wish wish) {
        String pattern = wish.look().shape().pattern();
        int scheme = pattern.indexOf("://");
        String rest = scheme < 0 ? pattern : pattern.substring(scheme + 3);
        int slash = rest.indexOf('/');
        StringBuilder url = new StringBuilder();
        if (scheme >= 0 || pattern.isEmpty()) {
            url.append("https://");
        }
        if (wish.original().isPresent()) {
            url.append(Hosts.like(
                    wish.original().get(), Hosts.of(wish.original().get().surface())));
        } else {
            String host = slash < 0 ? rest : rest.substring(0, slash);
            url.append(host.indexOf('.') < host.lastIndexOf('.') ? "www." : "").append(host(wish));
        }
        if (slash >= 0) {
            for (String part : rest.substring(slash + 1).split("/", 4)) {
                url.append('/').append(part.isEmpty() ? "" : word(wish));
            }
        }
        String text = url.toString();
        return wish.look().shape().isUpper() ? text.toUpperCase(Locale.ROOT) : text;
    }

    static String username(Wish wish) {
        Look look = wish.look();
        if (look.has(Run.DIGITS) && !look.has(Run.LETTERS)) {
            return Codes.follow(look, wish.random(), wish.relaxed() ? 2 : 0);
        }
        StringBuilder at = new StringBuilder();
        for (Token token : look.tokens()) {
            if (!token.text().equals("@")) {
                break;
            }
            at.append('@');
        }
        String pattern = look.shape().pattern().substring(at.length());
        return at + local(wish, pattern.isEmpty() ? "xdd" : pattern.replaceAll("\\s", "_"));
    }
}
