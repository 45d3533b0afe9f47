package io.understudy.eval.leakage;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that stand beside and inside names of people, and labels that such names have. */
final class PersonWords {

    private static final Pattern PEOPLE = Pattern.compile(
            "(?i)(.*_)?(PER|PERSON|PERSONS|PEOPLE|NAME|SURNAME|(FIRST|LAST|MIDDLE|GIVEN|FAMILY|FULL|MAIDEN|LEGAL)_?NAME"
                    + "|PATIENT|DOCTOR|PHYSICIAN|NURSE|EMPLOYEE|CUSTOMER|CLIENT|CONTACT|SENDER|RECIPIENT|WITNESS|DEFENDANT)(_.*)?");

    /** What other things than people have. */
    private static final Pattern THINGS = Pattern.compile(
            "(?i)(.*_)?(USER|FILE|HOST|DOMAIN|ORG|COMPANY|PRODUCT|BRAND|PLACE|ENTITY|OBJECT|RESTAURANT|MOVIE|CITY|STREET"
                    + "|PLAYLIST|ID|PHONE|EMAIL|AGE|NUMBER|DATE|ADDRESS|TITLE|TYPE)(_.*)?");

    static final Set<String> TITLES =
            Set.of(("mr mrs ms miss mx dr doctor prof professor sir madam lady lord rev reverend "
                            + "father sister brother judge justice captain capt colonel col general gen major sergeant sgt lieutenant lt "
                            + "officer detective inspector nurse president senator herr frau monsieur madame mme mlle senor senora srta sr "
                            + "sra don dona signor signora sig dhr mevr meneer mevrouw pan pani gospodin uncle aunt auntie mister")
                    .split(" ", -1));

    /** Words beside a name that are no part of it. */
    static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mba", "san", "sama", "sensei");

    /** What stands between the given names of two who have a family name in common. */
    static final Set<String> LINKS = Set.of("and", "und", "et", "y", "e", "en", "og", "och", "i", "or");

    /** Small words inside a last name. */
    static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "bin", "ibn", "al",
            "el", "ter", "zu");

    static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "this", "that", "my", "your", "his", "her", "our", "their", "in", "no", "every", "some");

    /** Mail boxes of no person. */
    static final Set<String> OFFICES =
            Set.of(("info sales support contact admin help desk noreply reply no team office mail "
                            + "hello jobs press billing service customer postmaster webmaster accounts the")
                    .split(" ", -1));

    private PersonWords() {}

    /** Whether mentions of this label name people. */
    static boolean isPerson(String label) {
        return PEOPLE.matcher(label).matches() && !THINGS.matcher(label).matches();
    }
}
