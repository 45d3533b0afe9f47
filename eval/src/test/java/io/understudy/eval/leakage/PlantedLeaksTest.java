package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many random surfaces planted in many disguises: none may pass; what was not planted must. */
class PlantedLeaksTest {

    private static final String[] ALPHABETS = {
        "bcdfghjklmnp", "BCDFGHJKLMNP", "\u00e9\u00e0\u00fc\u00f1\u00e7\u00f8kt",
                "\u0431\u0432\u0433\u0434\u0436\u0437", "\u05d0\u05d1\u05d2\u05d3\u05d4",
        "\u0645\u062d\u0645\u062f\u0639", "\ud55c\uae00\uae40\ubbfc\uc218", "\u6771\u4eac\u5927\u962a\u5e02",
                "\u03b1\u03b2\u03b3\u03c3\u03c2", "0123456789"
    };

    private static String word(SplittableRandom random) {
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        StringBuilder word = new StringBuilder();
        for (int length = 3 + random.nextInt(6); length > 0; length--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private static String surface(SplittableRandom random) {
        StringBuilder surface = new StringBuilder(word(random));
        for (int more = random.nextInt(4); more > 0; more--) {
            surface.append(random.nextInt(5) == 0 ? "-" : " ").append(word(random));
        }
        return surface.toString();
    }

    private static String disguise(String surface, SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 -> surface.toUpperCase(Locale.ROOT);
            case 1 -> surface.replace(" ", "  ");
            case 2 -> surface.replace(' ', '\u00a0');
            case 3 -> Normalizer.normalize(surface, Normalizer.Form.NFD);
            case 4 -> surface.replace('-', '\u2013');
            case 5 -> surface.replace(' ', '\n');
            default -> surface;
        };
    }

    private static Example original(int number, String surface) {
        AnnotatedText line = AnnotatedText.builder()
                .append("about ")
                .append(surface, Label.PERSON)
                .append(" here")
                .build();
        return new Example("o-" + number, Optional.empty(), line, new Provenance.Original("x", number));
    }

    private static KnownText known(List<String> surfaces) {
        KnownText known = new KnownText();
        for (int i = 0; i < surfaces.size(); i++) {
            known.add(original(i + 1, surfaces.get(i)));
        }
        return known;
    }

    private static List<String> surfaces(SplittableRandom random, int count) {
        return IntStream.range(0, count).mapToObj(i -> surface(random)).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void refusesEveryPlantedSurface(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> surfaces = surfaces(random, 400);
        SourceGate gate = new SourceGate(known(surfaces), GateRules.STANDARD);
        String[] frames = {
            "%s", "so %s it is", "(%s)", "\u201c%s\u201d!", "x, %s, y", "\uD83D\uDE00%s\uD83D\uDE00", "the %s's way"
        };
        for (String surface : surfaces) {
            String text = frames[random.nextInt(frames.length)].formatted(disguise(surface, random));
            assertThat(gate.refuse(AnnotatedText.plain(text)))
                    .as("seed " + seed + ": " + text)
                    .isPresent();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void letsPassWordsThatWereNotPlanted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SourceGate gate = new SourceGate(known(surfaces(random, 400)), GateRules.STANDARD);
        for (int i = 0; i < 400; i++) {
            // Vowels alone: no planted surface has any of these words.
            String text = "aei ou " + "aeiou".repeat(1 + random.nextInt(3)) + " ia";
            assertThat(gate.refuse(AnnotatedText.plain(text)))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void refusesEveryRegroupedIdentifier(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder id = new StringBuilder();
            for (int length = 7 + random.nextInt(12); length > 0; length--) {
                id.append(random.nextInt(10));
            }
            ids.add(id.toString());
        }
        SourceGate gate = new SourceGate(known(ids), GateRules.STANDARD);
        String[] separators = {" ", "-", ".", "/", ") ", ", ", "\u00a0", "\u2011"};
        for (String id : ids) {
            StringBuilder text = new StringBuilder("it is ");
            for (int i = 0; i < id.length(); i++) {
                boolean cut = i > 0 && random.nextInt(4) == 0;
                text.append(cut ? separators[random.nextInt(separators.length)] : "")
                        .append(id.charAt(i));
            }
            assertThat(gate.refuse(AnnotatedText.plain(text.toString())))
                    .as("seed " + seed + ": " + text)
                    .isPresent();
        }
    }

    @Test
    void givesOneVerdictToManyThreads() {
        SplittableRandom random = new SplittableRandom(9);
        List<String> surfaces = surfaces(random, 500);
        SourceGate gate = new SourceGate(known(surfaces.subList(0, 250)), GateRules.STANDARD);
        List<Boolean> alone = surfaces.stream()
                .map(text -> gate.refuse(AnnotatedText.plain(text)).isPresent())
                .toList();
        for (int run = 0; run < 20; run++) {
            assertThat(surfaces.parallelStream()
                            .map(text -> gate.refuse(AnnotatedText.plain(text)).isPresent())
                            .toList())
                    .isEqualTo(alone);
        }
    }
}
