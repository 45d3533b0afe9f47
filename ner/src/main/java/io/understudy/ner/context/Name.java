package io.understudy.ner.context;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import java.util.Optional;

/**
 * A name on its way through the rules.
 *
 * @param first its first token
 * @param last its last token
 * @param rule what was done to it last; empty where it is as the model found it
 */
record Name(int start, int end, int first, int last, Label label, double score, String rule) {

    static Name of(Reading reading, Finding finding) {
        int first = reading.at(finding.start());
        int last = reading.at(finding.end() - 1);
        return new Name(finding.start(), finding.end(), first, last, finding.label(), finding.score(), "");
    }

    boolean is(Label other) {
        return label.equals(other);
    }

    Name as(Label other, String why) {
        return new Name(start, end, first, last, other, score, why);
    }

    /** The same name over other tokens; where it ends as before, it ends at the same character. */
    Name over(Reading reading, int newFirst, int newLast, Label other, String why) {
        int from = newFirst == first ? start : reading.start(newFirst);
        int to = newLast == last ? end : reading.end(newLast);
        return new Name(from, to, newFirst, newLast, other, score, why);
    }

    Finding finding(Evidence asFound) {
        Evidence evidence = rule.isEmpty()
                ? asFound
                : new Evidence(asFound.recognizer(), asFound.rule(), Optional.of(rule), asFound.checksum());
        return new Finding(new Mention(start, end, label), score, evidence);
    }
}
