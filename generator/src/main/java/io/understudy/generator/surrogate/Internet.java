package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.text.PersonName;
import io.understudy.core.text.PersonName.Role;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses on the net that belong to nobody. Names: example.com, .org and .net with all hosts below them (RFC 2606).
 * IPv4: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737); when these run out, 198.18.0.0/15, for benchmarks
 * (RFC 2544), then 240.0.0.0/4, never given (RFC 1112). IPv6: 2001:db8::/32 (RFC 3849). MAC: locally administered
 * unicast, which no maker is given (IEEE 802).
 */
final class Internet {

    /** Kinds that name a host. */
    static final Set<String> KINDS = Set.of("EMAIL", "URL", "DOMAIN");

    private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};
    private static final String[] NETS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private static final int HOSTS = 254;
    private static final Stock FOR_EXAMPLES =
            addresses("192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24", NETS.length, net -> NETS[net]);
    private static final Stock FOR_BENCHMARKS =
            addresses("198.18.0.0/15", 2 << 8, net -> "198." + (18 + (net >> 8)) + '.' + (net & 255) + '.');
    private static final Stock NEVER_GIVEN = addresses(
            "240.0.0.0/4", 15 << 16, net -> (240 + (net >> 16)) + "." + (net >> 8 & 255) + '.' + (net & 255) + '.');

    private Internet() {}

    private static Stock addresses(String name, int nets, IntFunction<String> net) {
        return new Stock(name, BigInteger.valueOf((long) nets * HOSTS), index -> {
            int at = index.intValueExact();
            return net.apply(at / HOSTS) + (at % HOSTS + 1);
        });
    }

    private static final Pattern TWO_NAMES = Pattern.compile("[Xx]+([._-])[Xx]+d*");

    static String email(Wish wish) {
        String pattern = wish.look().shape().pattern();
        int at = pattern.indexOf('@');
        String local = at > 0 ? pattern.substring(0, at) : "";
        String host = wish.original()
                .map(original -> like(
                        original,
                        original.surface().substring(original.surface().indexOf('@') + 1)))
                .orElseGet(() -> wish.host().isEmpty() ? domainName(wish) : below(wish.host()));
        return local(wish, local) + '@' + (wish.look().shape().isUpper() ? host.toUpperCase(Locale.ROOT) : host);
    }

    /** Where anybody may have an address: a host of their own would say more than the original. */
    private static final Set<String> PUBLIC = Set.of(
            "gmail",
            "googlemail",
            "yahoo",
            "hotmail",
            "outlook",
            "live",
            "msn",
            "aol",
            "icloud",
            "me",
            "mail",
            "gmx",
            "web",
            "protonmail",
            "proton",
            "yandex",
            "qq",
            "163",
            "orange",
            "free",
            "libero",
            "t-online",
            "comcast");

    /** What many hosts are called in front: it says nothing of whose they are. */
    private static final Set<String> USUAL = Set.of(
            "www",
            "mail",
            "smtp",
            "imap",
            "ftp",
            "api",
            "app",
            "status",
            "chat",
            "support",
            "help",
            "shop",
            "blog",
            "docs",
            "news",
            "login",
            "portal",
            "intranet");

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

    /** Labels of a host name are at most 63 characters long (RFC 1035). */
    private static final int LONGEST_HOST = 63;

    /** One host for one original, after its organization where that is known: all addresses of a firm stay together. */
    private static String like(Original original, String host) {
        String[] parts = parts(host);
        String own = parts[own(parts)];
        SplittableRandom random = new SplittableRandom(original.number("host " + own));
        String domain = DOMAINS[random.nextInt(DOMAINS.length)];
        if (PUBLIC.contains(own)) {
            return domain;
        }
        String name = original.hosts().get(own);
        String known = name == null ? Coined.word(random) + '-' + Coined.word(random) + '.' + domain : below(name);
        return own(parts) > 0 && USUAL.contains(parts[0]) ? parts[0] + '.' + known : known;
    }

    private static String[] parts(String host) {
        return host.toLowerCase(Locale.ROOT).split("\\.", -1);
    }

    /** Index of the part that its owner chose: "acme" of "www.acme.co.uk". */
    private static int own(String[] parts) {
        boolean shortSecond = parts.length > 2 && parts[parts.length - 2].length() <= 3;
        return Math.max(0, parts.length - (shortSecond ? 3 : 2));
    }

    /** "acme" of "info@acme.com" and of "https://www.acme.com/prices". */
    static String owner(String address) {
        String[] parts = parts(hostOf(address.substring(address.indexOf('@') + 1)));
        return parts[own(parts)];
    }

    /**
     * What an organization may be called on the net: "Acme Widgets Ltd" is acme, acmewidgets, acme-widgets,
     * acmewidgetsltd, acme-widgets-ltd or awl.
     */
    static Set<String> hostNames(String organization) {
        Set<String> names = new LinkedHashSet<>();
        StringBuilder joined = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (String word : slug(organization).split("-", -1)) {
            joined.append(joined.length() == 0 ? "" : "-").append(word);
            letters.append(word, 0, Math.min(1, word.length()));
            names.add(joined.toString());
            names.add(joined.toString().replace("-", ""));
        }
        names.add(letters.toString());
        names.removeIf(name -> name.length() < 3);
        return names;
    }

    /** "brandt-harbor-group" for "Brandt Harbor Group"; empty where no letter of the name can stand in an address. */
    static String slug(String organization) {
        StringBuilder slug = new StringBuilder();
        for (String word : organization.split("[^\\p{L}\\p{N}']+", -1)) {
            String plain = plain(word).toLowerCase(Locale.ROOT);
            if (!plain.isEmpty() && slug.length() + plain.length() < LONGEST_HOST) {
                slug.append(slug.length() == 0 ? "" : "-").append(plain);
            }
        }
        return slug.toString();
    }

    /** The same reserved name for the same host. */
    private static String below(String host) {
        return host + '.' + DOMAINS[(int) Math.floorMod(Seeds.hash(host), (long) DOMAINS.length)];
    }

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
    private static String plain(String name) {
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

    private static String domainName(Wish wish) {
        return wish.pick(DOMAINS);
    }

    /** A host below a reserved name, so that there are many. */
    static String domain(Wish wish) {
        if (wish.original().isPresent()) {
            return wish.look()
                    .cased(like(wish.original().get(), wish.original().get().surface()));
        }
        return wish.look().cased(host(wish).toLowerCase(Locale.ROOT));
    }

    private static String host(Wish wish) {
        return wish.host().isEmpty() || wish.relaxed() ? word(wish) + '.' + domainName(wish) : below(wish.host());
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
            url.append(like(wish.original().get(), hostOf(wish.original().get().surface())));
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

    private static String hostOf(String url) {
        String rest = url.substring(url.contains("://") ? url.indexOf("://") + 3 : 0);
        return rest.split("[/:?#]", 2)[0];
    }

    static String ipAddress(Wish wish) {
        SplittableRandom random = wish.random();
        String pattern = wish.look().shape().pattern();
        if (pattern.indexOf(':') >= 0 && pattern.indexOf('.') < 0) {
            StringBuilder address = new StringBuilder("2001:db8:");
            int groups = pattern.contains("::") ? random.nextInt(1, 4) : 6;
            address.append(groups < 6 ? ":" : "");
            for (int i = 0; i < groups; i++) {
                address.append(i == 0 ? "" : ":").append(Integer.toHexString(random.nextInt(1, 0x10000)));
            }
            return wish.look().cased(address.toString());
        }
        String suffix = pattern.endsWith("/dd") ? "/" + random.nextInt(24, 33) : "";
        if (wish.original().isPresent()) {
            Deal deal = wish.original().get().deal();
            return deal.placed(FOR_EXAMPLES, Optional::of)
                            .or(() -> deal.placed(FOR_BENCHMARKS, Optional::of))
                            .or(() -> deal.placed(NEVER_GIVEN, Optional::of))
                            .orElseGet(() -> deal.shared(NEVER_GIVEN, Optional::of))
                    + suffix;
        }
        if (wish.relaxed()) {
            // The three nets hold 762 addresses.
            return wish.effort() < 2 * Wish.RELAXED
                    ? "198." + random.nextInt(18, 20) + "." + random.nextInt(256) + "." + random.nextInt(1, 255)
                    : random.nextInt(240, 255) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                            + random.nextInt(1, 255);
        }
        return wish.pick(NETS) + random.nextInt(1, 255) + suffix;
    }

    static String macAddress(Wish wish) {
        boolean hyphens = wish.look().has('-');
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            int octet = wish.random().nextInt(256);
            address.append(i == 0 ? "" : hyphens ? "-" : ":").append(hex(i == 0 ? (octet & 0xfc) | 2 : octet));
        }
        return wish.look().shape().pattern().contains("x")
                ? address.toString()
                : address.toString().toUpperCase(Locale.ROOT);
    }

    private static String hex(int octet) {
        return (octet < 16 ? "0" : "") + Integer.toHexString(octet);
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
