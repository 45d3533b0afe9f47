package io.understudy.generator.surrogate;

import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the word directly before a slot asks for: "on Monday" but "in May", "Mrs. Byrne" but "the Byrne Gardens". */
enum Lead {
    ON("""
            (the )?(<weekday>|<wd>|<d>|<dd>|<nth>|<feast>).*|the <ordinal>.*|<month> (the )?<(d|nth|ordinal)>.*|\
            <mon>\\.? <d>.*|<yyyy>[-/]?<mm>[-/]?<dd>.*"""),
    IN("""
            ((early |late |the )?<(month|mon|season|decade)>|the year|<yyyy>|<m>/<yyyy>|'<yy>|<tens> <tens>)\
            (?!.*<(d|dd|nth|ordinal)>).*|<(n|small)> <(unit|span)>|<h> and a half <unit>"""),
    AT("(?!.* from )(<h>|<HH>|<hour>|<clock>|<feast>|half past|a? ?quarter|<small> minutes past).*"),
    /** Whatever names a time, but nothing that has a preposition of its own: "since May". */
    NOUN("(?!in |at |a <aunit>)(?!.* (ago|from|after)\\b).*"),
    THE("<(?!rel|day>)(?!.* (ago|from|after)\\b).*"),
    /** A title of a person, whose surname follows. */
    TITLE(".*"),
    /** Any other word, or none: what can stand without a preposition. */
    OPEN("(?!<(month|mon|feast|season|decade)>$|<(n|small)> <(unit|span)>$).*");

    private static final Set<String> NOUNS =
            Set.of("since", "until", "till", "by", "before", "after", "from", "to", "of", "for", "between", "through");
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "doctor", "professor", "captain", "sir", "lady", "lord", "nurse");

    private final Pattern taken;

    Lead(String taken) {
        this.taken = Pattern.compile(taken);
    }

    /** Whether this way to write a time reads well here. */
    boolean takes(String written) {
        return taken.matcher(written).matches();
    }

    /** Of a slot that stands behind this segment. */
    static Lead after(Segment segment) {
        return segment instanceof Literal literal ? after(literal.text()) : OPEN;
    }

    private static Lead after(String literal) {
        int end = literal.length() - 1;
        if (end < 1 || literal.charAt(end) != ' ') {
            return OPEN;
        }
        boolean dot = literal.charAt(end - 1) == '.';
        end -= dot ? 1 : 0;
        int start = end;
        while (start > 0 && Character.isLetter(literal.charAt(start - 1))) {
            start--;
        }
        String word = literal.substring(start, end).toLowerCase(Locale.ROOT);
        if (TITLES.contains(word)) {
            return TITLE;
        }
        if (dot) {
            return OPEN;
        }
        return switch (word) {
            case "on" -> ON;
            case "in", "within" -> IN;
            case "at" -> AT;
            case "the" -> THE;
            default -> NOUNS.contains(word) ? NOUN : OPEN;
        };
    }
}
