package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Provenance;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.Finding;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.leakage.KnownText;
import io.understudy.eval.leakage.LeakageCheck;
import io.understudy.generator.surrogate.Anonymizer;
import io.understudy.generator.surrogate.AnonymizerBuilder;
import io.understudy.generator.surrogate.AnonymizerOptions;
import io.understudy.generator.surrogate.FirstNames;
import io.understudy.generator.surrogate.Secret;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Recognizers;
import io.understudy.ner.linking.Linker;
import io.understudy.ner.linking.Links;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A first run of {@code anonymize} has a fresh key, and must not fail by chance: the notes of the examples under
 * hundreds of keys, as the verb stands in for them, with its own leakage check and, under some keys, its recognizers
 * once more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyKeysTest {

    private static final int KEYS = 300;
    private static final int SEARCHED_AGAIN = 12;
    private static final GateRules RULES = new GateRules(1, true, false);

    private final List<AnnotatedText> notes = new ArrayList<>();
    private final KnownText known = new KnownText();
    private EntityRecognizer recognizer;
    private Gate gate;

    @BeforeAll
    void findTheNames() throws IOException {
        recognizer = Recognizers.standard();
        Linker linker = new Linker(FirstNames::gender);
        SourceIndex.Builder index = SourceIndex.builder().sparing(Surrogates::isEveryday);
        known.spare(Surrogates::isEveryday);
        List<AnnotatedText> found = Files.readAllLines(Path.of("../examples/notes.txt")).stream()
                .map(recognizer::recognize)
                .toList();
        for (AnnotatedText line : found) {
            Example example = example(line);
            linker.add(line);
            index.add(example);
            known.add(example);
        }
        Links links = linker.link();
        for (int i = 0; i < found.size(); i++) {
            notes.add(links.apply(i, found.get(i)));
        }
        gate = index.build().gate(new GateRules(GateRules.STANDARD.minSources(), true, false));
    }

    private static Example example(AnnotatedText line) {
        return new Example("1", Optional.empty(), line, new Provenance.Original("notes.txt", 1));
    }

    private Stream<AnnotatedText> standIn(int key) {
        Secret secret = Secret.of(("a key of many, number " + key).getBytes(StandardCharsets.US_ASCII));
        AnonymizerBuilder builder = Anonymizer.builder(AnonymizerOptions.STANDARD, secret);
        notes.forEach(line -> builder.add(line, "notes"));
        Anonymizer anonymizer =
                builder.build((label, surface) -> gate.refuse(label, surface).isPresent());
        return notes.stream().map(line -> anonymizer.standIn(anonymizer.prepare(line, "notes")));
    }

    private Stream<String> leaks(int key) {
        LeakageCheck check = new LeakageCheck(known, RULES, true);
        standIn(key).forEach(line -> check.add(example(line)));
        return check.result().findings().stream()
                .filter(finding -> finding.severity() == Severity.HARD)
                .map((Finding finding) -> "key " + key + ": " + finding);
    }

    @Test
    void noSurrogateSaysAnythingOfAnyOriginal() {
        assertThat(IntStream.range(0, KEYS).parallel().boxed().flatMap(this::leaks))
                .isEmpty();
    }

    @Test
    void nothingOfTheOriginalIsFoundBesideTheSurrogates() {
        List<String> left = new ArrayList<>();
        for (int key = 0; key < SEARCHED_AGAIN; key++) {
            List<AnnotatedText> lines = standIn(key).toList();
            for (int i = 0; i < lines.size(); i++) {
                Residue.Left residue = Residue.in(lines.get(i), notes.get(i).text(), recognizer);
                residue.original().forEach(label -> left.add(label + " in " + residue));
            }
        }
        assertThat(left).isEmpty();
    }
}
