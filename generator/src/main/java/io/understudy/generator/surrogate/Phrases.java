package io.understudy.generator.surrogate;

import io.understudy.core.text.Gender;
import io.understudy.generator.surrogate.Look.Run;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Names of works, dishes, jobs and everything else that is made of words, with as many words as the original. */
final class Phrases {

    private static final String[] RELIGIONS = {
        "Buddhist",
        "Hindu",
        "Sikh",
        "Jain",
        "Taoist",
        "Shinto",
        "Lutheran",
        "Methodist",
        "Anglican",
        "Quaker",
        "Sunni",
        "Orthodox",
        "Catholic",
        "Jewish",
        "Baptist",
        "Mennonite"
    };
    private static final String[] OF_MEN = {"Mr.", "Mr.", "Mr.", "Dr.", "Prof."};
    private static final String[] OF_WOMEN = {"Mrs.", "Ms.", "Ms.", "Dr.", "Prof."};
    private static final String[] MORE_HONORIFICS = {"Rev.", "Hon.", "Capt.", "Sgt.", "Col.", "Lt.", "Sr.", "Fr."};

    private Phrases() {}

    /** A work: "The Quiet Harbor". */
    static String work(Wish wish) {
        return words(true, wish);
    }

    /** Anything: "quiet harbor". */
    static String phrase(Wish wish) {
        return words(false, wish);
    }

    private static String words(boolean title, Wish wish) {
        Look look = wish.look();
        if (look.has(Run.DIGITS) && !look.has(Run.LETTERS)) {
            return Codes.follow(look, wish.random(), wish.relaxed() ? wish.effort() / Wish.RELAXED : 0);
        }
        int words = Math.max(1, look.words());
        if (wish.desperate()) {
            return look.cased(Coined.words(words, wish.random()));
        }
        String natural = extend(wish.relaxed() ? Math.max(2, words) : words, wish);
        return look.has(Run.LETTERS) ? look.cased(natural) : title ? Names.capital(natural) : natural;
    }

    /**
     * Adjectives and nouns that read as one phrase of exactly so many words (1 or more); a title where the original
     * was.
     */
    static String extend(int words, Wish wish) {
        String phrase = plain(words, wish);
        return wish.look().endsCapital() ? titled(phrase) : phrase;
    }

    /** Each word with a capital, but not "of" and "the" inside. */
    private static String titled(String phrase) {
        StringBuilder title = new StringBuilder(phrase.length());
        for (int start = 0; start < phrase.length(); ) {
            int space = phrase.indexOf(' ', start);
            int end = space < 0 ? phrase.length() : space;
            String word = phrase.substring(start, end);
            boolean small = start > 0 && (word.equals("of") || word.equals("the"));
            title.append(start > 0 ? " " : "").append(small ? word : Names.capital(word));
            start = end + 1;
        }
        return title.toString();
    }

    private static String plain(int words, Wish wish) {
        SplittableRandom random = wish.random();
        boolean joins =
                wish.look().isLower() ? random.nextBoolean() : wish.look().joins();
        return switch (words) {
            case 1 -> noun(random);
            case 2 -> adjective(random) + ' ' + noun(random);
            case 3 ->
                joins
                        ? noun(random) + " of " + noun(random)
                        : (random.nextBoolean() ? "the" : adjective(random)) + ' ' + plain(2, wish);
            case 4 ->
                joins ? noun(random) + " of the " + noun(random) : "the " + adjective(random) + ' ' + plain(2, wish);
            default -> plain(words - 4, wish) + ' ' + plain(4, wish);
        };
    }

    private static String noun(SplittableRandom random) {
        return Pool.NOUN.draw(random).toLowerCase(Locale.ROOT);
    }

    private static String adjective(SplittableRandom random) {
        return Pool.ADJECTIVE.draw(random).toLowerCase(Locale.ROOT);
    }

    /** What something is like: an adjective where one word stood. */
    static String quality(Wish wish) {
        Look look = wish.look();
        return look.words() == 1 && look.has(Run.LETTERS) && !wish.relaxed()
                ? look.cased(adjective(wish.random()))
                : phrase(wish);
    }

    static String dish(Wish wish) {
        return listed(Pool.DISH, wish);
    }

    static String cuisine(Wish wish) {
        return listed(Pool.CUISINE, wish);
    }

    static String genre(Wish wish) {
        return listed(Pool.GENRE, wish);
    }

    /** An entry of the list; a described one when entries are refused; a phrase at last. */
    private static String listed(Pool pool, Wish wish) {
        Look look = wish.look();
        if (wish.desperate() || !look.has(Run.LETTERS)) {
            return look.tokens().isEmpty() ? pool.draw(wish.random()) : phrase(wish);
        }
        return wish.relaxed()
                ? look.cased(adjective(wish.random()) + ' ' + pool.draw(wish.random()))
                : Places.ofWords(pool, wish);
    }

    static String religion(Wish wish) {
        return wish.relaxed()
                ? wish.look().cased(Coined.word(wish.random()) + wish.pick("ist", "ite", "an"))
                : wish.look().cased(wish.pick(RELIGIONS));
    }

    /** A known "Dr." stays; "Dr." where the original was short, else a job: corpora call both a title. */
    static String honorific(Wish wish) {
        Look look = wish.look();
        Optional<String> known = wish.original().map(Original::surface).filter(Everyday::is);
        if (known.isPresent()) {
            return wish.persona().equals(Persona.NOBODY) ? known.get() : Names.title(known.get(), wish.persona());
        }
        if (look.tokens().isEmpty() || (look.words() == 1 && look.has('.') && look.has(Run.LETTERS))) {
            return wish.desperate()
                    ? look.cased(Names.capital(Coined.word(wish.random())) + ".")
                    : look.cased(wish.relaxed() ? wish.pick(MORE_HONORIFICS) : title(wish));
        }
        return job(wish);
    }

    /** One that fits the persona. */
    static String title(Wish wish) {
        return wish.pick(wish.persona().gender() == Gender.MALE ? OF_MEN : OF_WOMEN);
    }

    static String job(Wish wish) {
        Look look = wish.look();
        SplittableRandom random = wish.random();
        if (look.has(Run.DIGITS) && !look.has(Run.LETTERS)) {
            return Codes.follow(look, random, wish.relaxed() ? 2 : 0);
        }
        if (wish.desperate()) {
            return look.cased(Coined.word(random) + ' ' + Pool.PROFESSION.draw(random));
        }
        String position = Pool.JOB_POSITION.draw(random);
        String name = switch (look.words()) {
            case 1 ->
                wish.relaxed() ? adjective(random) + ' ' + Pool.PROFESSION.draw(random) : Pool.PROFESSION.draw(random);
            case 0, 2 ->
                wish.relaxed()
                        ? Pool.ANIMAL.draw(random) + ' ' + position
                        : Pool.JOB_FIELD.draw(random) + ' ' + position;
            case 3 -> Pool.JOB_SENIORITY.draw(random) + ' ' + Pool.JOB_FIELD.draw(random) + ' ' + position;
            default ->
                Pool.JOB_SENIORITY.draw(random)
                        + ' '
                        + Pool.JOB_FIELD.draw(random)
                        + ' '
                        + position
                        + (look.words() == 4 ? " assistant" : " of " + extend(look.words() - 4, wish));
        };
        return look.cased(name);
    }
}
