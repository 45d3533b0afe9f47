package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.text.Gender;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented address: the town lies in the region, the postcode begins as the region's do, the area code is the
 * region's. Towns and streets are invented, in the manner of the country; regions and countries exist.
 *
 * @param seed of all that is drawn when it is asked for
 */
record Place(Region region, long seed) {

    private static final String[] GERMAN = {"heim", "dorf", "hausen", "berg", "stedt", "bach", "feld", "au"};
    private static final String[] FRENCH = {"ville", "court", "mont", "sur-Loire", "les-Bains", "val"};

    static Place draw(String country, SplittableRandom random) {
        List<Region> regions = Region.of(country);
        return in(regions.get(random.nextInt(regions.size())), random);
    }

    static Place in(Region region, SplittableRandom random) {
        return new Place(region, random.nextLong());
    }

    String town() {
        SplittableRandom random = Seeds.random(seed, 1);
        return switch (region.country()) {
            case "DE" -> stem(Origin.GERMAN, random) + GERMAN[random.nextInt(GERMAN.length)];
            case "FR" -> {
                String ending = FRENCH[random.nextInt(FRENCH.length)];
                yield stem(Origin.FRENCH, random) + (ending.indexOf('-') < 0 ? "" : "-") + ending;
            }
            default -> Places.oneWord(random);
        };
    }

    /** What towns and streets of its country are called after. */
    String stem() {
        Origin origin = region.country().equals("FR") ? Origin.FRENCH : Origin.GERMAN;
        return stem(origin, Seeds.random(seed, 5));
    }

    /** One word for what a street is called after. */
    String streetName(SplittableRandom random) {
        return switch (region.country()) {
            case "DE" -> stem(Origin.GERMAN, random);
            case "FR" -> stem(Origin.FRENCH, random);
            default -> Places.oneWord(random);
        };
    }

    private static String stem(Origin origin, SplittableRandom random) {
        String name;
        do {
            name = NameBook.of(origin).last(Gender.MALE, NameBook.Length.MEDIUM, random);
        } while (name.length() > 7);
        return name.replaceAll("[aeiouyé]+$", "");
    }

    String street() {
        SplittableRandom random = Seeds.random(seed, 2);
        return switch (region.country()) {
            case "DE" -> stem(Origin.GERMAN, random) + (random.nextBoolean() ? "straße" : "weg");
            case "FR" -> "rue " + (random.nextBoolean() ? "de " : "du ") + stem(Origin.FRENCH, random);
            default -> Places.oneWord(random) + ' ' + Pool.STREET_SUFFIX.draw(random);
        };
    }

    String postcode() {
        return region.postcode(Seeds.random(seed, 3));
    }

    /**
     * A number of the region that rings nowhere, with its trunk prefix; without a region's code where the country's
     * free numbers have none.
     */
    String phone() {
        SplittableRandom random = Seeds.random(seed, 4);
        if (region.country().equals("US")) {
            return region.dialling() + "55501" + Codes.digits(2, random);
        }
        PhonePlan plan = PhonePlan.ofCode(
                region.country().equals("GB") ? "44" : region.country().equals("DE") ? "49" : "33", 9);
        List<Draft> own = plan.ranges().stream()
                .filter(range -> String.join("", range.places()).startsWith(region.dialling()))
                .toList();
        return plan.trunk()
                + (own.isEmpty()
                        ? plan.draw(random)
                        : own.get(random.nextInt(own.size())).draw(random));
    }

    /** Country by name, in English. */
    String country() {
        return switch (region.country()) {
            case "GB" -> "United Kingdom";
            case "DE" -> "Germany";
            case "FR" -> "France";
            default -> "United States";
        };
    }
}
