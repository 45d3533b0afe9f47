package io.understudy.eval.view;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Seeds;
import io.understudy.core.text.Words;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Cuts a line into hashes of tokens. */
@FunctionalInterface
public interface Tokens {

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
    Tokens WHITESPACE = line -> hashes(line.text().strip().split("\\s+"));

    /** Lower case, whatever is not a-z or 0-9 a space: view T2, of the package "rouge-score". Drops other scripts. */
    Tokens ROUGE = line -> hashes(line.text()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", " ")
            .strip()
            .split(" "));

    /** Lower case, digits and dashes out, other punctuation a space: view T3, of the package "LexicalRichness". */
    Tokens LEXICAL = line -> hashes(line.text()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[0-9\u2013\u2014-]", "")
            .replaceAll("\\p{Punct}", " ")
            .strip()
            .split("\\s+"));

    long[] of(AnnotatedText line);

    private static long[] hashes(String... words) {
        return Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .mapToLong(Seeds::hash)
                .toArray();
    }

    private static LongStream words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        LongStream.Builder hashes = LongStream.builder();
        Words.forEach(folded, (start, end) -> hashes.add(Seeds.hash(folded.subSequence(start, end))));
        return hashes.build();
    }
}
