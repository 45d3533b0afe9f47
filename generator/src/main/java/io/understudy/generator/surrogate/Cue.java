package io.understudy.generator.surrogate;

import io.understudy.core.text.Gender;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a literal says of the gender of the persons beside it: "my nephew {PERSON_1}", "{PERSON_1} and her mother".
 *
 * @param of the person who is named behind it
 * @param before the person who is named before it
 */
record Cue(Gender of, Gender before) {

    private static final Cue NONE = new Cue(Gender.UNKNOWN, Gender.UNKNOWN);

    private static final Set<String> MEN = words("""
            nephew brother son father dad daddy husband grandfather grandpa grandson boyfriend stepfather stepson
            bridegroom groom widower godfather godson king prince duke emperor actor waiter steward businessman chairman
            salesman policeman fireman man boy gentleman guy monk monsieur herr señor landlord host""");
    private static final Set<String> WOMEN = words("""
            niece sister daughter mother mom mum mommy wife grandmother grandma granddaughter girlfriend stepmother
            stepdaughter bride widow godmother goddaughter queen princess duchess empress actress waitress stewardess
            businesswoman chairwoman saleswoman policewoman woman girl lady nun madame frau señora landlady hostess""");
    private static final Set<String> HE = Set.of("he", "his", "him", "himself");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");

    /** Pronouns farther away may mean somebody else. */
    private static final int NEAR = 10;

    /** Cues of literals met lately, by hash; equal literals have equal cues, so a race costs time only. */
    private static final Met[] MET = new Met[1 << 12];

    private record Met(String literal, Cue cue) {}

    static Cue of(String literal) {
        int hash = literal.hashCode();
        int place = (hash ^ (hash >>> 16)) & (MET.length - 1);
        Met met = MET[place];
        if (met == null || !met.literal().equals(literal)) {
            met = new Met(literal, read(literal));
            MET[place] = met;
        }
        return met.cue();
    }

    private static Cue read(String literal) {
        List<String> words = Arrays.asList(
                literal.toLowerCase(Locale.ROOT).split("[^\\p{L}.!?,;:]+|(?<=[.!?,;:])|(?=[.!?,;:])", -1));
        List<String> kept = words.stream().filter(word -> !word.isEmpty()).toList();
        Gender behind = behind(kept);
        Gender before = before(kept);
        return behind == Gender.UNKNOWN && before == Gender.UNKNOWN ? NONE : new Cue(behind, before);
    }

    /** The last word, a comma or a dot aside: a title, or a noun that tells. */
    private static Gender behind(List<String> words) {
        int last = words.size() - 1;
        while (last >= 0 && Set.of(",", ".", ":").contains(words.get(last))) {
            last--;
        }
        return last < 0 ? Gender.UNKNOWN : Gender.ofTitle(words.get(last)).or(noun(words.get(last)));
    }

    /** "..., my nephew", or the first pronoun. */
    private static Gender before(List<String> words) {
        int seen = 0;
        for (int i = 0; i < words.size() && seen < NEAR; i++) {
            String word = words.get(i);
            seen += word.length() > 1 || Character.isLetter(word.charAt(0)) ? 1 : 0;
            boolean apposition = i <= 2
                    && words.get(0).equals(",")
                    && Set.of("my", "our", "the", "a", "your").contains(words.get(Math.max(0, i - 1)));
            Gender gender = HE.contains(word)
                    ? Gender.MALE
                    : SHE.contains(word) ? Gender.FEMALE : apposition ? noun(word) : Gender.UNKNOWN;
            if (gender != Gender.UNKNOWN) {
                return gender;
            }
        }
        return Gender.UNKNOWN;
    }

    private static Gender noun(String word) {
        return MEN.contains(word) ? Gender.MALE : WOMEN.contains(word) ? Gender.FEMALE : Gender.UNKNOWN;
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.strip().split("\\s+", -1)));
    }
}
