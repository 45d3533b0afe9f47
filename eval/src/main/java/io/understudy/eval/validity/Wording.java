package io.understudy.eval.validity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import io.understudy.eval.fidelity.Histogram;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether lines read as if somebody had written them with care. People do not always: real text fails these rules too,
 * so a share says something beside the original's share only. Not thread-safe, but for {@link #read}.
 */
public final class Wording {

    /** What is asked of a line. */
    public enum Rule {
        /** {@code a hour}, {@code an book}; asked of each article of an English line. */
        ARTICLE("'a' stands before a consonant's sound, 'an' before a vowel's (English lines)"),
        /** Each opening bracket or quotation mark has its closing one. */
        QUOTES("quotation marks and brackets are closed"),
        /** {@code the the}; numbers, and words that double for a reason, aside. */
        REPEATED_WORD("no word stands twice in a row"),
        /** U+FFFD, or UTF-8 that was read as Latin-1. */
        ENCODING("no trace of a wrong encoding"),
        /** Asked of lines whose language is known, where another is usual. */
        LANGUAGE("the line is in a language that a hundredth of the lines are in");

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

    /** A language of which fewer lines are than this is not one of the corpus. */
    private static final double RARE = 0.01;

    private static final Set<String> DOUBLED = Set.of(
            "had", "that", "very", "no", "yes", "bye", "so", "ha", "la", "really", "many", "far", "long", "please",
            "go", "you", "her", "is", "in", "on", "too", "night", "now", "well", "there", "knock", "cha", "tick", "sie",
            "die", "vous", "nous");

    private final Map<Rule, long[]> tallies = new EnumMap<>(Rule.class);
    private final Histogram languages = new Histogram();

    /** What one line answers. */
    public static final class Answers {
        private final Set<Rule> failed = EnumSet.noneOf(Rule.class);
        private int articles;
        private int wrongArticles;
        private Optional<Language> language = Optional.empty();

        private Answers() {}

        private void ask(Rule rule, boolean holds) {
            if (!holds) {
                failed.add(rule);
            }
        }
    }

    public Wording() {
        for (Rule rule : Rule.values()) {
            tallies.put(rule, new long[2]);
        }
    }

    /** Asks one line; counts nothing. Any number of threads may. */
    public static Answers read(AnnotatedText line) {
        String text = line.text();
        List<Span> spans = Words.of(text);
        List<String> words = new ArrayList<>(spans.size());
        spans.forEach(span -> words.add(text.substring(span.start(), span.end())));
        Answers answers = new Answers();
        answers.language = Language.of(words);
        answers.ask(Rule.QUOTES, Pairs.areClosed(text));
        answers.ask(Rule.ENCODING, !Mojibake.isIn(text));
        boolean repeats = false;
        boolean english = answers.language.filter(Language.EN::equals).isPresent();
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i);
            String next = words.get(i + 1);
            repeats |=
                    word.equalsIgnoreCase(next) && !mayDouble(word) && !isInside(line, spans.get(i), spans.get(i + 1));
            Optional<Boolean> right = english ? Article.isRight(word, next) : Optional.empty();
            answers.articles += right.isPresent() ? 1 : 0;
            answers.wrongArticles += right.isPresent() && !right.get() ? 1 : 0;
        }
        answers.ask(Rule.REPEATED_WORD, !repeats);
        return answers;
    }

    private static boolean mayDouble(String word) {
        return word.codePoints().noneMatch(Character::isLetter)
                || word.codePointCount(0, word.length()) == 1
                || DOUBLED.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether one mention holds both words: names such as Walla Walla double. */
    private static boolean isInside(AnnotatedText line, Span first, Span second) {
        for (Mention mention : line.mentions()) {
            if (mention.start() <= first.start() && second.end() <= mention.end()) {
                return true;
            }
        }
        return false;
    }

    public void add(Answers answers) {
        for (Rule rule : List.of(Rule.QUOTES, Rule.REPEATED_WORD, Rule.ENCODING)) {
            count(rule, 1, answers.failed.contains(rule) ? 1 : 0);
        }
        count(Rule.ARTICLE, answers.articles, answers.wrongArticles);
        answers.language.ifPresent(language -> languages.add(language.name()));
    }

    private void count(Rule rule, long tried, long failed) {
        tallies.get(rule)[0] += tried;
        tallies.get(rule)[1] += failed;
    }

    /** By rule, in their order; the usual languages are those of {@code usual}, an original or these lines. */
    public Map<Rule, ValidityCheck.Count> rules(Wording usual) {
        Map<Rule, ValidityCheck.Count> counts = new EnumMap<>(Rule.class);
        tallies.forEach((rule, tally) -> counts.put(rule, new ValidityCheck.Count(tally[0], tally[1])));
        long strange = 0;
        for (String language : languages.names()) {
            strange += usual.languages.share(language) >= RARE ? 0 : languages.count(language);
        }
        counts.put(Rule.LANGUAGE, new ValidityCheck.Count(languages.total(), strange));
        return counts;
    }
}
