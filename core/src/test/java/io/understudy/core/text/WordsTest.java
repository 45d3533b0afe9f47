package io.understudy.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import io.understudy.core.Span;
import io.understudy.core.testing.Hostile;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    /** Rules of UAX 29, revision 37; {@code |} parts the words, {@code _} is written for nothing but itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Ada lives in Oslo.;Ada|lives|in|Oslo|.",
                "don't;don't",
                "don’t;don’t",
                "'tis dogs';'|tis|dogs|'",
                "3.5;3.5",
                "1,000.50;1,000.50",
                "3. 5, a.b;3|.|5|,|a.b",
                "U.S.;U.S|.",
                "12:30;12|:|30",
                "Name:Ada;Name|:|Ada",
                "x_1 _a_ __;x_1|_a_|__",
                "ada@b.org;ada|@|b.org",
                "well-known;well|-|known",
                "4711a7;4711a7",
                "...;.|.|.",
                "e\\u0301te\\u0301;e\\u0301te\\u0301",
                "a\\u00adb;a\\u00adb",
                "a\\u200bb;a|\\u200b|b",
                "\\u0301a;\\u0301|a",
                " \\u0301a;\\u0301|a",
                "צה\"ל;צה\"ל",
                "ג' ב;ג'|ב",
                "\"שלום\";\"|שלום|\"",
                "l·l;l·l",
                "カタカナ;カタカナ",
                "漢字かな;漢|字|か|な",
                "한글 말;한글|말",
                "Ünï Straße;Ünï|Straße",
                "😀😀;😀|😀",
                "👩\\u200d👩\\u200d👧x;👩\\u200d👩\\u200d👧|x",
                "👍🏽a;👍🏽|a",
                "❤\\ufe0f\\u200d🔥;❤\\ufe0f\\u200d🔥",
                "🇳🇴🇸🇪🇩;🇳🇴|🇸🇪|🇩",
                "𝔸𝔹 𝟙𝟚;𝔸𝔹|𝟙𝟚",
                "\\u0661\\u066c\\u0662;\\u0661\\u066c\\u0662",
                "a\\u00a0b\\u202fc\\u3000d;a|b|c|d",
                "a\\u0085b\\u2028c;a|b|c",
                " \\t\\r\\n;``",
                "``;``",
            })
    void wordsOf(String text, String words) {
        assertThat(String.join("|", surfaces(unescape(text)))).isEqualTo(unescape(words));
    }

    @Test
    void wordsCoverEverythingButWhiteSpace() {
        for (long seed = 1; seed <= 3000; seed++) {
            String text = Hostile.text(Seeds.random(seed, 1)) + Hostile.text(Seeds.random(seed, 2));
            int at = 0;
            for (Span word : Words.of(text)) {
                assertThat(isSpace(text.substring(at, word.start())))
                        .as("seed " + seed)
                        .isTrue();
                assertThat(word.of(text).chars().noneMatch(c -> Words.isSpace((char) c)))
                        .as("seed " + seed)
                        .isTrue();
                assertThat(Character.isLowSurrogate(text.charAt(word.start())))
                        .as("seed " + seed)
                        .isFalse();
                at = word.end();
            }
            assertThat(isSpace(text.substring(at))).as("seed " + seed).isTrue();
        }
    }

    /** The JDK's iterator follows an older revision; on Latin words, numbers and plain punctuation the two agree. */
    @Test
    void plainTextIsCutAsTheJdkCutsIt() {
        String[] pieces = {
            "Ada", "é", "don't", "3.5", "1,000", "U.S", " ", "  ", "!", "?", "(", ")", "b", "42", "\t", "Oslo", "ß",
            "/", "*"
        };
        for (long seed = 1; seed <= 2000; seed++) {
            SplittableRandom random = Seeds.random(seed, 3);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(surfaces(text.toString())).as("seed " + seed).isEqualTo(jdk(text.toString()));
        }
    }

    @Test
    void halvesOfPairsAreWordsAndNoFailure() {
        for (String broken : Hostile.broken()) {
            assertThat(String.join("", surfaces(broken))).isEqualTo(broken.replace(" ", ""));
        }
    }

    private static List<String> jdk(String text) {
        List<String> words = new ArrayList<>();
        BreakIterator iterator = BreakIterator.getWordInstance(Locale.ROOT);
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; start = end, end = iterator.next()) {
            if (!text.substring(start, end).isBlank()) {
                words.add(text.substring(start, end));
            }
        }
        return words;
    }

    private static List<String> surfaces(String text) {
        return Words.of(text).stream().map(word -> word.of(text)).toList();
    }

    private static boolean isSpace(String text) {
        return text.chars().allMatch(c -> Words.isSpace((char) c));
    }

    /** {@code \}{@code uXXXX} and the escapes of Java. */
    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString().translateEscapes();
    }
}
