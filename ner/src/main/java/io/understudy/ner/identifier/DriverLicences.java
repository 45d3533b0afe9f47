package io.understudy.ner.identifier;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How driver licences of the United States are numbered, state by state, as the states' licensing authorities describe
 * them; {@code l} is a letter, {@code d} a digit.
 */
final class DriverLicences {

    private static final String FORMS = """
            AL d{1,8}
            AK d{1,7}
            AZ ld{8}|d{9}
            AR d{4,9}
            CA ld{7}
            CO d{9}|ld{3,6}|l{2}d{2,5}
            CT d{9}
            DE d{1,7}
            DC d{7}|d{9}
            FL ld{12}|ld{13}
            GA d{7,9}
            HI ld{8}|d{9}
            ID l{2}d{6}l|d{9}
            IL ld{11,12}
            IN ld{9}|d{9,10}
            IA d{9}|d{3}l{2}d{4}
            KS ldldl|ld{8}|d{9}
            KY ld{8,9}|d{9}
            LA d{1,9}
            ME d{7,8}|d{7}l
            MD ld{12}|lld{9}
            MA ld{8}|lld{7}|d{9}
            MI ld{10}|ld{12}
            MN ld{12}
            MS d{9}
            MO ld{5,9}|ld{6}R|d{8}l{2}|d{9}l|d{9}|d{3}ld{6}
            MT ld{8}|d{9}|d{13,14}
            NE ld{6,8}
            NV d{9,10}|d{12}|Xd{8}
            NH d{2}l{3}d{5}|l{3}d{8}
            NJ ld{14}
            NM d{8,9}
            NY d{8,9}|d{16}|ld{7}|ld{18}
            NC d{1,12}
            ND l{3}d{6}|d{9}
            OH ld{4,8}|l{2}d{3,7}|d{8}
            OK ld{9}|d{9}
            OR d{1,9}
            PA d{8}
            RI d{7,8}|ld{6}
            SC d{5,11}
            SD d{6,10}|d{12}
            TN d{7,9}
            TX d{7,8}
            UT d{4,10}
            VT d{8}|d{7}A
            VA ld{8,11}|d{9}
            WA WDL[A-Z0-9]{8}B?|[A-Z*]{7}[A-Z0-9]{5}
            WV d{7}|l{1,2}d{5,6}
            WI ld{13}
            WY d{9,10}
            """;

    /** In no state's list and met all the same: older numbers, learners' permits, numbers cut short in examples. */
    private static final String OTHERS = "ld{2}l{3}d{5}|l{1,7}[A-Z0-9]{5}d?|l{4}d{6,8}|d{6,14}|ld{3,14}";

    private static final Map<String, Pattern> BY_STATE = byState();

    private static final Pattern ANY = Pattern.compile(BY_STATE.values().stream()
            .map(Pattern::pattern)
            .collect(Collectors.joining("|", "", "|" + expanded(OTHERS))));

    private DriverLicences() {}

    private static Map<String, Pattern> byState() {
        Map<String, Pattern> states = new TreeMap<>();
        FORMS.lines()
                .map(line -> line.split(" ", -1))
                .forEach(form -> states.put(form[0], Pattern.compile(expanded(form[1]))));
        return Collections.unmodifiableMap(states);
    }

    private static String expanded(String form) {
        return form.replace("l", "[A-Z]").replace("d", "[0-9]");
    }

    /** By the state's two letters, those of the District of Columbia among them. */
    static Map<String, Pattern> forms() {
        return BY_STATE;
    }

    /** Whether a compact number has the form of any state's. */
    static boolean holds(String compact) {
        return ANY.matcher(compact).matches() && compact.chars().anyMatch(Character::isDigit);
    }
}
