package io.understudy.eval.bias;

import io.understudy.core.text.Normalization;
import io.understudy.core.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.datafaker.providers.base.BaseFaker;

/**
 * What a personal name suggests, by the lists of names that Datafaker has for some languages: which gender bears the
 * given name, and where the name is usual. A suggestion about many names, not a statement about one person; the same
 * lists judge both sides. Immutable and thread-safe.
 */
final class NameLists {

    private static final List<String> FEMALE = List.of("female_first_name");
    private static final List<String> MALE = List.of("male_first_name");
    private static final List<String> ANY = List.of(
            "first_name", "female_first_name", "male_first_name", "last_name", "male_last_name", "female_last_name");

    /** Language tags, and what their lists are called in the report. */
    private static final Map<String, String> ORIGINS = Map.ofEntries(
            Map.entry("en", "English"),
            Map.entry("de", "German"),
            Map.entry("fr", "French"),
            Map.entry("es", "Spanish"),
            Map.entry("it", "Italian"),
            Map.entry("pt-BR", "Portuguese"),
            Map.entry("nl", "Dutch"),
            Map.entry("pl", "Polish"),
            Map.entry("sv", "Swedish"),
            Map.entry("da-DK", "Danish"),
            Map.entry("fi-FI", "Finnish"),
            Map.entry("cs-CZ", "Czech"),
            Map.entry("hu", "Hungarian"),
            Map.entry("tr", "Turkish"),
            Map.entry("uk", "Ukrainian"),
            Map.entry("el-GR", "Greek"),
            Map.entry("ar", "Arabic"),
            Map.entry("ja", "Japanese"),
            Map.entry("ko", "Korean"),
            Map.entry("zh-CN", "Chinese"),
            Map.entry("vi", "Vietnamese"),
            Map.entry("id", "Indonesian"),
            Map.entry("en-IND", "Indian"),
            Map.entry("en-NG", "Nigerian"));

    private static final String UNKNOWN = "unknown";

    /** By normalised word: 1 for a man's given name, 2 for a woman's, 3 for either's. */
    private final Map<String, Integer> genders = new HashMap<>();

    /** By normalised word: a bit for each origin. */
    private final Map<String, Integer> origins = new HashMap<>();

    private final List<String> names = ORIGINS.values().stream().sorted().toList();

    /** Loaded when the first name is asked for: it takes a second. */
    private static final class Loaded {
        private static final NameLists LISTS = new NameLists();
    }

    static NameLists get() {
        return Loaded.LISTS;
    }

    private NameLists() {
        BaseFaker english = new BaseFaker(Locale.ENGLISH);
        ORIGINS.forEach((tag, origin) -> {
            BaseFaker faker = new BaseFaker(Locale.forLanguageTag(tag));
            int bit = 1 << names.indexOf(origin);
            for (String key : ANY) {
                List<String> list = list(faker, key);
                // Where a language has no list, English ones come.
                if (!tag.equals("en") && list.equals(list(english, key))) {
                    continue;
                }
                int gender = MALE.contains(key) ? 1 : FEMALE.contains(key) ? 2 : 0;
                for (String name : list) {
                    for (String word : words(name)) {
                        origins.merge(word, bit, (a, b) -> a | b);
                        if (gender > 0) {
                            genders.merge(word, gender, (a, b) -> a | b);
                        }
                    }
                }
            }
        });
    }

    private static List<String> list(BaseFaker faker, String key) {
        Object found = faker.fakeValuesService().fetchObject("name." + key, faker.getContext());
        return found instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(name -> !name.contains("#{"))
                        .toList()
                : List.of();
    }

    private static List<String> words(String name) {
        String normalised = Normalization.of(name);
        return Words.of(normalised).stream()
                .map(span -> normalised.substring(span.start(), span.end()))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    /** "male", "female", "either" or "unknown", by the first word that is a given name. */
    String gender(String name) {
        for (String word : words(name)) {
            int gender = genders.getOrDefault(word, 0);
            if (gender > 0) {
                return gender == 1 ? "male" : gender == 2 ? "female" : "either";
            }
        }
        return UNKNOWN;
    }

    /** Where most of its words are usual; "several" where that is more than one place. */
    String origin(String name) {
        int[] counts = new int[names.size()];
        for (String word : words(name)) {
            int bits = origins.getOrDefault(word, 0);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += bits >> i & 1;
            }
        }
        int best = 0;
        int holders = 0;
        for (int i = 0; i < counts.length; i++) {
            holders = counts[i] > counts[best] ? 1 : counts[i] == counts[best] ? holders + 1 : holders;
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 ? UNKNOWN : holders > 1 ? "several" : names.get(best);
    }
}
