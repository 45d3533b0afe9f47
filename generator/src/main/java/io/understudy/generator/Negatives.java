package io.understudy.generator;

import io.understudy.core.BadDataException;
import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Intents that say what others do not: {@code scope=out} for what no intent means, {@code negative=A,B} for what looks
 * like some and is none of them; {@code as=NAME} for the intent that their lines are given, {@code as=none} for none.
 */
public final class Negatives {

    private static final String SCOPE = "scope";
    private static final String NEGATIVE = "negative";
    private static final String AS = "as";

    private Negatives() {}

    /** The intent that a line is given. */
    public static Optional<String> name(Intent intent) {
        String name = intent.arguments().getOrDefault(AS, intent.name());
        return name.equals("none") && intent.arguments().containsKey(AS) ? Optional.empty() : Optional.of(name);
    }

    /**
     * Intents whose utterances this one does not say.
     *
     * @throws BadDataException if it names an intent that is not there
     */
    public static List<Utterances> others(Intent intent, Language language) {
        String scope = intent.arguments().getOrDefault(SCOPE, "in");
        if (!scope.equals("in") && !scope.equals("out")) {
            throw wrong(intent, Nearest.unknown("scope", scope, List.of("in", "out")));
        }
        List<String> negative = Optional.ofNullable(intent.arguments().get(NEGATIVE))
                .map(names -> Arrays.asList(names.split(",")))
                .orElse(List.of());
        List<String> names =
                language.intents().stream().map(each -> each.intent().name()).toList();
        for (String name : negative) {
            if (!names.contains(name)) {
                throw wrong(intent, Nearest.unknown("intent", name, names));
            }
            if (name.equals(intent.name())) {
                throw wrong(intent, "'" + name + "' is to say nothing of itself; expected other intents");
            }
        }
        return language.intents().stream()
                .filter(each ->
                        negative.contains(each.intent().name()) || (scope.equals("out") && isInScope(each.intent())))
                .toList();
    }

    private static boolean isInScope(Intent intent) {
        return !intent.arguments().getOrDefault(SCOPE, "in").equals("out");
    }

    private static BadDataException wrong(Intent intent, String message) {
        return new BadDataException(intent.at().file(), intent.at().line(), message);
    }
}
