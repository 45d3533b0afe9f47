package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.People.Form;
import io.understudy.eval.leakage.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a line says of names that are known by their parts. Two parts in any order, an initial and the last part, and a
 * part after a title ("Mr Iyer") say whom; the last part alone is weak, and counts only where capitals tell names and
 * no other name stands beside it, fewer than {@code minSources} names share it, and the corpus does not use it as a
 * word.
 */
final class PeopleReader {

    /** A name that came through, by the number of the person. */
    record Found(int thing, Severity severity, int start, int end) {}

    private final People people;
    private final Lexicon lexicon;

    PeopleReader(People people, Lexicon lexicon) {
        this.people = people;
        this.lexicon = lexicon;
    }

    /** What of any name stands in a line; one finding a place, the surest. */
    List<Found> in(AnnotatedText line, int minSources) {
        List<Token> tokens = Tokens.of(line.text());
        boolean cased = isCased(line.text(), tokens);
        List<Found> found = new ArrayList<>(0);
        for (int i = 0; i < tokens.size(); i++) {
            if (isMarked(tokens.get(i))) {
                int before = found.size();
                int next = i;
                if (!people.areGuessed() || (cased && tokens.get(i).isUpper(line.text()))) {
                    next = pairFrom(line.text(), tokens, i, cased, found);
                }
                if (found.size() == before) {
                    alone(line, tokens, i, cased, minSources, found);
                }
                i = Math.max(i, next);
            }
        }
        return found;
    }

    /** Whether the corpus uses this part of a name outside mentions too. */
    private boolean isWord(Token token) {
        int number = lexicon.find(token.hash());
        return number >= 0 && lexicon.unlabelled(number) > 0;
    }

    private boolean isMarked(Token token) {
        return lexicon.isMarked(token.hash(), Lexicon.NAME);
    }

    /** A second part or an initial beside the part at {@code i}; @return the last token that was used. */
    private int pairFrom(String line, List<Token> tokens, int i, boolean cased, List<Found> found) {
        Token token = tokens.get(i);
        for (int j = i + 1; j < tokens.size() && j <= i + 3 && People.binds(tokens.get(j)); j++) {
            Token other = tokens.get(j);
            boolean isInitial = isInitial(line, other);
            int thing = isInitial
                    ? people.find(Form.INITIAL, initials(line, other, token))
                    : people.find(Form.PAIR, People.pair(token, other));
            if (thing >= 0 && (mayBeName(line, token, other, cased) || (cased && inMailbox(line, other)))) {
                found.add(new Found(thing, Severity.HARD, token.start(), other.end()));
                return j;
            }
            if (!isInitial) {
                break;
            }
        }
        int shared = i + 3;
        if (shared < tokens.size()
                && PersonWords.LINKS.contains(tokens.get(i + 1).word())
                && mayBeName(line, token, tokens.get(shared), cased)) {
            // "Ravi and Jane Iyer"
            OptionalInt thing = people.pair(token.hash(), tokens.get(shared).hash());
            if (thing.isPresent()) {
                found.add(new Found(
                        thing.getAsInt(),
                        Severity.HARD,
                        token.start(),
                        tokens.get(shared).end()));
                return shared;
            }
        }
        for (int j = i - 1; j >= 0 && j >= i - 3 && People.binds(tokens.get(j + 1)); j--) {
            if (PersonWords.PARTICLES.contains(tokens.get(j).word())) {
                continue;
            }
            if (!isInitial(line, tokens.get(j))) {
                break;
            }
            int thing = people.find(Form.INITIAL, initials(line, tokens.get(j), token));
            if (thing >= 0
                    && (!cased || (token.isUpper(line) && tokens.get(j).isUpper(line)) || inMailbox(line, token))) {
                found.add(new Found(thing, Severity.HARD, tokens.get(j).start(), token.end()));
                return i;
            }
        }
        return i;
    }

    /** Whether two parts are written as names are: with capitals, or, where nothing is, not both words of every day. */
    private static boolean mayBeName(String line, Token one, Token other, boolean cased) {
        return cased
                ? one.isUpper(line) && other.isUpper(line)
                : !(Everyday.has(one.hash()) && Everyday.has(other.hash()));
    }

    /** Whether a name ends where the @ of an address or its number follows. */
    private static boolean inMailbox(String line, Token last) {
        int at = last.end();
        while (at < line.length() && (Character.isDigit(line.charAt(at)) || "._-+".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '@';
    }

    /** A lone letter; a small vowel is more likely a word ("a", "o", "y"). */
    private static boolean isInitial(String line, Token token) {
        if (areInitials(line, token)) {
            return true;
        }
        return token.isInitial()
                && (token.isUpper(line) || "aeiouy".indexOf(token.word().charAt(0)) < 0);
    }

    /** The key of a last part with the initials before it, or with the first letter of a given name. */
    private static long initials(String line, Token given, Token last) {
        return areInitials(line, given) ? WordRuns.extend(given.hash(), last.hash()) : People.initial(given, last);
    }

    /** Two or three capitals in a row, beside small letters elsewhere: "JL". */
    private static boolean areInitials(String line, Token token) {
        int length = token.end() - token.start();
        return length > 1
                && length <= 3
                && line.substring(token.start(), token.end()).chars().allMatch(Character::isUpperCase);
    }

    private void alone(
            AnnotatedText line, List<Token> tokens, int i, boolean cased, int minSources, List<Found> found) {
        Token token = tokens.get(i);
        int user = people.find(Form.USER, token.hash());
        if (user >= 0 && !isWord(token) && line.mentions().isEmpty()) {
            found.add(new Found(user, Severity.WEAK, token.start(), token.end()));
            return;
        }
        boolean titled = i > 0 && PersonWords.TITLES.contains(tokens.get(i - 1).word()) && People.binds(token);
        int part = people.find(Form.PART, token.hash());
        int names = people.bearers(token.hash());
        if (part < 0 || (!titled && (names <= 0 || names >= minSources))) {
            return;
        }
        for (Mention mention : line.mentions()) {
            if (mention.start() < token.end() && token.start() < mention.end()) {
                boolean whole = Tokens.of(line.surface(mention)).stream()
                        .allMatch(each -> each.word().equals(token.word())
                                || each.isInitial()
                                || PersonWords.TITLES.contains(each.word())
                                || PersonWords.SUFFIXES.contains(each.word()));
                if (whole && PersonWords.isPerson(mention.label().name())) {
                    found.add(new Found(part, titled ? Severity.HARD : Severity.WEAK, token.start(), token.end()));
                }
                return;
            }
        }
        boolean followed = i + 1 < tokens.size() && isName(line.text(), tokens.get(i + 1)) && cased;
        if (titled) {
            if (!followed) {
                found.add(new Found(part, Severity.HARD, tokens.get(i - 1).start(), token.end()));
            }
            return;
        }
        boolean preceded = i > 0
                && (isName(line.text(), token, tokens.get(i - 1))
                        || PersonWords.DETERMINERS.contains(tokens.get(i - 1).word()));
        boolean initialed = (i > 0 && tokens.get(i - 1).isInitial() && People.binds(token))
                || (i + 1 < tokens.size() && tokens.get(i + 1).isInitial() && People.binds(tokens.get(i + 1)));
        if (cased && token.isUpper(line.text()) && !followed && !preceded && !initialed && !isWord(token)) {
            found.add(new Found(part, Severity.WEAK, token.start(), token.end()));
        }
    }

    /** Whether a token is another capitalised word of one name with the token before it. */
    private static boolean isName(String line, Token token) {
        return token.isUpper(line) && token.gap().chars().allMatch(c -> Character.isSpaceChar(c) || c == '-');
    }

    /** Whether the token before is a capitalised word that belongs to one name with {@code token}. */
    private boolean isName(String line, Token token, Token before) {
        if (!before.isUpper(line) || !token.gap().chars().allMatch(c -> Character.isSpaceChar(c) || c == '-')) {
            return false;
        }
        return !(before.start() == 0
                && (isWord(before)
                        || !Lexicon.saysSomething(before.hash(), before.word().length())));
    }

    /** Whether capitals tell names in this line: it has small words and capitals both. */
    private static boolean isCased(String line, List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.isUpper(line))
                && tokens.stream().anyMatch(token -> Character.isLowerCase(line.codePointAt(token.start())));
    }
}
