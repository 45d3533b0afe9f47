package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.text.Gender;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Is shown all originals, then gives the {@link Anonymizer}. Memory: each distinct original once, and each distinct
 * date and age of a calendar up to a million; afterwards only those originals whose first surrogate was taken.
 */
public final class AnonymizerBuilder {

    /** So many refusals mean that the veto refuses everything. */
    private static final int MOST_EFFORT = 400;

    private final AnonymizerOptions options;
    private final Studio studio;

    /** By the keyed number: who has the smaller chooses first. */
    private final Map<Long, Subject> persons = new TreeMap<>();

    private final Map<Long, Subject> organizations = new TreeMap<>();
    private final Map<Long, Subject> others = new TreeMap<>();
    private final Offsets offsets;

    /** How often women were meant more than men, of persons of whom something is said. */
    private final Map<Long, Integer> women = new HashMap<>();

    AnonymizerBuilder(AnonymizerOptions options, Secret secret) {
        this.options = options;
        this.studio = new Studio(secret, options);
        this.offsets = studio.offsets();
    }

    /**
     * Shows a line.
     *
     * @param line with its mentions linked
     * @param document names what dates move with, where persons do not
     */
    public void add(AnnotatedText line, String document) {
        for (Mention mention : line.mentions()) {
            Subject subject = studio.subject(line, mention);
            Gender told = subject.kind().person() ? studio.told(line, mention) : Gender.UNKNOWN;
            if (told != Gender.UNKNOWN) {
                women.merge(studio.personNumber(subject), told == Gender.FEMALE ? 1 : -1, Integer::sum);
            }
            if (!subject.kind().shared()) {
                long number = studio.number(subject);
                // The smallest surface stands for all, whatever the order of the lines.
                chest(subject.kind())
                        .merge(number, subject, (a, b) -> a.surface().compareTo(b.surface()) <= 0 ? a : b);
            } else if (subject.kind().isDate()) {
                offsets.seeDate(studio.calendar(line, mention, document), subject.surface());
            } else if (subject.kind().name().equals("AGE")) {
                offsets.seeAge(studio.calendar(line, mention, document), subject.surface());
            }
        }
    }

    private Map<Long, Subject> chest(Kind kind) {
        return kind.person() ? persons : kind.isOrganization() ? organizations : others;
    }

    /** @param veto says which surface may not be used for a label; thread-safe */
    public Anonymizer build(BiPredicate<Label, String> veto) {
        Map<Long, Integer> efforts = new HashMap<>();
        Map<Long, Gender> genders = new HashMap<>();
        women.forEach((person, more) -> genders.put(person, more < 0 ? Gender.MALE : Gender.FEMALE));
        women.clear();
        Studio studio = this.studio.hearing(genders);
        Studio drawing = studio;
        if (options.strategy() == Strategy.CONSISTENT) {
            choose(persons, studio, efforts, veto, (subject, surface) -> {});
            // After the organizations, because hosts are called after them.
            Set<String> wanted = hosts();
            Map<String, String> hosts = new HashMap<>();
            choose(organizations, studio, efforts, veto, (organization, surface) -> {
                String host = Internet.slug(surface);
                for (String name : Internet.hostNames(organization.canonical())) {
                    if (wanted.contains(name) && !host.isEmpty()) {
                        hosts.putIfAbsent(name, host);
                    }
                }
            });
            drawing = studio.knowing(hosts);
            choose(others, drawing, efforts, veto, (subject, surface) -> {});
        }
        offsets.choose(date -> veto.test(Label.DATE, date));
        persons.clear();
        organizations.clear();
        others.clear();
        return new Anonymizer(options, drawing, veto, efforts, offsets);
    }

    /** Whose addresses on the net the source has, by the name of the host. */
    private Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        for (Subject subject : others.values()) {
            if (Internet.KINDS.contains(subject.kind().name())) {
                hosts.add(Internet.owner(subject.surface()));
            }
        }
        return hosts;
    }

    private static void choose(
            Map<Long, Subject> subjects,
            Studio studio,
            Map<Long, Integer> efforts,
            BiPredicate<Label, String> veto,
            BiConsumer<Subject, String> chosen) {
        LongHashSet taken = new LongHashSet();
        List<Long> numbers = new ArrayList<>(subjects.keySet());
        for (long number : numbers) {
            Subject subject = subjects.get(number);
            // Judged by its full name, of which all others are made.
            Subject full = subject.kind().personal() && !subject.kind().person()
                    ? subject
                    : new Subject(
                            subject.label(),
                            subject.kind(),
                            subject.kind().person() || subject.surface().isEmpty()
                                    ? subject.canonical()
                                    : subject.surface(),
                            subject.canonical(),
                            subject.key(),
                            subject.owner());
            int personEffort = efforts.getOrDefault(studio.personNumber(subject), 0);
            for (int effort = 0; ; effort++) {
                String surface = studio.draw(full, effort, Lead.OPEN, Offsets.Offset.NONE, 0, personEffort);
                long hash = Seeds.hash(subject.kind().name() + '\u0000' + Normalization.of(surface));
                boolean refused = veto.test(subject.label(), surface) && effort < MOST_EFFORT;
                if (!refused && (taken.add(hash) || effort >= 2 * MOST_EFFORT)) {
                    if (effort > 0) {
                        efforts.put(number, effort);
                    }
                    chosen.accept(full, surface);
                    break;
                }
            }
        }
    }
}
