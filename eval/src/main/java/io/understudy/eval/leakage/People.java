package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.Tokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Names of people, known by their parts: two parts in any order ("Iyer, Ravi"), an initial and the last part ("R.
 * Iyer", "Iyer, R."), a part after a title ("Mr Iyer"), and the last part alone. The first three say whom; the last is
 * weak, and counts only where capitals tell names and no other name stands beside it, fewer than {@code minSources}
 * names share it, and the corpus does not use it as a word.
 *
 * <p>Trap: a given name alone identifies nobody, so it is not looked for; nicknames are other names.
 */
final class People {

    private static final int SHORTEST_ALONE = 4;
    private static final int SHORTEST_HANDLE = 5;
    /** So many parts have a name with two given names and two family names. */
    private static final int TWO_FAMILY_NAMES = 4;

    /** A mail box's name that stands alone in running text may be a word: "train", of T. Rain. */
    private static final int SHORTEST_USER = 10;

    /** How surely a part names somebody. */
    private enum Form {
        PAIR(1),
        INITIAL(2),
        PART(3),
        HANDLE(4),
        USER(5);

        private final long seed;

        Form(long seed) {
            this.seed = seed;
        }
    }

    /** A name that came through, by the number of the person. */
    record Found(int thing, Severity severity, int start, int end) {}

    private final Lexicon lexicon;
    private final boolean guessed;
    private final LongIntMap persons = new LongIntMap();
    private final LongIntMap lastNames = new LongIntMap();
    private int[] records = new int[16];
    private int[] labels = new int[16];
    private int size;

    /**
     * @param guessed whether these are names of mail boxes, which may be words: they count where capitals tell names
     */
    People(Lexicon lexicon, boolean guessed) {
        this.lexicon = lexicon;
        this.guessed = guessed;
    }

    Match match(Rule rule, Severity severity, int person, String text) {
        return new Match(rule, severity, -1, records[person], labels[person], text);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Gives back what room is not needed when no more names come. */
    void trim() {
        persons.trim();
        lastNames.trim();
        records = Arrays.copyOf(records, size);
        labels = Arrays.copyOf(labels, size);
    }

    /** Remembers the person whose mail box this is, where its name has two parts or more. */
    void addMailbox(String localPart, int record, int label) {
        String name = localPart.replaceAll("[^\\p{L}]+", " ").strip();
        if (Arrays.stream(name.split(" ", -1)).noneMatch(PersonWords.OFFICES::contains)) {
            add(name, record, label);
        }
    }

    /** Remembers a surface that names a person. */
    void add(String surface, int record, int label) {
        List<Token> name = new ArrayList<>();
        boolean comma = false;
        for (Token token : Tokens.of(surface)) {
            boolean isPart = !PersonWords.SUFFIXES.contains(token.word())
                    && !(name.isEmpty() && PersonWords.TITLES.contains(token.word()));
            comma |= name.size() == 1 && token.gap().contains(",");
            if (isPart
                    && token.word().codePoints().allMatch(WordRuns::isPartOfWord)
                    && token.word().codePoints().noneMatch(Character::isDigit)) {
                name.add(token);
            }
        }
        if (name.size() < 2 || name.size() > 6) {
            return;
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, Math.addExact(size, size / 2));
            labels = Arrays.copyOf(labels, records.length);
        }
        records[size] = record;
        labels[size] = label;
        int lastPlace = comma ? 0 : name.size() - 1;
        Token last = name.get(lastPlace);
        for (Token token : name) {
            if (token.isInitial()) {
                continue;
            }
            lexicon.mark(token.hash(), Lexicon.NAME);
            note(Form.PART, token.hash());
        }
        if (!guessed) {
            handlesOf(name.get(comma ? 1 : 0), last, handle -> {
                if (handle.length() >= SHORTEST_HANDLE) {
                    note(Form.HANDLE, KnownText.hash(handle));
                }
                if (handle.length() >= SHORTEST_USER) {
                    lexicon.mark(WordRuns.hash(handle), Lexicon.NAME);
                    note(Form.USER, WordRuns.hash(handle));
                }
            });
        }
        for (int i = 0; i < name.size(); i++) {
            for (int j = i + 1; j < name.size(); j++) {
                note(Form.PAIR, pair(name.get(i), name.get(j)));
            }
            if (i != lastPlace) {
                note(Form.INITIAL, initial(name.get(i), last));
            }
        }
        // Of two family names the first one is the one that stays.
        if (!comma
                && name.size() >= TWO_FAMILY_NAMES
                && !PersonWords.PARTICLES.contains(name.get(lastPlace - 1).word())) {
            note(Form.INITIAL, initial(name.get(0), name.get(lastPlace - 1)));
        }
        if (!comma && PersonWords.PARTICLES.contains(name.get(lastPlace - 1).word())) {
            writtenOn(name.get(0), name.get(lastPlace - 1).word() + last.word());
        }
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.size(); i++) {
            if (i != lastPlace) {
                initials.appendCodePoint(name.get(i).word().codePointAt(0));
            }
        }
        if (initials.length() > 1) {
            note(Form.INITIAL, WordRuns.extend(WordRuns.hash(initials.toString()), last.hash()));
        }
        if (last.word().length() >= SHORTEST_ALONE) {
            lastNames.increment(last.hash());
        }
        size++;
    }

    /** A last name with its particle in one word: "Alzahrawi", "Vandenberg". */
    private void writtenOn(Token given, String last) {
        long hash = WordRuns.hash(last);
        lexicon.mark(hash, Lexicon.NAME);
        note(Form.PART, hash);
        note(Form.PAIR, pairOf(given.hash(), hash));
        note(Form.INITIAL, WordRuns.extend(given.word().codePointAt(0), hash));
    }

    private static long pair(Token one, Token other) {
        return pairOf(one.hash(), other.hash());
    }

    /** The same in either order. */
    private static long pairOf(long one, long other) {
        return one + other + (one ^ other) * 0x9e3779b97f4a7c15L;
    }

    private static long initial(Token given, Token last) {
        return WordRuns.extend(given.word().codePointAt(0), last.hash());
    }

    private static long initials(String line, Token given, Token last) {
        return areInitials(line, given) ? WordRuns.extend(given.hash(), last.hash()) : initial(given, last);
    }

    /** Whose last name a word is, where few letters more would be needed to say whom. */
    OptionalInt lastName(long word) {
        int thing = lastNames.get(word) > 0 ? find(Form.PART, word) : -1;
        return thing < 0 ? OptionalInt.empty() : OptionalInt.of(thing);
    }

    /** Whose two parts these words are, in either order. */
    OptionalInt pair(long one, long other) {
        int thing = find(Form.PAIR, pairOf(one, other));
        return thing < 0 ? OptionalInt.empty() : OptionalInt.of(thing);
    }

    /** Whose name with one part, or its first letter, makes a mail box such as "riyer" or "raviiyer". */
    OptionalInt handle(String handle) {
        int thing = find(Form.HANDLE, KnownText.hash(handle));
        return thing < 0 ? OptionalInt.empty() : OptionalInt.of(thing);
    }

    /** What mail boxes two capitalised words beside each other would make. */
    static void handles(String line, Consumer<String> handles) {
        List<Token> tokens = Tokens.of(line);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isUpper(line) && tokens.get(i + 1).isUpper(line) && binds(tokens.get(i + 1))) {
                handlesOf(tokens.get(i), tokens.get(i + 1), handles);
            }
        }
    }

    /** Given and last name, or the first letter of the given name, in one word. */
    private static void handlesOf(Token given, Token last, Consumer<String> handles) {
        if (given.word().length() + last.word().length() <= SHORTEST_HANDLE || last.isInitial()) {
            return;
        }
        handles.accept(given.word() + last.word());
        if (!given.isInitial()) {
            handles.accept(given.word().substring(0, given.word().offsetByCodePoints(0, 1)) + last.word());
        }
    }

    /** The first to have a key keeps it. */
    private void note(Form form, long hash) {
        long key = WordRuns.extend(form.seed, hash);
        if (persons.get(key) < 0) {
            persons.put(key, size);
        }
    }

    private int find(Form form, long hash) {
        return persons.get(WordRuns.extend(form.seed, hash));
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
                if (!guessed || (cased && tokens.get(i).isUpper(line.text()))) {
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
        for (int j = i + 1; j < tokens.size() && j <= i + 3 && binds(tokens.get(j)); j++) {
            Token other = tokens.get(j);
            boolean isInitial = isInitial(line, other);
            int thing =
                    isInitial ? find(Form.INITIAL, initials(line, other, token)) : find(Form.PAIR, pair(token, other));
            boolean words = !cased && Everyday.has(token.hash()) && Everyday.has(other.hash());
            if (thing >= 0
                    && !words
                    && (!cased || (token.isUpper(line) && other.isUpper(line)) || inMailbox(line, other))) {
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
            OptionalInt thing = pair(token.hash(), tokens.get(shared).hash());
            if (thing.isPresent()) {
                found.add(new Found(
                        thing.getAsInt(),
                        Severity.HARD,
                        token.start(),
                        tokens.get(shared).end()));
                return shared;
            }
        }
        for (int j = i - 1; j >= 0 && j >= i - 3 && binds(tokens.get(j + 1)); j--) {
            if (PersonWords.PARTICLES.contains(tokens.get(j).word())) {
                continue;
            }
            if (!isInitial(line, tokens.get(j))) {
                break;
            }
            int thing = find(Form.INITIAL, initials(line, tokens.get(j), token));
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

    /** Two or three capitals in a row, beside small letters elsewhere: "JL". */
    private static boolean areInitials(String line, Token token) {
        int length = token.end() - token.start();
        return length > 1
                && length <= 3
                && line.substring(token.start(), token.end()).chars().allMatch(Character::isUpperCase);
    }

    /** Whether a token can belong to one name with the token before. */
    private static boolean binds(Token token) {
        String gap = token.gap();
        return gap.length() <= 3
                && gap.chars()
                        .allMatch(c -> Character.isSpaceChar(c)
                                || Character.isWhitespace(c)
                                || ",.-_\u2010\u2011\u2013".indexOf(c) >= 0);
    }

    private void alone(
            AnnotatedText line, List<Token> tokens, int i, boolean cased, int minSources, List<Found> found) {
        Token token = tokens.get(i);
        int user = find(Form.USER, token.hash());
        if (user >= 0 && !isWord(token) && line.mentions().isEmpty()) {
            found.add(new Found(user, Severity.WEAK, token.start(), token.end()));
            return;
        }
        boolean titled = i > 0 && PersonWords.TITLES.contains(tokens.get(i - 1).word()) && binds(token);
        int part = find(Form.PART, token.hash());
        int names = lastNames.get(token.hash());
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
        boolean initialed = (i > 0 && tokens.get(i - 1).isInitial() && binds(token))
                || (i + 1 < tokens.size() && tokens.get(i + 1).isInitial() && binds(tokens.get(i + 1)));
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
