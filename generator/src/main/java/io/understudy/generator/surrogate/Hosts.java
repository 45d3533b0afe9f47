package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Names of hosts that belong to nobody: example.com, .org and .net with all hosts below them (RFC 2606). A host of the
 * source becomes one of these, after its organization where that is known.
 */
final class Hosts {

    /** Kinds that name a host. */
    static final Set<String> KINDS = Set.of("EMAIL", "URL", "DOMAIN");

    private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};

    private Hosts() {}

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

    /** Labels of a host name are at most 63 characters long (RFC 1035). */
    private static final int LONGEST_HOST = 63;

    /** One host for one original, after its organization where that is known: all addresses of a firm stay together. */
    static String like(Original original, String host) {
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
        String[] parts = parts(of(address.substring(address.indexOf('@') + 1)));
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
            String plain = Internet.plain(word).toLowerCase(Locale.ROOT);
            if (!plain.isEmpty() && slug.length() + plain.length() < LONGEST_HOST) {
                slug.append(slug.length() == 0 ? "" : "-").append(plain);
            }
        }
        return slug.toString();
    }

    /** The same reserved name for the same host. */
    static String below(String host) {
        return host + '.' + DOMAINS[(int) Math.floorMod(Seeds.hash(host), (long) DOMAINS.length)];
    }

    static String of(String url) {
        String rest = url.substring(url.contains("://") ? url.indexOf("://") + 3 : 0);
        return rest.split("[/:?#]", 2)[0];
    }

    static String reserved(Wish wish) {
        return wish.pick(DOMAINS);
    }
}
