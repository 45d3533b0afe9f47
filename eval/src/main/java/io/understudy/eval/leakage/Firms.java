package io.understudy.eval.leakage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of organisations without their form of company ("Pemberwick &amp; Sons Ltd"), and with "and" for the sign. */
final class Firms {

    private static final Pattern FORM = Pattern.compile("[\\s,]+\\(?(?:(?:ltd|limited|inc|incorporated|llc|llp|lp|plc"
            + "|corp|corporation|co|company|gmbh|mbh|ag|kg|kgaa|ohg|ug|e\\.?k|se|sa|s\\.a|sarl|s\\.a\\.r\\.l|sas|srl|s\\.r\\.l"
            + "|spa|s\\.p\\.a|sl|s\\.l|bv|b\\.v|nv|n\\.v|ab|oy|oyj|as|a/s|aps|pty|pte|sdn bhd|kk|ltda|sp\\. ?z ?o\\.? ?o)\\.?"
            + "(?:[\\s,&+]+|$))+\\)?$");

    private static final Pattern AND = Pattern.compile("\\s*(?:&|\\+|(?<=\\s)(?:and|und|et|y|e|en|og|och)(?=\\s))\\s*");

    private Firms() {}

    /** The same name otherwise written: of two words or more, for one word alone is often a word of every day. */
    static Set<String> variants(String normalised) {
        Set<String> all = new LinkedHashSet<>();
        String bare = FORM.matcher(normalised).replaceFirst("");
        if (bare.indexOf(' ') > 0) {
            all.add(bare);
        }
        for (String name : List.of(normalised, bare)) {
            if (AND.matcher(name).find() && name.indexOf(' ') > 0) {
                all.add(AND.matcher(name).replaceAll(" "));
                all.add(AND.matcher(name).replaceAll(" and "));
            }
        }
        all.remove(normalised);
        return all;
    }
}
