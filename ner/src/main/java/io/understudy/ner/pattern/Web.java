package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses and addresses of pages. */
final class Web {

    private static final String HOST_LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?+";
    private static final Pattern MAIL_HOST = Pattern.compile(
            "@(?:" + HOST_LABEL + "\\.){1,8}\\p{L}{2,24}+(?![\\p{L}\\p{N}_@]|\\.[\\p{L}\\p{N}]|-[\\p{L}\\p{N}])");
    private static final String PATH = "[^\\s<>\"`{}|\\\\^\u201c\u201d]{1,2000}+";
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_HOST = 255;

    /** Beginning with http, https, ftp or www. */
    private static final Pattern PAGE =
            Pattern.compile("(?:(?:https?|ftp)://|www\\d?\\.(?=[\\p{L}\\p{N}]))" + PATH, Pattern.CASE_INSENSITIVE);

    /** A host without a scheme: only under domains that are no English words, and no file extensions. */
    private static final Pattern HOST = Pattern.compile(
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,4}?"
                    + "\\.(?:com|org|net|edu|gov|io|example|co\\.uk|org\\.uk|ac\\.uk|de|fr|eu|ch|nl|info|biz|es|se|dk|fi|pt|ru"
                    + "|jp|cn|ie|cz|gr|hu|kr|mx|com\\.au|com\\.br|co\\.jp|co\\.in|co\\.za|co\\.nz|dev|ai|xyz)"
                    + "(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])(?:/" + PATH + ")?+",
            Pattern.CASE_INSENSITIVE);

    private static final String CLOSING = ".,;:!?'\u2019\"*_~)]>";

    private Web() {}

    /** The address of a page that begins at a word; its last characters are not the sentence's punctuation. */
    static Optional<Mention> matchPage(String text, int at, boolean scheme) {
        Matcher matcher = (scheme ? PAGE : HOST)
                .matcher(text)
                .useTransparentBounds(true)
                .region(at, Math.min(text.length(), at + 2_100));
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int end = matcher.end();
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        long unclosed = text.substring(at, end).chars().filter(c -> c == ')').count()
                - text.substring(at, end).chars().filter(c -> c == '(').count();
        while (end > at
                && CLOSING.indexOf(text.charAt(end - 1)) >= 0
                && (text.charAt(end - 1) != ')' || unclosed > 0)) {
            end--;
            unclosed -= text.charAt(end) == ')' ? 1 : 0;
        }
        boolean host = !scheme && text.substring(at, end).indexOf('/') < 0;
        // The scheme and its slashes alone are no address.
        return (end > at && text.charAt(end - 1) != '/') || end - at > 8
                ? Optional.of(new Mention(at, end, host ? Label.DOMAIN : Label.URL))
                : Optional.empty();
    }

    /** The e-mail address around an at sign. */
    static Optional<Mention> matchMail(String text, int sign) {
        int start = sign;
        while (start > 0 && sign - start <= LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < sign && ".-'+%".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean local = start < sign
                && sign - start <= LONGEST_LOCAL
                && text.charAt(sign - 1) != '.'
                && !text.substring(start, sign).contains("..");
        if (!local) {
            return Optional.empty();
        }
        Matcher host = MAIL_HOST
                .matcher(text)
                .useTransparentBounds(true)
                .region(sign, Math.min(text.length(), sign + LONGEST_HOST));
        return host.lookingAt() ? Optional.of(new Mention(start, host.end(), Label.EMAIL)) : Optional.empty();
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'!#$&*=?^~".indexOf(c) >= 0;
    }
}
