package io.understudy.templates.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.testing.SharedData;
import io.understudy.templates.grammar.Grammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tool's own system tests: for each grammar all it may say, and its synonyms. */
class ChatetteReferenceTest {

    private static final String INPUTS = "data/reference/chatette/tests/system-testing/inputs/";

    /** Chatette 1.6.3 never says these; the file allows them, for its test only asks that nothing else is said. */
    private static final Set<String> ALLOWED_AND_NEVER_SAID = Set.of(
            "multiple>>>slot one Slot one",
            "multiple>>>slot one Slot1",
            "multiple>>>slot1 Slot one",
            "multiple>>>slot1 Slot1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate-all/alias",
                "generate-all/include",
                "generate-all/only-words",
                "generate-all/simplest",
                "generate-all/slot",
                "generate-all/words-and-groups",
                "generate-nb/training-only/alias",
                "generate-nb/training-only/include",
                "generate-nb/training-only/only-words",
                "generate-nb/training-only/slot",
                "generate-nb/training-only/words-and-groups",
                "generate-nb/training-only/bugfixes/bug-22-slot-position"
            })
    void saysWhatTheToolsOwnTestsAllowAndNothingElse(String name) throws IOException {
        Path solution = SharedData.path(INPUTS + name + ".solution");
        Set<String> allowed = lines(solution);
        if (name.equals("generate-nb/training-only/slot")) {
            allowed.removeAll(ALLOWED_AND_NEVER_SAID);
        }
        assertThat(Spoken.texts(grammar(name))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"generate-all/slot", "generate-nb/training-only/slot"})
    void givesSurfacesTheirSynonyms(String name) throws IOException {
        Set<String> expected = lines(SharedData.path(INPUTS + name + ".syn"));
        Set<String> found = new TreeSet<>();
        for (AnnotatedText text : Spoken.utterances(grammar(name)).values().stream()
                .flatMap(java.util.Collection::stream)
                .toList()) {
            for (Mention mention : text.mentions()) {
                String surface = text.surface(mention);
                // The tool lists synonyms before '&' makes a capital of the first letter.
                String small = surface.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + surface.substring(1);
                found.add(mention.details().value().orElse(surface) + "===" + small);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Grammar grammar(String name) throws IOException {
        return ForeignGrammar.CHATETTE.read(SharedData.path(INPUTS + name + ".chatette"));
    }

    private static Set<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
