package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Segment.Literal;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiPredicate;

/**
 * Stands in for the mentions of real lines: the same line, every mention replaced. What is put in depends on the key,
 * the original and the options alone, so that the same original gets the same surrogate in every line, document and run
 * with that key. Lines are read twice: {@link AnonymizerBuilder#add} shows all originals, then {@link #prepare} and
 * {@link #standIn} give the lines. Thread-safe but for {@link #prepare}, which wants the lines in order.
 *
 * <p>No two originals of one kind get one surrogate, closed classes (titles, dates, amounts) aside: among the originals
 * that were shown, those with the smaller keyed numbers choose first, so that neither order nor threads matter. No
 * surrogate is a surface of the source as far as the veto knows it, but dates, whose intervals count more, and small
 * numbers, of which there are few. Words that name nobody ("tomorrow", "Mr.") stay: {@link Surrogates#isEveryday}.
 */
public final class Anonymizer {

    private final AnonymizerOptions options;
    private final Studio studio;
    private final BiPredicate<Label, String> veto;
    private final Casting casting;
    private final SourceWords words;
    private final SortedMap<String, RangeUse> ranges;
    private final Offsets offsets;
    private final Map<String, int[]> generations = new HashMap<>();
    private long lines;

    Anonymizer(
            AnonymizerOptions options,
            Studio studio,
            BiPredicate<Label, String> veto,
            Casting casting,
            SourceWords words,
            Offsets offsets) {
        this.options = options;
        this.studio = studio;
        this.veto = veto;
        this.casting = casting;
        this.words = words;
        this.ranges = casting.ranges();
        this.offsets = offsets;
    }

    public static AnonymizerBuilder builder(AnonymizerOptions options, Secret secret) {
        return new AnonymizerBuilder(options, secret);
    }

    /** How far the ranges of numbers went, by label; empty where each mention has a surrogate of its own. */
    public SortedMap<String, RangeUse> ranges() {
        return Collections.unmodifiableSortedMap(ranges);
    }

    /**
     * A line on its way.
     *
     * @param generations of each mention: 0 is the surrogate that all its mentions share
     */
    public record Prepared(AnnotatedText line, String document, List<Long> generations) {}

    /**
     * Takes the next line, in order: who mixes surrogates must know which mention came before.
     *
     * @param line with its mentions linked, as it was shown
     * @param document names what dates move with, where persons do not
     */
    public Prepared prepare(AnnotatedText line, String document) {
        long number = lines++;
        List<Mention> mentions = line.mentions();
        Long[] all = new Long[mentions.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = switch (options.strategy()) {
                case RANDOM -> 1 + (number << 16) + i;
                case MARKOV -> (long) generation(document, studio.subject(line, mentions.get(i)));
                default -> 0L;
            };
        }
        return new Prepared(line, document, List.of(all));
    }

    /** The number of the mention that the surrogate was first drawn for. */
    private int generation(String document, Subject subject) {
        String key = document + '\u0000' + subject.kind().name() + '\u0000' + subject.key();
        int[] known = generations.computeIfAbsent(key, k -> new int[] {0, 0});
        known[0]++;
        boolean again = known[0] > 1 && studio.uniform(key + '\u0000' + known[0]) < options.reuse();
        known[1] = again ? known[1] : known[0];
        return known[1];
    }

    /** The line with its mentions stood in for; labels and roles stay, and entities where one has one surrogate. */
    public AnnotatedText standIn(Prepared prepared) {
        AnnotatedText line = prepared.line();
        AnnotatedText.Builder out = AnnotatedText.builder();
        int at = 0;
        String before = "";
        for (int i = 0; i < line.mentions().size(); i++) {
            Mention mention = line.mentions().get(i);
            String literal = line.text().substring(at, mention.start());
            String surface = surface(
                    line,
                    mention,
                    literal,
                    prepared.document(),
                    prepared.generations().get(i));
            out.append(Articles.agree(possessive(literal, before), surface));
            out.append(surface, mention.label(), details(mention));
            before = surface;
            at = mention.end();
        }
        return out.append(possessive(line.text().substring(at), before)).build();
    }

    private Details details(Mention mention) {
        Details usage = mention.details().usage();
        Optional<String> entity = mention.details().entity();
        return entity.isPresent() && options.strategy() == Strategy.CONSISTENT ? usage.withEntity(entity.get()) : usage;
    }

    private String surface(AnnotatedText line, Mention mention, String literal, String document, long generation) {
        String original = line.surface(mention);
        switch (options.strategy()) {
            case REDACT -> {
                return "[" + mention.details().entity().orElse(mention.label().name()) + "]";
            }
            case MASK -> {
                return original.replaceAll("[\\p{L}\\p{N}]", "*");
            }
            default -> {
                Subject subject = studio.subject(line, mention);
                return chosen(subject, lead(literal), studio.calendar(line, mention, document), generation);
            }
        }
    }

    private String chosen(Subject subject, Lead lead, String calendar, long generation) {
        Kind kind = subject.kind();
        boolean fixed = generation == 0 && !kind.shared();
        Offsets.Offset offset = offsets.of(calendar);
        long person = studio.personNumber(subject);
        if (fixed) {
            int effort = casting.efforts().getOrDefault(studio.number(subject), 0);
            // Whatever word stands before it: it is called the same everywhere.
            return studio.draw(subject, effort, Lead.OPEN, offset, 0, casting.personEffort(person, effort))
                    .surface();
        }
        for (int effort = 0; ; effort++) {
            Studio.Drawn drawn =
                    studio.draw(subject, effort, lead, offset, generation, casting.personEffort(person, effort));
            boolean refused = veto.test(subject.label(), drawn.surface()) || words.isIn(subject.kind(), drawn.names());
            if (effort >= kind.patience() || !refused) {
                return drawn.surface();
            }
        }
    }

    private static Lead lead(String literal) {
        return literal.isEmpty() ? Lead.OPEN : Lead.after(new Literal(literal));
    }

    /** "James' car" is "Brenda's car": a lone apostrophe behind a name that does not end in s lacks one. */
    private static String possessive(String literal, String before) {
        boolean lone = literal.length() > 1
                && (literal.charAt(0) == '\'' || literal.charAt(0) == '’')
                && literal.charAt(1) == ' ';
        boolean lacks = lone
                && !before.isEmpty()
                && !before.endsWith("s")
                && Character.isLetter(before.charAt(before.length() - 1));
        return lacks ? literal.charAt(0) + "s" + literal.substring(1) : literal;
    }
}
