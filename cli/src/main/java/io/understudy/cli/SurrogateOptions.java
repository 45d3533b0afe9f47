package io.understudy.cli;

import io.understudy.generator.surrogate.Surrogates;
import java.util.Map;
import picocli.CommandLine.Option;

/** What verbs that put surrogates in understand. */
final class SurrogateOptions {

    @Option(
            names = "--plausible",
            description = "Numbers that look real instead of reserved ones: they may be somebody's.")
    boolean plausible;

    Surrogates standard() {
        return plausible ? Surrogates.plausible() : Surrogates.standard();
    }

    void warn(Narrator narrator) {
        if (plausible) {
            narrator.warn("--plausible: numbers of cards, accounts, telephones and persons may be somebody's");
        }
    }

    void record(Map<String, String> recipe) {
        recipe.put("plausible", Boolean.toString(plausible));
    }
}
