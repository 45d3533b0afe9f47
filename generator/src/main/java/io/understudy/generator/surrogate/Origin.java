package io.understudy.generator.surrogate;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** Where names are at home: the languages whose lists Datafaker has and whose names tell gender, or do not show it. */
enum Origin {
    ENGLISH("en", UnicodeScript.LATIN),
    GERMAN("de", UnicodeScript.LATIN),
    FRENCH("fr", UnicodeScript.LATIN),
    SPANISH("es", UnicodeScript.LATIN),
    PORTUGUESE("pt-BR", UnicodeScript.LATIN),
    ITALIAN("it", UnicodeScript.LATIN),
    DUTCH("nl", UnicodeScript.LATIN),
    SWEDISH("sv", UnicodeScript.LATIN),
    NORWEGIAN("no-NO", UnicodeScript.LATIN),
    DANISH("da-DK", UnicodeScript.LATIN),
    FINNISH("fi-FI", UnicodeScript.LATIN),
    POLISH("pl", UnicodeScript.LATIN),
    CZECH("cs-CZ", UnicodeScript.LATIN),
    HUNGARIAN("hu", UnicodeScript.LATIN),
    TURKISH("tr", UnicodeScript.LATIN),
    GREEK("el-GR", UnicodeScript.GREEK),
    RUSSIAN("ru", UnicodeScript.CYRILLIC),
    UKRAINIAN("uk", UnicodeScript.CYRILLIC),
    ARABIC("ar", UnicodeScript.ARABIC),
    HEBREW("he", UnicodeScript.HEBREW),
    THAI("th", UnicodeScript.THAI),
    JAPANESE("ja", UnicodeScript.HAN),
    CHINESE("zh-CN", UnicodeScript.HAN),
    KOREAN("ko", UnicodeScript.HANGUL);

    private final Locale locale;
    private final UnicodeScript script;

    Origin(String tag, UnicodeScript script) {
        this.locale = Locale.forLanguageTag(tag);
        this.script = script;
    }

    Locale locale() {
        return locale;
    }

    UnicodeScript script() {
        return script;
    }

    /** Whether a woman's surname differs from a man's: "Nováková". */
    boolean surnamesTellGender() {
        return this == CZECH || this == RUSSIAN || this == UKRAINIAN || this == GREEK || this == POLISH;
    }
}
