package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Addresses of the Internet Protocol: version 4 in dotted decimals, version 6 in colons (RFC 4291). */
final class IpAddresses {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Set<String> VERSION = Set.of("version", "release", "ver", "v", "section", "chapter");
    private static final int LONGEST_V6 = 45;

    /** Beginning with a digit. A version number may have four parts too; the word before tells. */
    static final List<Form> FORMS = List.of(Form.of(
            "ipv4",
            Label.IP_ADDRESS,
            OCTET + "(?:\\." + OCTET + "){3}(?![\\p{L}\\p{N}_]|[.-]\\d)",
            (text, start, end) -> !VERSION.contains(Context.wordBefore(text, start))));

    private IpAddresses() {}

    /**
     * The address of version 6 around a colon.
     *
     * @param colon where the text has a colon that is the first of its run of hexadecimal digits and colons
     */
    static Optional<Mention> matchV6(String text, int colon) {
        int start = colon;
        while (start > 0 && colon - start < 5 && isHex(text.charAt(start - 1))) {
            start--;
        }
        int end = colon;
        while (end < text.length()
                && end - start <= LONGEST_V6
                && (isHex(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        if (end > start && text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2)) {
            end--;
        }
        boolean alone = (start == 0 || !joins(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        return alone && end > start && isV6(text.substring(start, end))
                ? Optional.of(new Mention(start, end, Label.IP_ADDRESS))
                : Optional.empty();
    }

    /** Eight groups of one to four hexadecimal digits; one run of zero groups may be "::". */
    static boolean isV6(String surface) {
        int gap = surface.indexOf("::");
        if (gap < 0) {
            return groups(surface) == 8;
        }
        int before = groups(surface.substring(0, gap));
        int after = groups(surface.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after > 0 && before + after <= 7;
    }

    /** The number of groups, or -1 where one is not well formed. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int groups = 0;
        int digits = 0;
        for (int i = 0; i <= part.length(); i++) {
            if (i == part.length() || part.charAt(i) == ':') {
                if (digits == 0 || digits > 4) {
                    return -1;
                }
                groups++;
                digits = 0;
            } else {
                digits++;
            }
        }
        return groups;
    }

    private static boolean joins(char c) {
        return c == ':' || Character.isLetterOrDigit(c);
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }
}
