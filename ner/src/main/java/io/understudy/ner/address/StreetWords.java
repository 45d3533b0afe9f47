package io.understudy.ner.address;

import java.util.List;
import java.util.Set;

/** Words that streets, flats and post offices are written with, in the languages of Europe. */
final class StreetWords {

    /** After a name, number before: English. */
    static final Set<String> KINDS =
            words("street avenue ave boulevard blvd road rd lane ln drive dr court ct square sq way"
                    + " place pl terrace close crescent parkway pkwy highway hwy row grove gardens walk st alley circle cir trail trl"
                    + " mews ridge plaza loop run");

    /** Of those, the ones that no other word is. */
    static final Set<String> CLEAR_KINDS =
            words("street avenue ave boulevard blvd road rd lane ln terrace crescent parkway pkwy hwy");

    /** Before a name: Romance and Slavic languages. */
    private static final Set<String> FIRST =
            words("rue via viale corso piazza piazzale calle avenida avda paseo plaza rua"
                    + " travessa praça praca largo estrada chemin allée allee impasse quai place boulevard avenue route ul ulica ulice"
                    + " al aleja os str strada bulevardul oδός");

    /** Words of their own, after a name and before a number. */
    private static final Set<String> LAST = words(
            "strasse straße str weg platz allee gasse ring damm ufer utca u út tér"
                    + " rkp körút krt tee põik tänav mnt puiestee ulica cesta trg náměstí nám ulice straat laan plein gata gatan väg"
                    + " vägen vej gade veg vegen vei veien gate katu tie kuja strasses bundesstrasse bundesstraße allé park");

    /** Ends of compounds. */
    private static final List<String> ENDS = List.of(
            "strasse", "straße", "str", "gasse", "weg", "platz", "allee", "damm", "ufer", "straat", "laan", "plein",
            "gracht", "kade", "dijk", "gatan", "gata", "vägen", "gränd", "torget", "vej", "gade", "stræde", "allé",
            "vegen", "veien", "veg", "gate", "gata", "bakken", "stien", "katu", "kuja", "polku", "tie", "utca", "braut",
            "vegur", "stígur", "gil", "hólar", "park", "markt", "singel", "hof", "steeg", "pad", "steig", "wall");

    private static final int LEAST_COMPOUND = 6;

    /** Parts of a building; sure ones stand for an address alone. */
    static final Set<String> SURE_UNITS = words("apt apartment suite ste psc");

    static final Set<String> UNITS =
            words("apt apartment suite ste unit flat floor room rm box bldg building psc fl lot po m lok");

    static final Set<String> ARMED_FORCES = words("apo fpo dpo");
    static final Set<String> SHIPS = words("uss usns uscgc usnv");

    /** Small words inside names of streets and towns. */
    static final Set<String> PARTICLES =
            words("de la le les du des da do dos das del della dei di van von der den het of the"
                    + " ul u av am an auf nad pod na i y e et und et sur sous en op i aan 't z v k s ze ve");

    /** Before a number, and before a name that is no street. */
    static final Set<String> NO_NAMES =
            words("january february march april may june july august september october november"
                    + " december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday"
                    + " sunday the of i in on at and or but he she it we they you a an is was phone tel fax mobile email e-mail ssn cell"
                    + " office desk date time name dear hi hello thanks please am pm usd eur gbp");

    private StreetWords() {}

    static boolean isFirst(String lower) {
        return FIRST.contains(lower);
    }

    static boolean isLast(String lower) {
        return LAST.contains(lower);
    }

    static boolean isCompound(String lower) {
        return lower.length() >= LEAST_COMPOUND && ENDS.stream().anyMatch(lower::endsWith);
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }
}
