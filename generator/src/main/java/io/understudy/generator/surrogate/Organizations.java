package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;

/** Names of companies, institutions and restaurants, with as many words as the original. */
final class Organizations {

    private static final String[] FORMS = {
        "Inc",
        "Co",
        "Ltd",
        "Group",
        "Partners",
        "Labs",
        "Industries",
        "Holdings",
        "Media",
        "Works",
        "Systems",
        "Trust",
        "Institute",
        "Foundation",
        "Logistics",
        "Bank"
    };
    private static final String[] ENDINGS = {"ware", "tech", "works", "line", "gate", "point", "soft", "field", "bank"};
    private static final String[] BODIES = {"Bank", "Institute", "University", "Museum", "College", "Society", "House"};
    private static final String CONSONANTS = "BCDFGKLMNPRSTVWZ";

    String organization(Wish wish) {
        Look look = wish.look();
        if (wish.desperate()) {
            return look.cased(Names.capital(Coined.word(wish.random())) + ' ' + wish.pick(FORMS));
        }
        if (look.has(Run.DIGITS) && !look.has(Run.LETTERS)) {
            return Codes.follow(look, wish.random(), wish.relaxed() ? 2 : 0);
        }
        if (look.shape().pattern().equals("XX")) {
            return acronym(wish);
        }
        return look.cased(words(wish.relaxed() ? Math.max(3, look.words()) : look.words(), wish));
    }

    private static String words(int words, Wish wish) {
        String last = Pool.LAST_NAME.draw(wish.random());
        if (words == 2 && wish.look().has('&')) {
            return last + " & " + Pool.LAST_NAME.draw(wish.random());
        }
        String noun = Names.capital(Pool.NOUN.draw(wish.random()));
        return switch (words) {
            case 0, 2 -> wish.random().nextInt(3) == 0 ? noun + ' ' + wish.pick(FORMS) : last + ' ' + wish.pick(FORMS);
            case 1 -> one(wish);
            case 3 -> three(last, noun, wish);
            default -> Phrases.extend(words - 2, wish) + ' ' + last + ' ' + wish.pick(FORMS);
        };
    }

    private static String three(String last, String noun, Wish wish) {
        if (wish.look().has('&')) {
            return last + " & " + Pool.LAST_NAME.draw(wish.random());
        }
        if (wish.look().joins()) {
            return wish.random().nextBoolean()
                    ? wish.pick(BODIES) + " of " + Places.oneWord(wish.random())
                    : last + " and " + Pool.LAST_NAME.draw(wish.random());
        }
        return (wish.random().nextBoolean() ? last : Names.capital(Pool.ADJECTIVE.draw(wish.random())))
                + ' '
                + noun
                + ' '
                + wish.pick(FORMS);
    }

    private static String one(Wish wish) {
        if (wish.look().has('-')) {
            return Pool.LAST_NAME.draw(wish.random()) + '-' + Pool.LAST_NAME.draw(wish.random());
        }
        String stem = Pool.LAST_NAME.draw(wish.random());
        return switch (wish.random().nextInt(3)) {
            case 0 -> stem;
            case 1 -> Pool.NOUN.draw(wish.random()) + wish.pick(ENDINGS);
            default -> Coined.word(wish.random()) + wish.pick(ENDINGS);
        };
    }

    private static String acronym(Wish wish) {
        StringBuilder letters = new StringBuilder();
        int length = wish.between(3, wish.relaxed() ? 5 : 4);
        for (int i = 0; i < length; i++) {
            letters.append(CONSONANTS.charAt(wish.random().nextInt(CONSONANTS.length())));
        }
        return letters.toString();
    }

    String eatery(Wish wish) {
        int words = wish.look().words();
        if (wish.desperate() || !wish.look().has(Run.LETTERS)) {
            return organization(wish);
        }
        String kind = Pool.EATERY.draw(wish.random());
        String noun = Pool.NOUN.draw(wish.random());
        String adjective = Pool.ADJECTIVE.draw(wish.random());
        String name = switch (words) {
            case 1 -> wish.relaxed() ? Coined.word(wish.random()) : noun;
            case 2 -> (wish.random().nextBoolean() ? Pool.LAST_NAME.draw(wish.random()) : noun) + ' ' + kind;
            case 3 -> "The " + adjective + ' ' + noun;
            default -> "The " + Phrases.extend(words - 2, wish) + ' ' + kind;
        };
        return wish.look().cased(name);
    }
}
