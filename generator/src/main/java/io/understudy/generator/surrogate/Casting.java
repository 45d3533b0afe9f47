package io.understudy.generator.surrogate;

import io.understudy.core.Label;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Gives each original a surrogate that no other has and the veto does not refuse. Who has the smaller keyed number
 * chooses first, so that the order of the lines does not matter. A range that is used up is told.
 */
final class Casting {

    /** So many refusals mean that the veto refuses everything. */
    private static final int MOST_REFUSED = 400;

    /** So many refusals for a word that an original has too mean that the lists have no other words. */
    private static final int MOST_ALIKE = 24;

    private final BiPredicate<Label, String> veto;
    private final SourceWords words;
    private final LongHashSet people = new LongHashSet();
    private final Map<Long, Integer> efforts = new HashMap<>();
    private final SortedMap<String, RangeUse> ranges = new TreeMap<>();

    /** Ranges of which nothing is left. */
    private final Set<String> given = new HashSet<>();

    Casting(BiPredicate<Label, String> veto, SourceWords words) {
        this.veto = veto;
        this.words = words;
    }

    /** How often each original had to choose again, by its number; 0 where it is not there. */
    Map<Long, Integer> efforts() {
        return efforts;
    }

    /**
     * How often the person had to be drawn that something belongs to.
     *
     * @param own how often the thing itself was, which counts where the person is named nowhere else
     */
    int personEffort(long person, int own) {
        return people.contains(person) ? efforts.getOrDefault(person, 0) : own;
    }

    /** By label, those that were given numbers of known ranges. */
    SortedMap<String, RangeUse> ranges() {
        return ranges;
    }

    /**
     * @param subjects by their numbers; persons are cast before what belongs to them
     * @param chosen is told the full name of each, and its surrogate
     */
    void cast(SortedMap<Long, Subject> subjects, Studio studio, BiConsumer<Subject, String> chosen) {
        LongHashSet taken = new LongHashSet();
        for (long number : subjects.keySet()) {
            Subject subject = subjects.get(number).full();
            if (subject.kind().person()) {
                people.add(number);
            }
            chosen.accept(subject, cast(number, subject, studio, taken));
        }
    }

    private String cast(long number, Subject subject, Studio studio, LongHashSet taken) {
        long person = studio.personNumber(subject);
        String kind = subject.kind().name();
        int refusals = 0;
        int alike = 0;
        boolean again = false;
        for (int effort = 0; ; effort++) {
            Studio.Drawn drawn =
                    studio.draw(subject, effort, Lead.OPEN, Offsets.Offset.NONE, 0, personEffort(person, effort));
            Optional<Deal.From> from = drawn.from();
            String range = kind + ' ' + from.map(each -> each.stock().name()).orElse("");
            if (given.contains(range) && !from.orElseThrow().isShared()) {
                effort = from.get().end() - 1;
                continue;
            }
            boolean refused = refusals < MOST_REFUSED && veto.test(subject.label(), drawn.surface());
            refusals += refused ? 1 : 0;
            if (!refused && alike < MOST_ALIKE && words.isIn(subject.kind(), drawn.names())) {
                refused = true;
                alike++;
            }
            boolean last = from.map(Deal.From::isShared).orElse(effort >= 2 * MOST_REFUSED);
            if (last || (!refused && taken.add(hash(kind, drawn.surface())))) {
                if (effort > 0) {
                    efforts.put(number, effort);
                }
                boolean chosenAgain = again;
                from.ifPresent(each -> ranges.merge(
                        subject.label().name(),
                        RangeUse.none().and(each, chosenAgain),
                        (before, now) -> before.and(each, chosenAgain)));
                return drawn.surface();
            }
            again |= !refused;
            if (from.isPresent()
                    && from.get().how() == Deal.How.PLACED
                    && effort + 1 >= from.get().end()) {
                given.add(range);
            }
        }
    }

    private static long hash(String kind, String surface) {
        return Seeds.hash(kind + '\u0000' + Normalization.of(surface));
    }
}
