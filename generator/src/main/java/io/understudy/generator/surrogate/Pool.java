package io.understudy.generator.surrogate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.datafaker.Faker;

/**
 * Datafaker's English lists, whole, each read when first used. Drawing from the list ourselves takes some nanoseconds;
 * asking Datafaker for each value would take microseconds.
 */
final class Pool {
    static final Pool FIRST_NAME = words("name.female_first_name", "name.male_first_name");
    static final Pool LAST_NAME = words("name.last_name");
    static final Pool CITY_PREFIX = new Pool("address.city_prefix");
    static final Pool CITY_SUFFIX = new Pool("address.city_suffix");
    static final Pool STATE = new Pool("address.state");
    static final Pool STATE_CODE = new Pool("address.state_abbr");
    static final Pool COUNTRY = new Pool("address.country");
    static final Pool COUNTRY_CODE = new Pool("address.country_code");
    static final Pool STREET_SUFFIX = new Pool("address.street_suffix");
    static final Pool SITE_PREFIX = new Pool("address.community_prefix");
    static final Pool SITE = new Pool("address.community_suffix");
    static final Pool DEMONYM = new Pool("demographic.demonym");
    static final Pool PROFESSION = new Pool("company.profession");
    static final Pool JOB_FIELD = new Pool("job.field");
    static final Pool JOB_SENIORITY = new Pool("job.seniority");
    static final Pool JOB_POSITION = new Pool("job.position");
    static final Pool INDUSTRY = new Pool("company.industry");
    static final Pool EATERY = new Pool("restaurant.name_suffix");
    static final Pool CUISINE = new Pool("restaurant.type", "demographic.demonym");
    static final Pool DISH = new Pool("food.dish", "food.sushi", "food.ingredients");
    static final Pool GENRE = new Pool("music.genres", "book.genre");
    static final Pool APP = new Pool("app.name");
    static final Pool ANIMAL = new Pool("creature.animal.name");
    static final Pool COLOR = new Pool("color.name");
    static final Pool NOUN = words("words.noun");
    static final Pool ADJECTIVE = words("words.adjective");

    /** Read by all pools; holds the parsed files. No value is drawn with its random numbers. */
    private static final class Lists {
        private static final Faker FAKER = new Faker(Locale.ENGLISH, new Random(0));
    }

    private final List<String> keys;
    private final boolean words;
    private volatile List<String> entries = List.of();

    private Pool(String... keys) {
        this(false, keys);
    }

    private Pool(boolean words, String... keys) {
        this.words = words;
        this.keys = List.of(keys);
    }

    /** Only entries that are one run of letters, so that shapes hold. */
    private static Pool words(String... keys) {
        return new Pool(true, keys);
    }

    String draw(SplittableRandom random) {
        List<String> list = entries();
        return list.get(random.nextInt(list.size()));
    }

    /**
     * Distinct, in the order of the files; without entries that hold anything but letters, spaces, hyphens and dots.
     */
    List<String> entries() {
        List<String> list = entries;
        return list.isEmpty() ? load() : list;
    }

    private synchronized List<String> load() {
        if (entries.isEmpty()) {
            Set<String> read = new LinkedHashSet<>();
            for (String key : keys) {
                List<?> list = Lists.FAKER.fakeValuesService().fetchObject(key, Lists.FAKER.getContext());
                for (Object entry : list) {
                    String text = entry.toString().strip();
                    if (isPlain(text)) {
                        read.add(text);
                    }
                }
            }
            entries = List.copyOf(new ArrayList<>(read));
        }
        return entries;
    }

    private boolean isPlain(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .allMatch(c -> Character.isLetter(c) || (!words && (c == ' ' || c == '-' || c == '.')));
    }
}
