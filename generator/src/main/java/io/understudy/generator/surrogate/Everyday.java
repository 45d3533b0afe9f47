package io.understudy.generator.surrogate;

import io.understudy.core.text.Gender;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of which dates, times, amounts and titles are made: "tomorrow", "last week", "noon", "half an hour", "Mr.".
 * They name nobody and nothing, and stand where they stood.
 */
final class Everyday {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Set<String> WORDS =
            new HashSet<>(Arrays.asList("""
            monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            spring summer autumn fall winter season today tomorrow yesterday tonight tmrw now then day days daily night
            nights nightly week weeks weekly weekend weekends weekday weekdays fortnight fortnights month months monthly
            year years yearly annual quarter quarters semester decade decades century centuries date time
            morning mornings afternoon afternoons evening evenings noon midday midnight dawn dusk sunrise sunset lunchtime
            second seconds sec secs minute minutes min mins hour hours hr hrs o clock am pm a m p h d w y t z utc gmt bst cet cest
            est edt cst cdt mst mdt pst pdt ist
            the a an of in on at to from until till by before after since during about around nearly almost over under
            less more than and or past next last this that these coming following previous current every each other few
            several couple some half early late mid ago later earlier another whole entire first end beginning
            middle old aged age
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
            billion trillion dozen third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
            fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
            twenties thirties forties fifties sixties seventies eighties nineties teens
            christmas xmas eve boxing easter good thanksgiving halloween new s valentine labor labour memorial
            independence mother father
            percent per cent pct percentage point points dollar dollars euro euros pound pounds sterling cents pence
            buck bucks quid yen rupee rupees yuan peso pesos franc francs krona kroner kronor zloty zlotys rouble roubles
            ruble rubles dirham dirhams us american canadian australian british
            dr prof doctor professor rev reverend hon jr captain capt sergeant sgt lieutenant lt colonel col major maj
            general gen nurse judge officer inspector detective senator sister brother""".strip().split("\\s+", -1)));

    private Everyday() {}

    /** Whether a text says nothing but such words, marks, and digits, of which there are at most so many. */
    static boolean is(String text, int digits) {
        String words = text.replaceAll("\\d", " ");
        return text.chars().filter(Character::isDigit).count() <= digits
                && (is(words) || text.chars().noneMatch(Character::isLetter));
    }

    /** Whether a text says nothing but such words; digits are none. */
    static boolean is(String text) {
        Matcher words = WORD.matcher(text);
        boolean any = false;
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (!WORDS.contains(word) && Gender.ofTitle(word) == Gender.UNKNOWN) {
                return false;
            }
            any = true;
        }
        return any;
    }
}
