package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.text.Gender;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Is shown all originals, then gives the {@link Anonymizer}. Memory: each distinct original once, and each distinct
 * date and age of a calendar up to a million; afterwards only those originals whose first surrogate was taken, and the
 * hashes of their words.
 */
public final class AnonymizerBuilder {

    private final AnonymizerOptions options;
    private final Studio studio;

    /** By the keyed number: who has the smaller chooses first. */
    private final SortedMap<Long, Subject> persons = new TreeMap<>();

    private final SortedMap<Long, Subject> organizations = new TreeMap<>();
    private final SortedMap<Long, Subject> others = new TreeMap<>();
    private final Offsets offsets;
    private final SourceWords words = new SourceWords();

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
                words.add(subject.kind(), subject.surface());
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
        Casting casting = new Casting(veto, words);
        Map<Long, Gender> genders = new HashMap<>();
        women.forEach((person, more) -> genders.put(person, more < 0 ? Gender.MALE : Gender.FEMALE));
        women.clear();
        Studio studio = this.studio.knowing(new Studio.Known(Map.of(), genders, casting.efforts()));
        Studio drawing = studio;
        if (options.strategy() == Strategy.CONSISTENT) {
            casting.cast(persons, studio, (subject, surface) -> {});
            // After the organizations, because hosts are called after them.
            Set<String> wanted = hosts();
            Map<String, String> hosts = new HashMap<>();
            casting.cast(organizations, studio, (organization, surface) -> {
                String host = Hosts.slug(surface);
                for (String name : Hosts.hostNames(organization.canonical())) {
                    if (wanted.contains(name) && !host.isEmpty()) {
                        hosts.putIfAbsent(name, host);
                    }
                }
            });
            drawing = studio.knowing(new Studio.Known(hosts, genders, casting.efforts()));
            casting.cast(others, drawing, (subject, surface) -> {});
        }
        offsets.choose(date -> veto.test(Label.DATE, date));
        persons.clear();
        organizations.clear();
        others.clear();
        return new Anonymizer(options, drawing, veto, casting, words, offsets);
    }

    /** Whose addresses on the net the source has, by the name of the host. */
    private Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        for (Subject subject : others.values()) {
            if (Hosts.KINDS.contains(subject.kind().name())) {
                hosts.add(Hosts.owner(subject.surface()));
            }
        }
        return hosts;
    }
}
