package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.text.Gender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import net.datafaker.Faker;

/**
 * The first names and surnames of one origin, each list read once, when first needed. A first name that both women and
 * men bear is not drawn; names of lists that do not tell gender are told by the other lists and, in Italian and Polish,
 * by their ending.
 *
 * <p>Names are drawn as often as a census counts them: the name of rank r with a weight of (r + 1.4) to the power of
 * -3/4. Fitted to the ranks 1 to 100 of the United States' census of 1990, whose shares (Smith 1.006 %, rank 10 .311 %,
 * rank 100 .083 %; James 3.318 %, rank 50 .322 %, rank 100 .190 %) it meets within a factor of two.
 */
final class NameBook {

    /** How long a name is: so that layouts and widths stay. */
    enum Length {
        ANY,
        SHORT,
        MEDIUM,
        LONG;

        static Length of(String name) {
            int letters = name.codePointCount(0, name.length());
            return letters <= 4 ? SHORT : letters <= 7 ? MEDIUM : LONG;
        }
    }

    private static final double OFFSET = 1.4;

    /** Fewer names of one length are no choice: all are drawn from then. */
    private static final int FEWEST = 12;

    /** The commonest of the census of 1990, some of which the lists give to both genders. */
    private static final List<String> COMMON_WOMEN =
            List.of(("Mary Patricia Linda Barbara Elizabeth Jennifer Maria Susan "
                            + "Margaret Dorothy Lisa Nancy Karen Betty Helen Sandra Donna Ruth Sharon Michelle Laura Sarah "
                            + "Kimberly Deborah Jessica Cynthia Angela Melissa Brenda Amy Anna Rebecca Virginia Kathleen Pamela "
                            + "Martha Debra Amanda Stephanie Carolyn Christine Catherine Frances Ann Joyce Diane Alice Julie "
                            + "Heather Teresa")
                    .split(" ", -1));

    private static final List<String> COMMON_MEN =
            List.of(("James John Robert Michael William David Richard Charles Joseph "
                            + "Thomas Christopher Daniel Paul Mark Donald George Kenneth Steven Edward Brian Ronald Anthony Kevin "
                            + "Jason Matthew Gary Timothy Jose Larry Jeffrey Frank Scott Eric Stephen Andrew Raymond Gregory "
                            + "Joshua Jerry Dennis Walter Patrick Peter Harold Douglas Henry Carl Arthur Ryan Roger")
                    .split(" ", -1));

    private static final List<String> COMMON_SURNAMES =
            List.of(("Smith Johnson Williams Jones Brown Davis Miller Wilson "
                            + "Moore Taylor Anderson Thomas Jackson White Harris Martin Thompson Robinson Clark Lewis Lee Walker "
                            + "Hall Allen Young King Wright Hill Scott Green Adams Baker Nelson Carter Mitchell Roberts Turner "
                            + "Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell")
                    .split(" ", -1));

    /** English surnames are made of these: "Ashworth", "Whitcombe". */
    private static final String[] STEMS =
            ("Ash Bar Beck Black Brad Bram Brent Bur Cald Carl Chad Chil Clay Cole Cran Crom Dal "
                            + "Dun East Elm Fair Fal Farn Gar Glen Gran Green Hal Ham Har Hart Haver Hazel Hol Hur Ken King Lang "
                            + "Lin Long Mal Mar Mid Nor Oak Pem Pres Rad Rams Red Rock Ros Shel Stan Stock Strat Sut Thorn Wake "
                            + "Wal West Whit Win Wood")
                    .split(" ", -1);

    private static final String[] ENDINGS =
            ("bourne bridge brook bury by combe cott croft dale den don field ford gate grave "
                            + "ham hurst land ley low man mere more ridge shaw stead ster ston thorpe ton wall ward well wick win "
                            + "wood worth")
                    .split(" ", -1);

    private static final Set<String> ITALIAN_MEN =
            Set.of("Andrea", "Luca", "Nicola", "Mattia", "Elia", "Gianluca", "Battista", "Enea");
    private static final Set<String> POLISH_MEN =
            Set.of("Kuba", "Barnaba", "Bonawentura", "Jarema", "Kosma", "Dyzma", "Saba");

    private static final Map<Origin, NameBook> BOOKS = new ConcurrentHashMap<>();

    private final Map<Gender, Names> first = new EnumMap<>(Gender.class);
    private final Map<Gender, Names> last = new EnumMap<>(Gender.class);

    /** Names by how long they are, commonest first. */
    private record Names(Map<Length, List<String>> byLength) {

        static Names of(List<String> names) {
            Map<Length, List<String>> byLength = new EnumMap<>(Length.class);
            for (Length length : Length.values()) {
                List<String> some =
                        names.stream().filter(name -> Length.of(name) == length).toList();
                byLength.put(length, some.size() < FEWEST ? List.copyOf(names) : some);
            }
            return new Names(byLength);
        }

        String draw(Length length, SplittableRandom random) {
            List<String> names = byLength.get(length);
            return names.get(rank(random.nextDouble(), names.size()));
        }

        List<String> all() {
            return byLength.get(Length.ANY);
        }
    }

    private NameBook(Origin origin) {
        Faker faker = new Faker(origin.locale(), new Random(0));
        List<String> women = read(faker, "name.female_first_name");
        List<String> men = read(faker, "name.male_first_name");
        List<String> given = read(faker, "name.first_name");
        if (origin != Origin.ENGLISH && women.equals(read(EnglishLists.FAKER, "name.female_first_name"))) {
            // Datafaker falls back to English where it has no list by gender.
            women = new ArrayList<>();
            men = new ArrayList<>();
            split(origin, given, women, men);
        }
        Set<String> both = new LinkedHashSet<>(women);
        both.retainAll(new LinkedHashSet<>(men));
        women.removeAll(both);
        men.removeAll(both);
        if (origin == Origin.ENGLISH) {
            women = ahead(COMMON_WOMEN, women);
            men = ahead(COMMON_MEN, men);
            women.removeAll(COMMON_MEN);
            men.removeAll(COMMON_WOMEN);
        }
        boolean told = women.size() >= FEWEST && men.size() >= FEWEST;
        first.put(Gender.FEMALE, Names.of(told ? women : given));
        first.put(Gender.MALE, Names.of(told ? men : given));
        surnames(origin, faker);
    }

    private void surnames(Origin origin, Faker faker) {
        List<String> plain = read(faker, "name.last_name");
        if (origin == Origin.ENGLISH) {
            List<String> more = new ArrayList<>();
            for (String stem : STEMS) {
                for (String ending : ENDINGS) {
                    more.add(stem + ending);
                }
            }
            more.sort(Comparator.comparingLong(Seeds::hash));
            plain = ahead(COMMON_SURNAMES, ahead(plain, more));
        }
        List<String> men = read(faker, "name.male_last_name");
        List<String> women = read(faker, "name.female_last_name");
        if (origin == Origin.POLISH) {
            women = plain.stream().map(NameBook::polishWoman).toList();
        }
        last.put(Gender.MALE, Names.of(men.isEmpty() ? plain : men));
        last.put(Gender.FEMALE, Names.of(women.isEmpty() ? plain : women));
    }

    static NameBook of(Origin origin) {
        NameBook book = BOOKS.get(origin);
        if (book == null) {
            // Not computeIfAbsent: to make a book others are looked into. Two threads make equal ones.
            NameBook made = new NameBook(origin);
            NameBook before = BOOKS.putIfAbsent(origin, made);
            book = before == null ? made : before;
        }
        return book;
    }

    private static final class EnglishLists {
        private static final Faker FAKER = new Faker(Locale.ENGLISH, new Random(0));
    }

    /** English first names that the census counts most, those among them that a few of the other gender bear too. */
    static List<String> commonest(Gender gender) {
        return gender == Gender.FEMALE ? COMMON_WOMEN : COMMON_MEN;
    }

    String first(Gender gender, Length length, SplittableRandom random) {
        return first.get(gender).draw(length, random);
    }

    String last(Gender gender, Length length, SplittableRandom random) {
        return last.get(gender).draw(length, random);
    }

    /** Whether the first names of women and men are two lists. */
    boolean tellsGender() {
        return !first.get(Gender.FEMALE).all().equals(first.get(Gender.MALE).all());
    }

    List<String> firstNames(Gender gender) {
        return first.get(gender).all();
    }

    List<String> surnames(Gender gender) {
        return last.get(gender).all();
    }

    /** The rank, from 0 on, by the inverse of the distribution: the integral of (r + a)^(-3/4) is 4 (r + a)^(1/4). */
    static int rank(double uniform, int names) {
        double from = Math.sqrt(Math.sqrt(OFFSET + .5));
        double to = Math.sqrt(Math.sqrt(OFFSET + .5 + names));
        double root = from + uniform * (to - from);
        int rank = (int) (root * root * root * root - OFFSET - .5);
        return Math.max(0, Math.min(names - 1, rank));
    }

    private static List<String> read(Faker faker, String key) {
        Object found = null;
        try {
            found = faker.fakeValuesService().fetchObject(key, faker.getContext());
        } catch (RuntimeException e) {
            // There is no such list in this language.
            found = List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        if (found instanceof List<?> list) {
            for (Object entry : list) {
                String name = String.valueOf(entry).strip();
                if (isName(name)) {
                    names.add(name);
                }
            }
        }
        List<String> all = new ArrayList<>(names);
        if (isSorted(all)) {
            // By the alphabet: says nothing of which is common.
            all.sort(Comparator.comparingLong(Seeds::hash));
        }
        return all;
    }

    private static boolean isSorted(List<String> names) {
        int fewer = 0;
        for (int i = 1; i < names.size(); i++) {
            fewer += names.get(i - 1).compareTo(names.get(i)) > 0 ? 1 : 0;
        }
        return fewer * 5 < names.size();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals("null")
                && name.codePoints()
                        .allMatch(c -> Character.isLetter(c)
                                || Character.getType(c) == Character.NON_SPACING_MARK
                                || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    private static List<String> ahead(List<String> first, List<String> then) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(then);
        return new ArrayList<>(all);
    }

    private static void split(Origin origin, List<String> given, List<String> women, List<String> men) {
        if (origin.script() != Character.UnicodeScript.LATIN) {
            return;
        }
        for (String name : given) {
            Gender gender = switch (origin) {
                case ITALIAN -> ITALIAN_MEN.contains(name) ? Gender.MALE : byEnding(name, "a", "o");
                case POLISH -> POLISH_MEN.contains(name) ? Gender.MALE : byEnding(name, "a", "");
                default -> elsewhere(name);
            };
            if (gender == Gender.FEMALE) {
                women.add(name);
            } else if (gender == Gender.MALE) {
                men.add(name);
            }
        }
    }

    private static Gender byEnding(String name, String woman, String man) {
        return name.endsWith(woman) ? Gender.FEMALE : name.endsWith(man) ? Gender.MALE : elsewhere(name);
    }

    /** What the lists that tell gender say. */
    private static Gender elsewhere(String name) {
        boolean woman = false;
        boolean man = false;
        for (Origin origin : List.of(Origin.ENGLISH, Origin.GERMAN, Origin.SPANISH, Origin.SWEDISH, Origin.DANISH)) {
            woman |= Known.of(origin, Gender.FEMALE).contains(name);
            man |= Known.of(origin, Gender.MALE).contains(name);
        }
        return woman == man ? Gender.UNKNOWN : woman ? Gender.FEMALE : Gender.MALE;
    }

    /** First names as sets. */
    private static final class Known {
        private record Key(Origin origin, Gender gender) {}

        private static final Map<Key, Set<String>> SETS = new ConcurrentHashMap<>();

        static Set<String> of(Origin origin, Gender gender) {
            Key key = new Key(origin, gender);
            Set<String> names = SETS.get(key);
            if (names == null) {
                names = Set.copyOf(NameBook.of(origin).firstNames(gender));
                SETS.put(key, names);
            }
            return names;
        }
    }

    private static String polishWoman(String surname) {
        return surname.matches(".*(sk|ck|dzk)i") ? surname.substring(0, surname.length() - 1) + "a" : surname;
    }
}
