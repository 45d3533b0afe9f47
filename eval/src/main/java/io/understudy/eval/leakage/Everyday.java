package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Tokens.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * English words that are also names of people, places or brands: "Reading", "Nice", "Will", "Apple". A surface of such
 * words alone counts in running text only where a capital inside the sentence says that it is a name; a small corpus
 * does not use them often enough to tell.
 */
final class Everyday {

    private static final Set<String> WORDS = Set.of(
            ("amber angel april apple art ash august autumn baker ball bank banks bar barber bath bay bell berry best bird black blue"
                            + " bond book boy bridge bright brook brooks brown buffalo bush butler carol carpenter case cash chance"
                            + " chapel chase chat cherry chili china christian church clay cliff cloud cologne cook cork corn"
                            + " cross crystal dale dawn day dean delta diamond dick dove drew duke earl early east edge ever faith farmer"
                            + " fields finch first fisher flint flood floor flower ford forest fox frank french friend frost gap gardener"
                            + " gay gene gentle gift gold golden good grace grand grant gray green grey ground grove guard hall hand hands"
                            + " hardy harmony hazel head heart heath heather hill holly home hood hope house hunt hunter iris"
                            + " ivy jack jade jasmine jay jersey jewel job joy judge june justice kind king knight lake lamb lance"
                            + " land lane lark law leaf lily lime limerick line little long lord love lucky man march mark market marsh"
                            + " mason may melody mercy mercury mill miller mills mini mint mobile moon moss mountain new nice nick"
                            + " noble north oak ocean olive opal oracle orange page park parker parks pat patience peace pearl penny people"
                            + " pepper phoenix pike piper pope port porter post potter prince prime quick ray read reading red"
                            + " reed rich rider ridge ring river rob robin rock rose rosemary ruby rush rust sage sandy saint sales say"
                            + " sharp shell shepherd shield short silver singer sky small smart smith snow south spring star steel stone"
                            + " storm strange strong sue summer summers sun sunny swan sweet swift target teal temple thorn tiger"
                            + " town trip true turkey turner twitter under union victor violet virgin visa wade walk walker wall ward"
                            + " water waters way weaver wells west white wild will winter wise wolf wonder wood woods word young"
                            + " zip zoom")
                    .split(" ", -1));

    private static final long[] HASHES =
            WORDS.stream().mapToLong(WordRuns::hash).sorted().toArray();

    private Everyday() {}

    /** Whether all these words are. */
    static boolean are(WordRuns words, int from, int to) {
        for (int word = from; word < to; word++) {
            if (!has(words.hash(word))) {
                return false;
            }
        }
        return true;
    }

    static boolean has(long word) {
        return Arrays.binarySearch(HASHES, word) >= 0;
    }

    /** Whether a word stands with a capital inside a sentence that has small letters, too. */
    static boolean isNamed(String line, long word) {
        List<Token> tokens = Tokens.of(line);
        boolean small = tokens.stream().anyMatch(token -> Character.isLowerCase(line.codePointAt(token.start())));
        for (int i = 1; small && i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean begins = token.gap().chars().anyMatch(c -> ".!?:\n".indexOf(c) >= 0);
            if (!begins && token.isUpper(line) && token.hash() == word) {
                return true;
            }
        }
        return false;
    }
}
