package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Names of places, and addresses. Towns and streets are invented; states and countries are real until they run out. */
final class Places {

    private static final String[] SITES = {
        "Park", "Lake", "Hill", "Bridge", "Bay", "Forest", "Valley", "Island", "Falls", "Point", "Museum", "Gardens"
    };
    private static final String[] LANDS = {"ia", "land", "stan", "ova", "mark"};
    private static final String[] WINDS = {"New", "North", "South", "East", "West", "Port", "Lake"};

    /** A name longer than this with a suffix is no town that anybody believes. */
    private static final int LONG_STEM = 8;

    private Places() {}

    static String city(Wish wish) {
        Look look = wish.look();
        if (look.has(Run.DIGITS) && !look.has(Run.LETTERS)) {
            return Codes.follow(look, wish.random(), wish.relaxed() ? 2 : 0);
        }
        if (wish.desperate()) {
            return look.cased(Coined.word(wish.random()) + Pool.CITY_SUFFIX.draw(wish.random()));
        }
        return look.cased(town(look.words(), wish));
    }

    private static String town(int words, Wish wish) {
        SplittableRandom random = wish.random();
        return switch (words) {
            case 0, 1 -> oneWord(random);
            case 2 -> Pool.CITY_PREFIX.draw(random) + ' ' + oneWord(random);
            case 3 -> Pool.CITY_PREFIX.draw(random) + ' ' + oneWord(random) + ' ' + Pool.SITE.draw(random);
            default ->
                Phrases.extend(words - 3, wish)
                        + ' '
                        + oneWord(random)
                        + ' '
                        + Pool.SITE_PREFIX.draw(random)
                        + ' '
                        + Pool.SITE.draw(random);
        };
    }

    /** "Ashford": a short name and a suffix, without a letter three times. */
    static String oneWord(SplittableRandom random) {
        String stem;
        do {
            stem = (random.nextInt(3) == 0 ? Pool.FIRST_NAME : Pool.LAST_NAME).draw(random);
        } while (stem.length() > LONG_STEM);
        String suffix = Pool.CITY_SUFFIX.draw(random);
        return stem.charAt(stem.length() - 1) == suffix.charAt(0) ? stem + suffix.substring(1) : stem + suffix;
    }

    /** A town, because one flies, moves and writes to towns; a site where "the" stands before it. */
    static String location(Wish wish) {
        Look look = wish.look();
        if (wish.original().isPresent()) {
            String surface = wish.original().get().surface();
            return isCountry(surface)
                    ? country(wish)
                    : Region.state(surface).isPresent() && surface.length() > 2
                            ? state(wish)
                            : isSite(surface) && !wish.desperate() ? site(surface, wish) : city(wish);
        }
        int words = look.words();
        if (words < 2 || !look.has(Run.LETTERS) || wish.desperate() || wish.lead() != Lead.THE) {
            return city(wish);
        }
        String last = Pool.LAST_NAME.draw(wish.random());
        String site = wish.random().nextBoolean() ? wish.pick(SITES) : Pool.SITE.draw(wish.random());
        return look.cased(words == 2 ? last + ' ' + site : Phrases.extend(words - 2, wish) + ' ' + last + ' ' + site);
    }

    private static final Set<String> SITE_WORDS =
            Set.of(("park lake hill bridge bay forest valley island islands falls point "
                            + "museum gardens river mountain mountains mount street road avenue station airport beach canyon creek "
                            + "harbor harbour square tower castle church cathedral library hotel university college hospital school "
                            + "ocean sea desert peninsula county house hall theatre theater stadium arena mall market center centre")
                    .split(" ", -1));
    private static final Set<String> SMALL_WORDS = Set.of("of", "the", "and", "de", "la", "at", "in", "on", "state");

    private static boolean isSite(String surface) {
        String[] words = surface.toLowerCase(Locale.ROOT).split("\\s+", -1);
        return words.length > 1 && (SITE_WORDS.contains(words[0]) || SITE_WORDS.contains(words[words.length - 1]));
    }

    /** "Torrey Pines State Park" is another state park. */
    private static String site(String surface, Wish wish) {
        StringBuilder site = new StringBuilder();
        for (String word : surface.split("\\s+", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean stays = SITE_WORDS.contains(lower) || SMALL_WORDS.contains(lower);
            site.append(site.length() == 0 ? "" : " ").append(stays ? word : Pool.LAST_NAME.draw(wish.random()));
        }
        return wish.look().cased(site.toString());
    }

    private static final class Countries {
        private static final Set<String> NAMES = new HashSet<>(Set.of(
                "usa",
                "us",
                "u.s.",
                "u.s.a.",
                "uk",
                "u.k.",
                "great britain",
                "england",
                "scotland",
                "wales",
                "northern ireland",
                "deutschland",
                "россия",
                "italia",
                "españa",
                "österreich",
                "schweiz",
                "suisse",
                "nederland",
                "the netherlands",
                "czechia",
                "türkiye",
                "turkey",
                "russia",
                "south korea",
                "north korea",
                "iran",
                "syria",
                "vietnam",
                "ivory coast",
                "america"));

        static {
            Pool.COUNTRY.entries().forEach(name -> NAMES.add(name.toLowerCase(Locale.ROOT)));
        }
    }

    static boolean isCountry(String name) {
        return Countries.NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    static String state(Wish wish) {
        if (wish.relaxed()) {
            return region(wish);
        }
        boolean code = wish.look().shape().pattern().equals("XX");
        Optional<Region> known = wish.original().flatMap(original -> Region.state(original.surface()));
        if (known.isPresent() || wish.effort() == 0) {
            Region region = known.map(state -> wish.original().orElseThrow().standIn(state))
                    .orElseGet(() -> wish.place("US").region());
            return code ? region.code() : wish.look().cased(region.name());
        }
        return code ? Pool.STATE_CODE.draw(wish.random()) : ofWords(Pool.STATE, wish);
    }

    private static final java.util.regex.Pattern BRITISH = java.util.regex.Pattern.compile("(?i)X{1,2}d{1,2}X? ?dXX");

    /** Of the state's range where it is one of the United States, of a British area where it looks so. */
    static String postcode(Wish wish) {
        Look look = wish.look();
        String pattern = look.shape().pattern();
        if (pattern.isEmpty() || pattern.equals("ddddd") || pattern.equals("ddddd-dddd")) {
            return zip(wish) + (pattern.length() > 5 ? '-' + Codes.digits(4, wish.random()) : "");
        }
        if (BRITISH.matcher(pattern).matches()) {
            Region area = wish.original()
                    .map(original -> original.region(
                            "GB", original.surface().replaceAll("\\d.*", "").toUpperCase(Locale.ROOT)))
                    .orElseGet(() -> wish.place("GB").region());
            boolean fresh = wish.effort() == 0 && wish.original().isEmpty();
            String postcode = fresh ? wish.place("GB").postcode() : area.postcode(wish.random());
            String spaced = look.has(Run.SPACE) ? postcode : postcode.replace(" ", "");
            return look.isLower() ? spaced.toLowerCase(Locale.ROOT) : spaced;
        }
        boolean empty = !look.has(Run.DIGITS) && !look.has(Run.LETTERS);
        return empty
                ? zip(wish)
                : Codes.follow(look, wish.random(), wish.relaxed() ? wish.effort() / Wish.RELAXED * 2 : 0);
    }

    private static String zip(Wish wish) {
        if (wish.effort() == 0 && wish.original().isEmpty()) {
            return wish.place("US").postcode();
        }
        Region region = wish.original()
                .flatMap(original -> Region.state(original.surface()).map(original::standIn))
                .orElseGet(() -> wish.place("US").region());
        return region.postcode(wish.random()) + (wish.desperate() ? Codes.digits(2, wish.random()) : "");
    }

    static String country(Wish wish) {
        if (wish.relaxed()) {
            return region(wish);
        }
        boolean code = wish.look().shape().pattern().equals("XX");
        return code ? Pool.COUNTRY_CODE.draw(wish.random()) : ofWords(Pool.COUNTRY, wish);
    }

    /** No list holds it: "North Ravelia". */
    private static String region(Wish wish) {
        String name = Coined.word(wish.random()) + wish.pick(LANDS);
        return wish.look().cased(wish.look().words() == 1 ? name : wish.pick(WINDS) + ' ' + name);
    }

    static String nationality(Wish wish) {
        return wish.relaxed()
                ? wish.look().cased(Coined.word(wish.random()) + wish.pick("ian", "ese", "ish", "i"))
                : ofWords(Pool.DEMONYM, wish);
    }

    /** An entry with as many words as the original, if a few draws find one. */
    static String ofWords(Pool pool, Wish wish) {
        String entry = pool.draw(wish.random());
        int words = wish.look().words();
        for (int i = 0; i < 8 && words > 0 && count(entry) != words; i++) {
            entry = pool.draw(wish.random());
        }
        return wish.look().cased(entry);
    }

    private static int count(String entry) {
        int words = 1;
        for (int i = 0; i < entry.length(); i++) {
            words += entry.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    /** Part by part between commas and line breaks: number and street, unit, town, state and postcode. */
    static String address(Wish wish) {
        Look look = wish.look();
        if (!look.has(Run.LETTERS) && look.has(Run.DIGITS)) {
            return Codes.follow(look, wish.random(), wish.relaxed() ? wish.effort() / Wish.RELAXED : 0);
        }
        if (wish.original().isPresent()) {
            return Addresses.like(wish.original().get(), wish.random());
        }
        if (!look.has(Run.LETTERS) || wish.desperate()) {
            return wish.between(2, 9999) + " " + oneWord(wish.random()) + ' ' + Pool.STREET_SUFFIX.draw(wish.random());
        }
        StringBuilder address = new StringBuilder();
        List<Token> part = new ArrayList<>();
        boolean street = true;
        Place place = wish.place("US");
        for (Token token : look.tokens()) {
            boolean end = token.text().equals(",") || token.text().equals("\n");
            if (!end) {
                part.add(token);
                continue;
            }
            street = addPart(part, street, place, wish, address);
            address.append(token.text());
        }
        addPart(part, street, place, wish, address);
        String text = address.toString().strip();
        return text.isEmpty() ? look.cased(oneWord(wish.random())) : text;
    }

    /** @return whether the street is still to come */
    private static boolean addPart(List<Token> part, boolean street, Place place, Wish wish, StringBuilder address) {
        int letters = (int) part.stream().filter(t -> t.run() == Run.LETTERS).count();
        boolean unit = letters == 1 && part.stream().anyMatch(t -> t.text().equals("."));
        int left = letters;
        for (int i = 0; i < part.size(); i++) {
            Token token = part.get(i);
            switch (token.run()) {
                case DIGITS ->
                    address.append(
                            token.text().length() == 5 && (!street || i > 0)
                                    ? place.postcode()
                                    : Codes.number(token.text().length(), wish.random()));
                case LETTERS -> {
                    left--;
                    boolean abbreviated =
                            i + 1 < part.size() && part.get(i + 1).text().equals(".");
                    address.append(addressWord(token, letters, left, street, abbreviated || unit, place, wish));
                }
                case SPACE -> address.append(' ');
                case MARK -> address.append("-/#.'".contains(token.text()) ? token.text() : "");
            }
        }
        part.clear();
        return street && (letters == 0 || unit);
    }

    private static String addressWord(
            Token token, int letters, int left, boolean street, boolean abbreviated, Place place, Wish wish) {
        if (abbreviated) {
            return Look.cased(token.text(), wish.pick("Apt", "Ste", "Bldg", "No"));
        }
        if (token.text().equals("XX") && !wish.look().isUpper()) {
            return place.region().code();
        }
        if (token.text().equals("X")) {
            return String.valueOf((char) ('A' + wish.random().nextInt(26)));
        }
        boolean suffix = street && letters > 1 && left == 0;
        return Look.cased(token.text(), suffix ? Pool.STREET_SUFFIX.draw(wish.random()) : oneWord(wish.random()));
    }
}
