package io.understudy.eval.leakage;

import io.understudy.core.text.Normalization;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.Mailboxes.Mailbox;
import io.understudy.eval.script.Romanized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The surfaces of a corpus in other spellings than their own: written together or apart, spelled out, in another form,
 * script or order. Each kind of spelling has one canonical key; a surface is known by its keys, and a line is read for
 * the same keys only where its words give cause. Filled by {@link KnownText}, then read by many threads.
 */
final class Spellings {

    /** A surface written together is looked for from this length on. */
    private static final int SHORTEST_JOINED = 8;

    /** As {@link #SHORTEST_JOINED}, for surfaces of letters and digits both. */
    private static final int SHORTEST_CODE = 6;

    private static final int WIDEST_CODE = 16;
    private static final int SHORTEST_HANDLE = 5;
    private static final int FEWEST_SPELLED = 4;

    private static final Pattern NUMBERED = Pattern.compile("\\p{L}{" + SHORTEST_JOINED + ",}+(?=\\d)");

    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://(?:www\\.)?");
    private static final int IP_GROUPS = 4;
    private final KnownText known;
    private final NumberSpellings numbers;
    private final Ledger mailboxes = new Ledger();
    private final Ledger handles = new Ledger();
    private final Skeletons skeletons = new Skeletons();
    private final LongIntMap joined = new LongIntMap();
    private final LongIntMap codes = new LongIntMap();
    private final LongIntMap addresses = new LongIntMap();
    private final People people;
    private final People mailboxOwners;

    Spellings(KnownText known) {
        this.known = known;
        this.numbers = new NumberSpellings(known.lexicon);
        this.people = new People(known.lexicon, false);
        this.mailboxOwners = new People(known.lexicon, true);
    }

    /** Whose spelling it is: a surface's number, the record that said it first, its label. */
    record Origin(int run, int record, int label, String labelName) {}

    Ledger digits() {
        return numbers.digits();
    }

    /** Tells the lexicon which of its words are surfaces written together; to be called when no more words come. */
    void markJoined() {
        joined.forEach((word, run) -> known.lexicon.markKnown(word, Lexicon.JOINED));
    }

    /** Gives back what room is not needed when no more surfaces come. */
    void trim() {
        numbers.trim();
        people.trim();
        mailboxOwners.trim();
        skeletons.trim();
        for (Ledger ledger : List.of(mailboxes, handles)) {
            ledger.trim();
        }
        for (LongIntMap map : List.of(joined, codes, addresses)) {
            map.trim();
        }
    }

    /** Learns all spellings of a surface that is new. */
    void add(String surface, String normalised, WordRuns words, Origin origin) {
        writtenTogether(words, origin);
        boolean isPerson = PersonWords.isPerson(origin.labelName());
        if (isPerson) {
            people.add(surface, origin.record(), origin.label());
        }
        for (String name : isPerson ? Set.<String>of() : Firms.variants(normalised)) {
            known.searchFor(WordRuns.of(name), origin.run());
        }
        String spelledOut = Letters.spelledOut(surface);
        if (!spelledOut.equals(surface)) {
            known.searchFor(WordRuns.of(Normalization.of(spelledOut)), origin.run());
        }
        script(surface, isPerson, origin);
        numbers.add(normalised, words, origin);
        address(normalised, words, origin);
        web(normalised, origin);
    }

    /** An address of the web without how it is fetched. */
    private void web(String normalised, Origin origin) {
        String bare = SCHEME.matcher(normalised).replaceFirst("");
        if (bare.length() < normalised.length() && WordRuns.of(bare).weight() >= SHORTEST_JOINED) {
            known.searchFor(WordRuns.of(bare), origin.run());
        }
    }

    private void writtenTogether(WordRuns words, Origin origin) {
        int size = words.weight();
        if (words.digits() == size) {
            return;
        }
        long hash = words.joined(0, words.size());
        if (words.digits() > 0) {
            if (size >= SHORTEST_CODE) {
                if (codes.size() == 0) {
                    numbers.expectSaidLetters();
                }
                codes.put(hash, origin.run());
            }
        } else if (words.size() > 1 && size >= SHORTEST_JOINED) {
            joined.put(hash, origin.run());
        }
    }

    private void script(String surface, boolean isPerson, Origin origin) {
        if (Romanized.isForeign(surface)) {
            for (String latin : Romanized.all(surface)) {
                WordRuns words = WordRuns.of(latin);
                if (words.weight() > KnownText.SHORTEST_SEARCHED) {
                    known.searchFor(words, origin.run());
                }
                if (isPerson) {
                    people.add(latin, origin.record(), origin.label());
                    skeletons.add(latin, true, origin);
                }
            }
        } else if (isPerson) {
            skeletons.add(Normalization.of(surface), false, origin);
        }
    }

    private void address(String normalised, WordRuns words, Origin origin) {
        boolean isMailbox = normalised.indexOf('@') > 0;
        boolean isAddress =
                isMailbox || (normalised.indexOf('.') > 0 && normalised.indexOf(' ') < 0 && words.size() > 1);
        // Of what has no letter only an IP address is said with dots.
        if (!isAddress || (words.digits() == words.weight() && words.size() != IP_GROUPS)) {
            return;
        }
        if (addresses.size() == 0) {
            for (long hash : Mailboxes.signHashes()) {
                known.lexicon.mark(hash, Lexicon.SIGN);
            }
            numbers.expectNumerals();
        }
        addresses.put(words.joined(0, words.size()), origin.run());
        for (Mailbox mailbox : Mailboxes.in(normalised)) {
            mailboxes.note(mailbox.key(), origin.record(), origin.label());
            mailboxOwners.addMailbox(mailbox.local(), origin.record(), origin.label());
            if (mailbox.handle().length() >= SHORTEST_HANDLE) {
                handles.note(KnownText.hash(mailbox.handle()), origin.record(), origin.label());
            }
        }
    }

    /** What a line says in other spellings; {@code found} holds what it says in the corpus's own. */
    void in(Line line, int minSources, List<Match> found) {
        people(line, minSources, found);
        mailboxes(line, found);
        writtenTogether(line, found);
        numbers.in(line, found);
        if (line.isForeign() || Letters.mayBeSpelledOut(line.annotated().text())) {
            letters(line, minSources, found);
        }
        skeletons.in(line, found);
    }

    private void people(Line line, int minSources, List<Match> found) {
        if (!line.has(Lexicon.NAME)) {
            return;
        }
        for (People names : List.of(people, mailboxOwners)) {
            Rule rule = names == people ? Rule.PARTIAL_NAME : Rule.EMAIL_NAME;
            for (PeopleReader.Found part : names.isEmpty()
                    ? List.<PeopleReader.Found>of()
                    : new PeopleReader(names, known.lexicon).in(line.annotated(), minSources)) {
                String text = Normalization.of(line.annotated().text().substring(part.start(), part.end()));
                add(names.match(rule, part.severity(), part.thing(), text), found);
            }
        }
    }

    private void mailboxes(Line line, List<Match> found) {
        for (Mailbox mailbox : Mailboxes.in(line.normalised())) {
            find(Rule.EMAIL, Severity.HARD, mailboxes, mailbox.key(), mailbox.local() + "@" + mailbox.domain(), found);
            if (mailbox.handle().length() >= SHORTEST_JOINED) {
                find(Rule.EMAIL_NAME, Severity.HARD, handles, KnownText.hash(mailbox.handle()), mailbox.local(), found);
            }
            people.handle(mailbox.handle())
                    .ifPresent(
                            thing -> add(people.match(Rule.EMAIL_NAME, Severity.HARD, thing, mailbox.handle()), found));
        }
        if (handles.size() > 0 && line.words().size() > 1) {
            People.handles(
                    line.annotated().text(),
                    handle -> find(Rule.EMAIL_NAME, Severity.HARD, handles, KnownText.hash(handle), handle, found));
        }
        if (addresses.size() > 0 && mayBeSpoken(line)) {
            Optional<String> digits =
                    line.has(Lexicon.NUMERAL) ? Numerals.digits(line.normalised(), 1) : Optional.empty();
            String plain = Mailboxes.withoutSigns(line.normalised());
            String spoken = digits.map(Mailboxes::withoutSigns).orElse(plain);
            addressIn(spoken, found);
            if (digits.isPresent()) {
                addressIn(plain, found);
            }
            if (line.words().hasTwoLetters()) {
                addressIn(Mailboxes.lettersJoined(spoken), found);
            }
        }
    }

    /** Whether a sign is said that is no lone "at", which is a word of every second line. */
    private static boolean mayBeSpoken(Line line) {
        int signs = line.count(Lexicon.SIGN);
        if (signs != 1 || line.normalised().indexOf('.') >= 0 || line.words().hasAt()) {
            return signs > 0;
        }
        for (int i = 0; i < line.numbers().length; i++) {
            if (line.isMarked(i, Lexicon.SIGN)) {
                return line.words().hash(i) != Mailboxes.AT;
            }
        }
        return false;
    }

    /** An address whose words follow each other, the signs between them left out or said. */
    private void addressIn(String spoken, List<Match> found) {
        WordRuns words = WordRuns.of(spoken);
        for (int from = 0; from < words.size(); from++) {
            long hash = words.hash(from);
            for (int to = from + 2; to <= Math.min(words.size(), from + WIDEST_CODE); to++) {
                hash = words.joined(hash, to - 1);
                int run = addresses.get(hash);
                if (run >= 0) {
                    add(Rule.EMAIL, Severity.HARD, known.runs, run, words.text(from, to), found);
                }
            }
        }
    }

    private void writtenTogether(Line line, List<Match> found) {
        WordRuns words = line.words();
        for (int i = 0; i < words.size() && joined.size() > 0; i++) {
            if (words.length(i) >= SHORTEST_JOINED && (line.numbers()[i] < 0 || line.isMarked(i, Lexicon.JOINED))) {
                surface(joined.get(words.hash(i)), words, i, i + 1, found);
            }
        }
        if (joined.size() > 0 && words.digits() > 0) {
            numbered(line.normalised(), found);
        }
        if (codes.size() > 0) {
            if (words.digits() > 0) {
                codes(words, found);
            }
            if (line.has(Lexicon.NUMERAL)) {
                String digits = Numerals.digits(line.normalised(), 1).orElse(line.normalised());
                codes(WordRuns.of(Letters.said(digits)), found);
            }
        }
        spelledLetters(words, found);
    }

    /** "ravischandran84": the name of a user, numbered. */
    private void numbered(String normalised, List<Match> found) {
        java.util.regex.Matcher name = NUMBERED.matcher(normalised);
        while (name.find()) {
            int run = joined.get(WordRuns.hash(name.group()));
            if (run >= 0) {
                add(Rule.SOURCE_SURFACE, Severity.HARD, known.runs, run, name.group(), found);
            }
        }
    }

    private void codes(WordRuns words, List<Match> found) {
        for (int from = 0; from < words.size(); from++) {
            long hash = 0;
            for (int to = from + 1; to <= Math.min(words.size(), from + WIDEST_CODE); to++) {
                hash = words.joined(hash, to - 1);
                surface(codes.get(hash), words, from, to, found);
            }
        }
    }

    /** "I-y-e-r": single letters in a row are looked up as one word. */
    private void spelledLetters(WordRuns words, List<Match> found) {
        for (int from = 0; from < words.size(); from++) {
            int to = from;
            while (to < words.size() && words.length(to) == 1) {
                to++;
            }
            if (to - from >= FEWEST_SPELLED) {
                long word = words.joined(from, to);
                int run = known.surfaceOrPart(WordRuns.extend(WordRuns.none(), word));
                surface(run == KnownText.PART ? -1 : run, words, from, to, found);
                surface(joined.get(word), words, from, to, found);
                String text = words.text(from, to);
                people.lastName(word)
                        .ifPresent(thing -> add(people.match(Rule.PARTIAL_NAME, Severity.WEAK, thing, text), found));
                for (int beside : new int[] {from - 1, to}) {
                    if (beside >= 0 && beside < words.size()) {
                        people.pair(word, words.hash(beside))
                                .ifPresent(thing ->
                                        add(people.match(Rule.PARTIAL_NAME, Severity.HARD, thing, text), found));
                    }
                }
            }
            from = Math.max(from, to - 1);
        }
    }

    private void surface(int run, WordRuns words, int from, int to, List<Match> found) {
        if (run >= 0) {
            add(Rule.SOURCE_SURFACE, Severity.HARD, known.runs, run, words.text(from, to), found);
        }
    }

    /** The line with its letters spelled out, and in Latin letters. */
    private void letters(Line line, int minSources, List<Match> found) {
        List<String> texts = new ArrayList<>();
        texts.add(Normalization.of(Letters.spelledOut(line.annotated().text())));
        if (line.isForeign() && skeletons.hasLatin()) {
            texts.add(Romanized.of(line.annotated().text()));
        }
        for (String text : texts) {
            List<Match> more = new ArrayList<>(0);
            new Matcher(known, minSources).runs(WordRuns.of(text), more);
            more.stream()
                    .filter(match -> found.stream().noneMatch(match::isSame))
                    .forEach(found::add);
        }
    }

    private void find(Rule rule, Severity severity, Ledger ledger, long key, String text, List<Match> found) {
        int thing = ledger.find(key);
        if (thing >= 0) {
            add(rule, severity, ledger, thing, text, found);
        }
    }

    /** Unless the same was found already in a form that says as much. */
    private void add(Rule rule, Severity severity, Ledger ledger, int thing, String text, List<Match> found) {
        add(Match.of(rule, severity, ledger, thing, text, ledger == known.runs), found);
    }

    static void add(Match match, List<Match> found) {
        boolean isSaid = found.stream().anyMatch(other -> other.says(match));
        if (!isSaid) {
            found.add(match);
        }
    }
}
