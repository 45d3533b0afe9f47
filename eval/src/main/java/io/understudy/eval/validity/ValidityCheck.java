package io.understudy.eval.validity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks each line and mention whether it is well formed. Memory: 8 to 16 bytes for each line, for the distinctness of
 * ids. Not thread-safe, but for {@link #read}.
 */
public final class ValidityCheck {

    /** What is asked; {@code offsets}, {@code surface}, {@code bio} and {@code checksum} of mentions, else of lines. */
    public enum Rule {
        /** The span lies inside the text. */
        OFFSETS("each span lies inside its text"),
        /** The surface neither begins nor ends with white space. */
        SURFACE("no mention is blank or has white space at an end"),
        /** The mention has a word for its B- tag. */
        BIO("each mention can be tagged: it holds a word"),
        /** An identifier that has check digits has the right ones. */
        CHECKSUM("card numbers, IBANs, crypto addresses and national identifiers have the right check digits"),
        /** The text is more than white space. */
        NOT_EMPTY("no line is blank"),
        /** No gap such as {@code {PERSON_1}} was left open. */
        SLOT_FILLED("no gap of a template was left open"),
        /** No lone surrogate, no control character but tab and line breaks. */
        CHARACTERS("no control character, no half of a surrogate pair"),
        /** No other line has its id. */
        DISTINCT_ID("no two lines have one id");

        private final String meaning;

        Rule(String meaning) {
            this.meaning = meaning;
        }

        /** One phrase. */
        public String meaning() {
            return meaning;
        }

        /** Its key in report.json. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How often a rule was asked, and how often the answer was no. */
    public record Count(long tried, long failed) {}

    private final LongHashSet ids = new LongHashSet();
    private final EnumMap<Rule, Tally> tallies = new EnumMap<>(Rule.class);
    private long lines;
    private long invalid;

    private static final class Tally {
        private long tried;
        private long failed;
    }

    /** What one line answers to all rules but {@link Rule#DISTINCT_ID}. */
    public static final class Answers {
        private final int mentions;
        private int inside;
        private int checksums;
        private List<Rule> failed = List.of();

        private Answers(int mentions) {
            this.mentions = mentions;
        }

        private void ask(Rule rule, boolean holds) {
            if (!holds) {
                failed = failed.isEmpty() ? new ArrayList<>() : failed;
                failed.add(rule);
            }
        }
    }

    public ValidityCheck() {
        for (Rule rule : Rule.values()) {
            tallies.put(rule, new Tally());
        }
    }

    /** Asks one line all but {@link Rule#DISTINCT_ID}; counts nothing. Any number of threads may. */
    public static Answers read(AnnotatedText line) {
        String text = line.text();
        Answers answers = new Answers(line.mentions().size());
        answers.ask(Rule.NOT_EMPTY, !text.isBlank());
        answers.ask(Rule.SLOT_FILLED, !holdsSlot(text));
        answers.ask(Rule.CHARACTERS, hasCleanCharacters(text));
        for (Mention mention : line.mentions()) {
            boolean inside = mention.end() <= text.length();
            answers.ask(Rule.OFFSETS, inside);
            if (inside) {
                answers.inside++;
                answers.ask(Rule.SURFACE, !hasSpaceAtEnd(text, mention));
                answers.ask(Rule.BIO, Tags.canBegin(line, mention));
                if (Checksums.known(mention.label())) {
                    answers.checksums++;
                    answers.ask(Rule.CHECKSUM, Checksums.holds(mention.label(), line.surface(mention)));
                }
            }
        }
        return answers;
    }

    /** Asks and counts one line. */
    public void add(Example example) {
        add(example, read(example.annotated()));
    }

    /** Asks one line whether its id is its own, and counts; {@code answers} are those of its text. */
    public void add(Example example, Answers answers) {
        boolean distinct = ids.add(Seeds.hash(example.id()));
        lines++;
        tried(Rule.NOT_EMPTY, 1);
        tried(Rule.SLOT_FILLED, 1);
        tried(Rule.CHARACTERS, 1);
        tried(Rule.DISTINCT_ID, 1);
        tried(Rule.OFFSETS, answers.mentions);
        tried(Rule.SURFACE, answers.inside);
        tried(Rule.BIO, answers.inside);
        tried(Rule.CHECKSUM, answers.checksums);
        answers.failed.forEach(this::failed);
        if (!distinct) {
            failed(Rule.DISTINCT_ID);
        }
        invalid += distinct && answers.failed.isEmpty() ? 0 : 1;
    }

    private void tried(Rule rule, int times) {
        tallies.get(rule).tried += times;
    }

    private void failed(Rule rule) {
        tallies.get(rule).failed++;
    }

    public long lines() {
        return lines;
    }

    /** Lines for which some rule failed. */
    public long invalid() {
        return invalid;
    }

    /** By rule, in the order of {@link Rule}. */
    public Map<Rule, Count> rules() {
        Map<Rule, Count> counts = new EnumMap<>(Rule.class);
        tallies.forEach((rule, tally) -> counts.put(rule, new Count(tally.tried, tally.failed)));
        return counts;
    }

    /** As {@link String#strip} sees it. */
    private static boolean hasSpaceAtEnd(String text, Mention mention) {
        return Character.isWhitespace(text.codePointAt(mention.start()))
                || Character.isWhitespace(text.codePointBefore(mention.end()));
    }

    private static boolean hasCleanCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) {
                return false;
            }
        }
        return true;
    }

    /** An opening brace, a label, an underscore, digits, a closing brace: {@code {CITY_1}}. */
    private static boolean holdsSlot(String text) {
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            int at = close - 1;
            while (at > open && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at--;
            }
            boolean numbered = at < close - 1 && at > open + 1 && text.charAt(at) == '_';
            if (close > 0 && numbered && text.substring(open, at).chars().noneMatch(Character::isWhitespace)) {
                return true;
            }
        }
        return false;
    }
}
