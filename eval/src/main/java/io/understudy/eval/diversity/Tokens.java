package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Seeds;
import io.understudy.core.text.Words;
import io.understudy.eval.view.Masked;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Cuts a line into hashes of tokens. */
@FunctionalInterface
interface Tokens {

    /** Words of Unicode Standard Annex 29, NFC, lower case, punctuation kept: view T0, the default. */
    Tokens SURFACE = line -> words(line.text()).toArray();

    /** As {@link #SURFACE}, each mention one token: its label. */
    Tokens MASKED = line -> {
        LongStream.Builder tokens = LongStream.builder();
        Masked.segments(
                line,
                literal -> words(literal).forEach(tokens),
                label -> tokens.add(Seeds.hash('\u0000' + label.name())));
        return tokens.build().toArray();
    };

    /** Split at white space, case kept: view T1, what the package "diversity" of Shaib et al. (2024) counts. */
    Tokens WHITESPACE = line -> Arrays.stream(line.text().strip().split("\\s+"))
            .mapToLong(Seeds::hash)
            .toArray();

    long[] of(AnnotatedText line);

    private static LongStream words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        LongStream.Builder hashes = LongStream.builder();
        Words.forEach(folded, (start, end) -> hashes.add(Seeds.hash(folded.subSequence(start, end))));
        return hashes.build();
    }
}
