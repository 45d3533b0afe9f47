package io.understudy.eval.validity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a line, by its most frequent function words. Knows seven languages; a line of few such words, or of
 * another language, is of none. Short, and enough to see a line that fell into another language.
 */
enum Language {
    EN("the of and to in is that for it with as on at be this are was my you please from by what some me have"),
    DE("der die das und ist nicht ich ein eine zu den mit von auf bitte f\u00fcr im dem auch wie mir es sie wir"),
    FR("le les des et est une pour que qui dans sur avec pas vous je du au ce mon la ne plus \u00e0 il elle"),
    ES("el los las y es una para que por con del se su mi me lo est\u00e1 como pero al muy hay en un la"),
    IT("il lo gli e \u00e8 una per che di con non sono della nel mi ho le un la da si come alla questo"),
    PT("o os as e \u00e9 uma para que com n\u00e3o do da em no na por eu meu um se mais ao dos est\u00e1"),
    NL("de het een en is van niet dat ik op te voor met zijn aan er je mij naar bij ook maar om wat");

    /** A line is of a language if it has so many of its words, and more than of any other. */
    private static final int FEWEST = 2;

    private static final Map<String, Set<Language>> LANGUAGES_OF = languagesOf();

    private final String words;

    Language(String words) {
        this.words = words;
    }

    /** @param words of a line, in any case */
    static Optional<Language> of(List<String> words) {
        Map<Language, Integer> counts = new EnumMap<>(Language.class);
        for (String word : words) {
            LANGUAGES_OF
                    .getOrDefault(word.toLowerCase(Locale.ROOT), Set.of())
                    .forEach(language -> counts.merge(language, 1, Integer::sum));
        }
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        List<Language> best = counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return most < FEWEST || best.size() > 1 ? Optional.empty() : Optional.of(best.get(0));
    }

    private static Map<String, Set<Language>> languagesOf() {
        Map<String, Set<Language>> languages = new HashMap<>();
        for (Language language : values()) {
            for (String word : language.words.split(" ", -1)) {
                languages
                        .computeIfAbsent(word, key -> EnumSet.noneOf(Language.class))
                        .add(language);
            }
        }
        return languages;
    }
}
