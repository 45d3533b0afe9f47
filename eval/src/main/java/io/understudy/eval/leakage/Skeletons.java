package io.understudy.eval.leakage;

import io.understudy.core.text.Normalization;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.Spellings.Origin;
import io.understudy.eval.script.Romanized;
import java.util.List;

/** Names of people by their consonants, on which romanisations agree: found across scripts and cases. */
final class Skeletons {

    /** Words of a name that are compared, articles not counted. */
    private static final int LONGEST = 3;

    private final Ledger names = new Ledger();
    private boolean foreign;
    private boolean latin;

    /**
     * Learns a name.
     *
     * @param romanized in small plain letters
     * @param isForeign whether it is of another script
     */
    void add(String romanized, boolean isForeign, Origin origin) {
        foreign |= isForeign;
        latin |= !isForeign;
        String skeleton = Romanized.skeleton(romanized);
        if (Romanized.isTelling(skeleton)) {
            names.note(KnownText.hash(skeleton), origin.record(), origin.label());
        }
    }

    /** Whether a name is known that is written in Latin letters. */
    boolean hasLatin() {
        return latin;
    }

    /** Gives back what room is not needed when no more names come. */
    void trim() {
        names.trim();
    }

    /** Two or three words of a line whose consonants are those of a name, one of both in another script. */
    void in(Line line, List<Match> found) {
        boolean isForeign = line.isForeign();
        if (!foreign && !(latin && isForeign)) {
            return;
        }
        String text = line.annotated().text();
        List<Tokens.Token> tokens = Tokens.of(text);
        for (int from = 0; from < tokens.size(); from++) {
            int words = 1;
            for (int to = from + 2; to <= tokens.size() && words < LONGEST; to++) {
                words += Romanized.isArticle(tokens.get(to - 1).word()) ? 0 : 1;
                String name = text.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end());
                if ((isForeign || tokens.get(from).isUpper(text)) && Romanized.isForeign(name) == isForeign) {
                    find(name, isForeign, found);
                }
            }
        }
    }

    private void find(String name, boolean isForeign, List<Match> found) {
        String skeleton = Romanized.skeleton(isForeign ? Romanized.of(name) : Normalization.of(name));
        int thing = Romanized.isTelling(skeleton) ? names.find(KnownText.hash(skeleton)) : -1;
        if (thing >= 0) {
            Spellings.add(
                    Match.of(Rule.TRANSLITERATION, Severity.HARD, names, thing, Normalization.of(name), false), found);
        }
    }
}
