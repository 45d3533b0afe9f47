package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Addresses on the net that belong to nobody. Names: example.com, .org and .net with all hosts below them (RFC 2606).
 * IPv4: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737). IPv6: 2001:db8::/32 (RFC 3849). MAC: locally
 * administered unicast, which no maker is given (IEEE 802).
 */
final class Internet {

    private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};
    private static final String[] NETS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private Internet() {}

    static String email(Wish wish) {
        String pattern = wish.look().shape().pattern();
        int at = pattern.indexOf('@');
        String local = at > 0 ? pattern.substring(0, at) : "";
        String host = wish.look().shape().isUpper() ? domainName(wish).toUpperCase(Locale.ROOT) : domainName(wish);
        return local(wish, local) + '@' + host;
    }

    /** The persona's names as the original had them: "x.x", "x_x", "xdd", "Xxx". */
    private static String local(Wish wish, String pattern) {
        String first = plain(wish.persona().first());
        String last = plain(wish.persona().last());
        boolean two = pattern.matches("[Xx]+[._-][Xx]+d*");
        char mark = two ? pattern.replaceAll("[Xxd]", "").charAt(0) : '.';
        StringBuilder local = new StringBuilder();
        if (two || pattern.isEmpty()) {
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

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z]", "");
    }

    private static String domainName(Wish wish) {
        return wish.pick(DOMAINS);
    }

    /** A host below a reserved name, so that there are many. */
    static String domain(Wish wish) {
        return wish.look().cased((host(wish) + '.' + domainName(wish)).toLowerCase(Locale.ROOT));
    }

    private static String host(Wish wish) {
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
        if (rest.replaceAll("/.*", "").chars().filter(c -> c == '.').count() > 1) {
            url.append("www.");
        }
        url.append(host(wish)).append('.').append(domainName(wish));
        if (slash >= 0) {
            for (String part : rest.substring(slash + 1).split("/", 4)) {
                url.append('/').append(part.isEmpty() ? "" : host(wish));
            }
        }
        String text = url.toString();
        return wish.look().shape().isUpper() ? text.toUpperCase(Locale.ROOT) : text;
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
