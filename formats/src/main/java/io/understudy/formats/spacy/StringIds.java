package io.understudy.formats.spacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash2;

/**
 * Numbers of strings in spaCy's {@code StringStore}: the place in its list of symbols for those that are one, 0 for
 * none, and else the 64-bit MurmurHash (64A, seed 1) of the UTF-8 bytes.
 */
final class StringIds {

    /** In spaCy's order; the number of each is its place. */
    private static final List<String> SYMBOLS = symbols();

    private static final Map<String, Long> NUMBERS = numbers();

    private final Map<Long, String> strings = new HashMap<>();

    static long of(String string) {
        Long symbol = NUMBERS.get(string);
        if (symbol != null) {
            return symbol;
        }
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        return MurmurHash2.hash64(bytes, bytes.length, 1);
    }

    /** The place of a string among spaCy's symbols, or -1. */
    static long symbol(String string) {
        return NUMBERS.getOrDefault(string, -1L);
    }

    /** A string that a file may refer to. */
    void add(String string) {
        strings.put(of(string), string);
    }

    Optional<String> string(long number) {
        if (number >= 0 && number < SYMBOLS.size()) {
            return Optional.of(SYMBOLS.get((int) number));
        }
        return Optional.ofNullable(strings.get(number));
    }

    private static Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < SYMBOLS.size(); i++) {
            numbers.put(SYMBOLS.get(i), (long) i);
        }
        return numbers;
    }

    private static List<String> symbols() {
        return Stream.of(
                        Stream.of(""),
                        words(
                                "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM"
                                        + " LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT"
                                        + " IS_RIGHT_PUNCT IS_CURRENCY"),
                        numbered("FLAG%d", 19, 63),
                        words("ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE"
                                + " HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART"
                                + " PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE"),
                        numbered("DEPRECATED%03d", 1, 276),
                        words(
                                "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT"
                                        + " MONEY QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass"
                                        + " cc ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj"
                                        + " mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis"
                                        + " partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root"
                                        + " xcomp acl ENT_KB_ID MORPH ENT_ID IDX _"))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.split(" "));
    }

    private static Stream<String> numbered(String name, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(name::formatted);
    }
}
