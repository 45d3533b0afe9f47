package io.understudy.ner.identifier;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.checksum.CryptoAddress;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes that are one long word: addresses of crypto currencies and network cards, codes of banks, keys and tokens of
 * services, user names. A text is cut at white space and quotes, marks at the ends aside.
 */
public final class Codes implements EntityRecognizer {

    private static final Label CRYPTO = new Label("CRYPTO_ADDRESS");
    private static final Label MAC = new Label("MAC_ADDRESS");
    private static final Label BIC = new Label("BIC");
    private static final Label KEY = new Label("API_KEY");

    public static final Set<Label> LABELS = Set.of(CRYPTO, MAC, BIC, KEY, Label.USERNAME);

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 40;

    /** IEEE 802: six octets; or three groups of four digits, as routers print them. */
    private static final Pattern MAC_FORM =
            Pattern.compile("(?i)[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}");

    /** ISO 9362: institution, country, place, branch. */
    private static final Pattern BIC_FORM = Pattern.compile("[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Prefixes that services document for their keys, and what follows. */
    private static final Pattern KEY_FORM = Pattern.compile(
            "(?:sk|pk|rk)_(?:live|test)_[0-9A-Za-z]{16,}|sk-[0-9A-Za-z_-]{20,}"
                    + "|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|gh[pousr]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{22,}"
                    + "|glpat-[0-9A-Za-z_-]{20,}|xox[abprs]-[0-9A-Za-z-]{10,}|SG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}"
                    + "|npm_[0-9A-Za-z]{36}|hf_[0-9A-Za-z]{30,}|ya29\\.[0-9A-Za-z_-]{20,}"
                    + "|eyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]*|dckr_pat_[0-9A-Za-z_-]{27}|pypi-[0-9A-Za-z_-]{50,}");

    private static final Pattern KEY_LETTERS = Pattern.compile("[0-9A-Za-z_+/=.-]{16,}");
    private static final List<String> KEY_WORDS = List.of(
            "api key",
            "api-key",
            "apikey",
            "api_key",
            "token",
            "secret",
            "access key",
            "bearer",
            "private key",
            "client_secret",
            "password",
            "passwd",
            "auth");
    private static final List<String> BANK_WORDS =
            List.of("bic", "swift", "swift code", "bank identifier", "swift/bic", "bic/swift", "iban", "bank code");
    private static final List<String> NAME_WORDS = List.of(
            "username",
            "user name",
            "user-name",
            "user id",
            "userid",
            "login",
            "handle",
            "screen name",
            "nickname",
            "account name",
            "benutzername");

    /** Where user names are used; a word may stand behind them too. */
    private static final List<String> NETWORKS = List.of(
            "skype",
            "telegram",
            "discord",
            "instagram",
            "insta",
            "twitter",
            "github",
            "snapchat",
            "signal",
            "slack",
            "on github is",
            "on instagram is",
            "on twitter is");

    private static final List<String> USER_WORDS = List.of(
            "user",
            "users",
            "benutzer",
            "utilisateur",
            "usuario",
            "utente",
            "log in",
            "logged in",
            "log on",
            "sign in",
            "signed in",
            "logs in");
    /** Before a name, in some languages. */
    private static final List<String> USERS = List.of("user", "users", "benutzer", "utilisateur", "usuario", "utente");

    private static final Set<String> LOGGING_IN =
            Set.of("log in as", "logged in as", "logs in as", "log on as", "sign in as", "signed in as", "login as");

    /** Names that are nobody's. */
    private static final Set<String> ROLES = Set.of(
            "admin",
            "administrator",
            "root",
            "guest",
            "user",
            "owner",
            "soon",
            "well",
            "usual",
            "another",
            "someone",
            "anonymous",
            "normal",
            "before",
            "described",
            "shown",
            "necessary",
            "part");

    private static final Pattern NAME_FORM = Pattern.compile("@?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,38}[\\p{L}\\p{N}]");

    /** As networks write their users. */
    private static final Pattern HANDLE = Pattern.compile("@[A-Za-z][A-Za-z0-9_.]{2,29}");

    /** "Meet me @noon", and whom a channel calls. */
    private static final Set<String> NO_HANDLES = Set.of(
            "@noon",
            "@midnight",
            "@home",
            "@work",
            "@school",
            "@all",
            "@here",
            "@channel",
            "@everyone",
            "@media",
            "@Override",
            "@param",
            "@return",
            "@throws",
            "@see");

    private static final Pattern PARTED = Pattern.compile("(?::|=|\\bis:?|\\s-)\\s*$");

    /** A bank's code; what is shorter can be a user name only. */
    private static final int SHORTEST_CODE = 8;

    /** The shortest address in Bech32 by BIP 173; keys are longer. */
    private static final int SHORTEST_LONG_CODE = 14;

    /** Bits in a character that random keys have, and words have not. */
    private static final double LEAST_ENTROPY = 3.2;

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (isCut(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && !isCut(text.charAt(end))) {
                end++;
            }
            if (end - at >= 3 && end - at <= LONGEST) {
                word(text, at, end, found);
            }
            at = end;
        }
        return found;
    }

    private static void word(String text, int from, int to, List<Finding> found) {
        int start = afterAssignment(text, from, to);
        int end = to;
        while (start < end && "([{<*".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (start < end && ".,;:!?)]}>*'\u2019".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int length = end - start;
        boolean name = length >= 3 && length <= LONGEST_NAME && isAfterSign(text, start);
        if (length < SHORTEST_CODE && !name) {
            return;
        }
        String code = text.substring(start, end);
        boolean digit = hasDigit(code);
        if (digit && (length == 17 || length == 14) && MAC_FORM.matcher(code).matches()) {
            add(start, end, MAC, 0.95, "mac_address", Optional.empty(), false, found);
        } else if (length >= SHORTEST_LONG_CODE && isCrypto(code)) {
            add(start, end, CRYPTO, 0.99, "crypto_address", Optional.empty(), !code.startsWith("0x"), found);
        } else if (length >= SHORTEST_LONG_CODE && KEY_FORM.matcher(code).matches()) {
            add(start, end, KEY, 0.95, "api_key.prefix", Optional.empty(), false, found);
        } else {
            told(text, start, end, code, digit, name, found);
        }
    }

    /** Where the value begins in "api_key=...", or the word itself. */
    private static int afterAssignment(String text, int from, int to) {
        int equals = to - 4;
        while (equals > from && text.charAt(equals) != '=') {
            equals--;
        }
        if (equals <= from) {
            return from;
        }
        String key = text.substring(from, equals).toLowerCase(Locale.ROOT);
        return KEY_WORDS.stream().anyMatch(key::endsWith) ? equals + 1 : from;
    }

    /** What needs a telling word. */
    private static void told(
            String text, int start, int end, String code, boolean digit, boolean afterSign, List<Finding> found) {
        if (digit && code.length() <= LONGEST_NAME && isPassword(text, start, code)) {
            add(start, end, KEY, 0.8, "api_key.password", Optional.of("password"), false, found);
            return;
        }
        boolean key =
                digit && code.length() >= 16 && KEY_LETTERS.matcher(code).matches() && entropy(code) >= LEAST_ENTROPY;
        boolean bank = (code.length() == 8 || code.length() == 11)
                && Character.isUpperCase(code.charAt(0))
                && BIC_FORM.matcher(code).matches()
                && COUNTRIES.contains(code.substring(4, 6));
        if (HANDLE.matcher(code).matches() && !NO_HANDLES.contains(code)) {
            add(start, end, Label.USERNAME, 0.75, "username.handle", Optional.empty(), false, found);
            return;
        }
        boolean name = afterSign
                && (isAfterName(text, start) || isUser(text, start, code))
                && NAME_FORM.matcher(code).matches();
        if (!key && !bank && !name) {
            return;
        }
        Telling telling = new Telling(text, start, end);
        if (key) {
            telling.find(KEY_WORDS)
                    .ifPresent(word -> add(start, end, KEY, 0.85, "api_key.entropy", Optional.of(word), false, found));
        }
        if (bank) {
            telling.find(BANK_WORDS)
                    .ifPresent(word -> add(start, end, BIC, 0.95, "bic", Optional.of(word), false, found));
        }
        if (name) {
            telling.find(NAME_WORDS)
                    .or(() -> telling.find(USER_WORDS))
                    .or(() -> telling.find(NETWORKS))
                    .ifPresent(
                            word -> add(start, end, Label.USERNAME, 0.85, "username", Optional.of(word), false, found));
        }
    }

    /**
     * Whether a colon, an equals sign, a hyphen or "is" may stand before, or an at sign begins it: spares most words.
     */
    private static boolean isAfterSign(String text, int start) {
        if (text.charAt(start) == '@') {
            return true;
        }
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && (":=-sS".indexOf(text.charAt(before)) >= 0 || isAfterUser(text, before + 1));
    }

    /** Whether "user" or the like ends at a place. */
    private static boolean isAfterUser(String text, int end) {
        return USERS.stream()
                .anyMatch(user ->
                        end >= user.length() && text.regionMatches(true, end - user.length(), user, 0, user.length()));
    }

    /** Whether "user name", "login" or the like ends just before, a colon or "is" between. */
    private static boolean isAfterName(String text, int start) {
        String before = text.substring(Math.max(0, start - 24), start)
                .toLowerCase(Locale.ROOT)
                .strip();
        String bare = PARTED.matcher(before).replaceFirst("").strip();
        boolean parted = bare.length() < before.length();
        boolean network = parted && isMarked(text, start) && NETWORKS.stream().anyMatch(bare::endsWith);
        return network || (NAME_WORDS.stream().anyMatch(bare::endsWith) && (parted || text.charAt(start) == '@'));
    }

    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)\\b(?:password|passwort|passcode|pwd|kennwort|contraseña|mot de passe)\\s*(?:is|ist|:|=)?\\s*$");

    /** Whether a word says that a password follows, which has letters and digits. */
    private static boolean isPassword(String text, int start, String code) {
        return code.chars().anyMatch(Character::isLetter)
                && PASSWORD.matcher(text.substring(Math.max(0, start - 24), start))
                        .find();
    }

    /** Whether the word that begins at a place has a mark or a digit inside, which few words have. */
    private static boolean isMarked(String text, int start) {
        for (int at = start + 1; at < text.length() && !isCut(text.charAt(at)); at++) {
            char c = text.charAt(at);
            boolean inside = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
            if ((c >= '0' && c <= '9') || ("._-".indexOf(c) >= 0 && inside)) {
                return true;
            }
        }
        return false;
    }

    /** "the user oskar.n", whose name no word is, and "log in as oskar". */
    private static boolean isUser(String text, int start, String code) {
        String before = text.substring(Math.max(0, start - 16), start)
                .toLowerCase(Locale.ROOT)
                .strip();
        boolean mark = code.chars().skip(1).anyMatch(c -> c == '.' || c == '_' || (c >= '0' && c <= '9'));
        boolean user = USERS.stream().anyMatch(before::endsWith);
        boolean as = LOGGING_IN.stream().anyMatch(before::endsWith)
                && code.length() > 3
                && Character.isLowerCase(code.charAt(0))
                && !ROLES.contains(code);
        return (user && mark && Character.isLetter(code.charAt(0))) || as;
    }

    private static boolean hasDigit(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) >= '0' && code.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCrypto(String code) {
        char first = code.charAt(0);
        if (code.length() == 42 && code.startsWith("0x")) {
            return code.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        }
        boolean base58 = code.length() >= 26 && code.length() <= 35 && "13LMDXT9An2m".indexOf(first) >= 0;
        String lower = code.length() < 90 ? code.toLowerCase(Locale.ROOT) : "";
        boolean bech32 = lower.startsWith("bc1") || lower.startsWith("tb1") || lower.startsWith("ltc1");
        return (base58 && CryptoAddress.holdsBase58(code)) || (bech32 && CryptoAddress.holdsBech32(code));
    }

    private static double entropy(String code) {
        int[] times = new int[128];
        for (int i = 0; i < code.length(); i++) {
            times[code.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int count : times) {
            double share = (double) count / code.length();
            bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    private static void add(
            int start,
            int end,
            Label label,
            double score,
            String rule,
            Optional<String> context,
            boolean checksum,
            List<Finding> found) {
        found.add(new Finding(new Mention(start, end, label), score, new Evidence("codes", rule, context, checksum)));
    }

    private static boolean isCut(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '"'
                || c == '\u201c'
                || c == '\u201d'
                || c == '`';
    }
}
