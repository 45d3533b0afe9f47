package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.Tokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Names of people, known by their parts: two parts in any order ("Iyer, Ravi"), an initial and the last part ("R.
 * Iyer", "Iyer, R."), each part, and what user names are made of them.
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
    enum Form {
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

    /** Whether these are names of mail boxes, which may be words. */
    boolean areGuessed() {
        return guessed;
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

    static long pair(Token one, Token other) {
        return pairOf(one.hash(), other.hash());
    }

    /** The same in either order. */
    private static long pairOf(long one, long other) {
        return one + other + (one ^ other) * 0x9e3779b97f4a7c15L;
    }

    static long initial(Token given, Token last) {
        return WordRuns.extend(given.word().codePointAt(0), last.hash());
    }

    /** How many of the names have a word as their last part. */
    int bearers(long lastName) {
        return lastNames.get(lastName);
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

    /** The person of whom this is known, by number; or -1. */
    int find(Form form, long hash) {
        return persons.get(WordRuns.extend(form.seed, hash));
    }

    /** Whether a token can belong to one name with the token before. */
    static boolean binds(Token token) {
        String gap = token.gap();
        return gap.length() <= 3
                && gap.chars()
                        .allMatch(c -> Character.isSpaceChar(c)
                                || Character.isWhitespace(c)
                                || ",.-_\u2010\u2011\u2013".indexOf(c) >= 0);
    }
}
