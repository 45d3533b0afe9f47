package io.understudy.ner.pattern;

/** Pieces of expressions that several forms share. */
final class Fragments {

    /** Nothing of the same word or number follows. */
    static final String END = "(?![\\p{L}\\p{N}_]|[./:]\\d)";

    /** Stands alone: not part of a range, a version, an identifier, an address. */
    static final String ALONE = "(?![\\p{L}\\p{N}_]|[-./:@,'\u2019\u2013][\\p{L}\\p{N}])";

    static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3}(?!\\d)){1,5}+|\\d{1,15}+)(?:\\.\\d{1,9}+)?+";

    /** Before a list of words: fails at once where a digit stands. */
    static final String LETTER = "(?=[a-z])";

    private static final String ONES = "(?:one|two|three|four|five|six|seven|eight|nine)\\b";
    private static final String TEENS =
            "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\\b";
    private static final String TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\b";
    private static final String BELOW_HUNDRED = "(?:" + TENS + "(?:[- ]" + ONES + ")?+|" + TEENS + "|" + ONES + ")";
    private static final String HUNDRED = "hundred\\b(?:(?: and)? " + BELOW_HUNDRED + ")?+";
    private static final String BELOW_THOUSAND = BELOW_HUNDRED + "(?: " + HUNDRED + ")?+";

    static final String SCALE = "(?:thousand|million|billion|trillion)\\b";

    private static final String THEN_SCALE = SCALE + "(?:,? (?:and )?" + BELOW_THOUSAND + "(?: " + SCALE + ")?+){0,3}+";

    /** "a hundred and five", "two million", "three dozen". */
    static final String SPELLED = LETTER + "(?:" + BELOW_THOUSAND + "(?: (?:dozen\\b|" + THEN_SCALE
            + "))?+|an? (?:dozen\\b|" + THEN_SCALE + "|" + HUNDRED + "(?: " + THEN_SCALE + ")?+))";

    /** In digits or in words. */
    static final String NUMBER = "(?:[-+\u2212]?" + DIGITS + "|" + SPELLED + ")";

    static final String MONTH =
            LETTER + "(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b"
                    + "|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?+)";

    static final String WEEKDAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b";

    /** An hour of the clock, in digits or in words. */
    static final String HOUR =
            "(?:(?:1[0-2]|0?[1-9])(?!\\d)" + "|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b)";

    static final String YEAR = "(?:1[5-9]|20)\\d\\d(?!\\d)";

    private Fragments() {}
}
