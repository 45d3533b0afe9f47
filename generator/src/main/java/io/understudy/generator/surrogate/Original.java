package io.understudy.generator.surrogate;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a surrogate stands in for, where that is known: when real lines are anonymized, not when new ones are generated.
 *
 * @param surface as it is written
 * @param canonical fullest name of what it names; the surface itself where no other is known
 * @param offset by which dates, times and ages of its document are moved
 * @param secret gives numbers to texts
 * @param deal gives it a number of a range
 * @param hosts by the name of a host of the source, what the organization whose it is will be called there
 * @param towns what a town is called now, wherever it is named
 * @param states those of the United States, in an order of the key: each becomes the next
 */
record Original(
        String surface,
        String canonical,
        Offsets.Offset offset,
        Secret secret,
        Deal deal,
        Map<String, String> hosts,
        UnaryOperator<String> towns,
        List<Region> states) {

    /** The number that belongs to a text. */
    long number(String text) {
        return secret.number("text", text);
    }

    String town(String name) {
        return towns.apply(name);
    }

    /** The region that stands in for the one that is called so, or of which postcodes begin so; another one. */
    Region region(String country, String area) {
        String code = AreaCodes.postal(country, area);
        List<Region> others = Region.of(country).stream()
                .filter(region -> !region.code().equals(code))
                .toList();
        return others.get((int) Math.floorMod(number("region " + country + ' ' + code), (long) others.size()));
    }

    /** The state that stands in for another. */
    Region standIn(Region state) {
        return states.get((states.indexOf(state) + 1) % states.size());
    }
}
