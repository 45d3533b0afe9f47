package io.understudy.templates.grammar.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarMessagesTest {

    /** Lines of a grammar stand with {@code ;} for a line break. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "intend i;  a ~ g:1:1: unknown keyword 'intend'; did you mean 'intent'? have: intent, slot, alias, import, where;"
                        + " lines of a definition are indented",
                "`  a` ~ g:1:3: an indented line without a definition above it; expected intent, slot or alias first",
                "intent i ~ g:1:1: 'i' has no lines; expected at least one, indented",
                "intent i;  (a|b ~ g:2:3: this bracket is not closed; expected ')' on the same line",
                "intent i;  (a] ~ g:2:5: ']' where ')' closes the bracket of column 3",
                "intent i;  a) ~ g:2:4: ')' closes nothing; write \\) for the character",
                "intent i;  a|b ~ g:2:4: '|' outside of brackets; expected (this|that), or \\| for the character",
                "intent i;  <citi>;alias city;  a ~ g:2:3: unknown alias 'citi'; did you mean 'city'? have: city",
                "intent i;  {city};alias city;  a ~ g:2:3: unknown slot 'city'; there is none; there is an alias <city>",
                "intent i;  <a(x)>;alias a;  a ~ g:2:3: 'a' is given 1 arguments; expected 0",
                "intent i;  <a>;alias a(x);  $y ~ g:4:3: unknown parameter 'y'; did you mean 'x'? have: x",
                "intent i;  <a>;alias a;  x <a> ~ g:4:5: 'a' stands inside itself without a bound; give depth=N or length=N in its head",
                "intent i;  <a>;alias a depth=2;  <a> x ~ g:4:3: left recursion: 'a' begins with itself; expected other"
                        + " words before it",
                "intent i;  {s};slot s;  {t};slot t;  x ~ g:4:3: a mention inside a mention; expected a phrase <...> there",
                "intent i;  <9..1> ~ g:2:4: the range ends before it begins",
                "intent i;  <1..9 as wards> ~ g:2:4: unknown style 'wards'; have: words, ordinal, or a pattern in quotes",
                "intent i;  {g.nme} ~ g:2:3: unknown part 'nme'; did you mean 'name'? have: name, first, last, title, email,"
                        + " phone, username, job, age, company, street, address, city, state, postcode, country, or a label"
                        + " in upper case",
                "intent i;  a\\q ~ g:2:4: unknown escape \\q; have \\s (a space), \\n (a line break), or \\ before a sign",
                "intent i;  [100%: a] ~ g:2:4: a probability is above 0 % and below 100 %",
                "alias a;  x;alias a;  y;intent i;  <a> ~ g:3:1: the alias 'a' is defined twice; expected one definition, or"
                        + " variations such as a#other",
                "intent i;  <a>;alias a depth=1;  x [<a>] [<a>] ~ none",
                "where a differs b ~ g:1:8: expected 'differs from', 'after' or 'only with'",
                "intent i;  x;where a differs from b ~ `g:3:1: unknown slot 'a'; there is none`",
                "intent i;  {s} {t};slot s;  x;slot t;  x;where s differs from t ~ g:1:1: the intent 'i' has no utterance:"
                        + " nothing fits its constraints and coins, or its recursion never ends",
                "import nowhere.grammar ~ g:1:8: no such file: nowhere.grammar; it is looked for beside this one",
            })
    void whatIsWrongIsSaidWithItsPlace(String lines, String message) throws IOException {
        String grammar = lines.replace(';', '\n');
        if (message.equals("none")) {
            Language.of(GrammarReader.read("g", grammar));
            return;
        }
        assertThatThrownBy(() -> Language.of(GrammarReader.read("g", grammar)))
                .isInstanceOf(BadDataException.class)
                .hasMessage(message.stripLeading());
    }

    @Test
    void theLineIsShownWithACaret(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.grammar");
        Files.writeString(file, "intent i\n\tgo to <citi> now\nalias city\n  Oslo\n");
        assertThatThrownBy(() -> Language.of(GrammarReader.read(file)))
                .hasMessage(file + ":2:8: unknown alias 'citi'; did you mean 'city'? have: city\n"
                        + "  \tgo to <citi> now\n"
                        + "  \t      ^");
    }

    /** Each alias says the one before twice. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "64 ~ b ~ an utterance may have more than 100000 characters",
                "20 ~ (b|c) ~ its number of derivations has more than 4,900 digits",
            })
    void explosiveGrowthIsToldNotBuilt(int levels, String first, String message) throws IOException {
        StringBuilder grammar = new StringBuilder("intent i\n  <a" + levels + ">\nalias a0\n  " + first + "\n");
        for (int i = 1; i <= levels; i++) {
            grammar.append("alias a%d\n  <a%d> <a%d>\n".formatted(i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> Language.of(GrammarReader.read("g", grammar.toString())))
                .hasMessageContaining("grows explosively: " + message);
    }
}
