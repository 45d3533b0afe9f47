package io.understudy.eval.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.testing.Corpora;
import io.understudy.eval.Lines;
import io.understudy.eval.split.Overlap.Kind;
import io.understudy.eval.split.Overlap.Shared;
import org.junit.jupiter.api.Test;

class OverlapTest {

    @Test
    void countsWhatTheTestSharesWithTheTrainingLines() {
        Overlap overlap = new Overlap();
        overlap.train(Lines.original(1, "fly [Ada](PERSON) to [Oslo](CITY)"));
        overlap.train(Lines.original(2, "good morning"));
        overlap.test(Lines.original(3, "Fly [Ines](PERSON) to  [oslo](CITY)"));
        overlap.test(Lines.original(4, "meet [Ada](PERSON) and [Ada](CITY)"));
        overlap.test(Lines.original(5, "Good Morning "));
        overlap.test(Lines.original(6, "G\u00F3od morning"));
        assertThat(overlap.tested()).isEqualTo(4);
        // "fly PERSON to CITY" and "good morning" (twice) are known, "meet PERSON and CITY" is not.
        assertThat(overlap.shared(Kind.TEMPLATES)).isEqualTo(new Shared(3, 2, 4, 3));
        // PERSON Ada and CITY Oslo are known; PERSON Ines and CITY Ada are not.
        assertThat(overlap.shared(Kind.VALUES)).isEqualTo(new Shared(4, 2, 4, 2));
        // As entities, both Adas are one.
        assertThat(overlap.shared(Kind.ENTITIES)).isEqualTo(new Shared(3, 2, 4, 3));
        assertThat(overlap.shared(Kind.RECORDS)).isEqualTo(new Shared(3, 1, 4, 2));
        assertThat(overlap.shared(Kind.EXACT_RECORDS)).isEqualTo(new Shared(4, 1, 4, 1));
        assertThat(new Overlap().shared(Kind.VALUES).share()).isNaN();
    }

    /** Counted apart from us: 43 % of templates, 74.2 % of values (accents not folded), 9 records. */
    @Test
    void snipsTestsHalfOfWhatItTaught() {
        Overlap overlap = new Overlap();
        Corpora.snipsTrain().forEach(overlap::train);
        Corpora.snipsValidate().forEach(overlap::test);
        assertThat(overlap.shared(Kind.TEMPLATES).share()).isCloseTo(0.43, within(0.005));
        assertThat(overlap.shared(Kind.VALUES).share()).isCloseTo(0.742, within(0.002));
        assertThat(overlap.shared(Kind.EXACT_RECORDS).usesKnown()).isEqualTo(9);
    }
}
