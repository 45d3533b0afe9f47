package io.understudy.eval.leakage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in a text: as written, and as people say or hide them ("x dot y at example dot org"). */
final class Mailboxes {

    private static final Pattern ADDRESS =
            Pattern.compile("([\\p{L}\\p{N}._%+'\\-]{1,64})@([\\p{L}\\p{N}\\-]+(?:\\.[\\p{L}\\p{N}\\-]+)+)");

    /** What is said, or written between brackets, for the signs of an address. */
    private static final Set<String> SIGNS =
            Set.of(("at dot point punkt punto ponto punt arroba arobase chiocciola klammeraffe "
                            + "apenstaartje underscore dash hyphen minus slash colon snabel snabela strich period full stop")
                    .split(" ", -1));

    /** The hash of the one sign that is a common word. */
    static final long AT = WordRuns.hash("at");

    private Mailboxes() {}

    /**
     * @param local what stands before the @
     * @param start of the local part
     * @param end one past the local part
     */
    record Mailbox(String local, String domain, int start, int end) {

        /** One key for all ways to write an address that reach the same mail box: no dots, no tag before the @. */
        long key() {
            int plus = local.indexOf('+');
            String bare = (plus > 0 ? local.substring(0, plus) : local).replace(".", "");
            return WordRuns.extend(KnownText.hash(bare), KnownText.hash(domain));
        }

        /** The letters of the local part, without what numbers it. */
        String handle() {
            int plus = local.indexOf('+');
            return (plus > 0 ? local.substring(0, plus) : local).replaceAll("[^\\p{L}]", "");
        }
    }

    static List<Mailbox> in(String normalised) {
        if (normalised.indexOf('@') < 0) {
            return List.of();
        }
        List<Mailbox> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(normalised);
        while (matcher.find()) {
            found.add(new Mailbox(matcher.group(1), matcher.group(2), matcher.start(1), matcher.end(1)));
        }
        return found;
    }

    /** The hashes of the words said for signs: what tells that a line is worth reading. */
    static long[] signHashes() {
        return SIGNS.stream().mapToLong(WordRuns::hash).toArray();
    }

    /** The words of a text but those said for signs. */
    static String withoutSigns(String normalised) {
        StringBuilder out = new StringBuilder(normalised.length());
        for (String word : normalised.split("[^\\p{L}\\p{M}\\p{N}']+", -1)) {
            if (!SIGNS.contains(word)) {
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
        }
        return out.toString();
    }

    /** Single letters in a row as one word: "r a v i". */
    static String lettersJoined(String words) {
        return words.replaceAll("(?<![\\p{L}\\p{N}])(\\p{L}) (?=\\p{L}(?![\\p{L}\\p{N}]))", "$1");
    }
}
