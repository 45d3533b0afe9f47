package io.understudy.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.understudy.cli.planted.one.KnowsTwo;
import io.understudy.cli.planted.two.KnowsOne;
import io.understudy.ner.EntityRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The floors of the house, and a planted violation of each rule that shows the rule can fail. */
class FloorsTest {

    private static final String HOUSE = "io.understudy.";

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Core's tests come as an archive to whoever shares its readers of real corpora.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.understudy");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        "core knows the JDK",
                        floor("core", List.of("core.format")),
                        List.of(io.understudy.core.planted.KnowsJackson.class)),
                arguments(
                        "core.format knows Jackson, YAML and the JDK's XML too",
                        room(
                                "core.format",
                                "com.fasterxml.jackson..",
                                "org.yaml.snakeyaml..",
                                "javax.xml.stream..",
                                HOUSE + "core.."),
                        List.of(io.understudy.core.format.planted.KnowsNer.class)),
                arguments(
                        "onnx knows core, ONNX Runtime, the tokenizers, JNA and how much memory there is",
                        floor(
                                "onnx",
                                List.of(),
                                "ai.onnxruntime..",
                                "ai.djl..",
                                "com.sun.jna..",
                                "com.sun.management",
                                HOUSE + "core.."),
                        List.of(io.understudy.onnx.planted.KnowsNer.class)),
                arguments(
                        "formats.spacy knows MessagePack, Commons Codec, and Jackson for what it keeps",
                        room(
                                "formats.spacy",
                                "org.msgpack..",
                                "org.apache.commons.codec..",
                                "com.fasterxml.jackson..",
                                HOUSE + "core.."),
                        List.of(io.understudy.formats.spacy.planted.KnowsParquet.class)),
                arguments(
                        "formats.huggingface knows Parquet, and Jackson for its features",
                        room(
                                "formats.huggingface",
                                "com.jerolba.carpet..",
                                "org.apache.parquet..",
                                "com.fasterxml.jackson..",
                                HOUSE + "core.."),
                        List.of(io.understudy.formats.huggingface.planted.KnowsUima.class)),
                arguments(
                        "formats.uima knows UIMA, and Jackson for what it keeps",
                        room(
                                "formats.uima",
                                "org.apache.uima..",
                                "com.fasterxml.jackson..",
                                "javax.xml.stream..",
                                "org.xml.sax..",
                                HOUSE + "core.."),
                        List.of(io.understudy.formats.uima.planted.KnowsMessagePack.class)),
                arguments(
                        "formats.sheet knows fastexcel",
                        room("formats.sheet", "org.dhatim.fastexcel..", "javax.xml.stream..", HOUSE + "core.."),
                        List.of(io.understudy.formats.sheet.planted.KnowsParquet.class)),
                arguments(
                        "ner knows core",
                        floor(
                                "ner",
                                List.of("ner.corenlp", "ner.onnx", "ner.phone"),
                                HOUSE + "core..",
                                HOUSE + "onnx.."),
                        List.of(io.understudy.ner.planted.KnowsCoreNlp.class)),
                arguments(
                        "ner.corenlp knows CoreNLP too",
                        room("ner.corenlp", "edu.stanford.nlp..", HOUSE + "ner..", HOUSE + "core.."),
                        List.of(io.understudy.ner.corenlp.planted.KnowsEval.class)),
                arguments(
                        "ner.onnx knows ONNX Runtime, the tokenizers, and Jackson for their settings",
                        room(
                                "ner.onnx",
                                "ai.onnxruntime..",
                                "ai.djl..",
                                "com.fasterxml.jackson..",
                                HOUSE + "ner..",
                                HOUSE + "onnx..",
                                HOUSE + "core.."),
                        List.of(io.understudy.ner.onnx.planted.KnowsCoreNlp.class)),
                arguments(
                        "ner.phone knows libphonenumber",
                        room("ner.phone", "com.google.i18n.phonenumbers..", HOUSE + "ner..", HOUSE + "core.."),
                        List.of(io.understudy.ner.phone.planted.KnowsCoreNlp.class)),
                arguments(
                        "templates knows core",
                        floor("templates", List.of("templates.foreign"), HOUSE + "core.."),
                        List.of(
                                io.understudy.templates.planted.KnowsGenerator.class,
                                io.understudy.templates.planted.KnowsYaml.class)),
                arguments(
                        "templates.foreign knows YAML too",
                        room("templates.foreign", "org.yaml.snakeyaml..", HOUSE + "templates..", HOUSE + "core.."),
                        List.of(io.understudy.templates.foreign.planted.KnowsGenerator.class)),
                arguments(
                        "prompts knows core, and Jackson for the head of its files",
                        floor("prompts", List.of(), HOUSE + "core..", "com.fasterxml.jackson.."),
                        List.of(io.understudy.prompts.planted.KnowsEval.class)),
                arguments(
                        "generator knows core, templates and prompts",
                        floor(
                                "generator",
                                List.of(
                                        "generator.constraint",
                                        "generator.hub",
                                        "generator.onnx",
                                        "generator.surrogate",
                                        "generator.llm",
                                        "generator.journal",
                                        "generator.writing"),
                                HOUSE + "core..",
                                HOUSE + "templates..",
                                HOUSE + "prompts.."),
                        List.of(
                                io.understudy.generator.planted.KnowsEval.class,
                                io.understudy.generator.planted.KnowsDatafaker.class)),
                arguments(
                        "generator.constraint knows no model, and Jackson for schemas",
                        room(
                                "generator.constraint",
                                "com.fasterxml.jackson..",
                                HOUSE + "templates..",
                                HOUSE + "core.."),
                        List.of(io.understudy.generator.constraint.planted.KnowsOnnx.class)),
                arguments(
                        "generator.onnx knows ONNX Runtime, the tokenizers, Jackson, and what LangChain4j calls a model",
                        room(
                                "generator.onnx",
                                "ai.onnxruntime..",
                                "ai.djl..",
                                "com.fasterxml.jackson..",
                                "dev.langchain4j..",
                                HOUSE + "onnx..",
                                HOUSE + "generator.constraint..",
                                HOUSE + "generator.model..",
                                HOUSE + "prompts..",
                                HOUSE + "core.."),
                        List.of(io.understudy.generator.onnx.planted.KnowsTemplates.class)),
                arguments(
                        "generator.hub knows the JDK, and Jackson for what a hub says",
                        room("generator.hub", "com.fasterxml.jackson.."),
                        List.of(io.understudy.generator.hub.planted.KnowsOnnx.class)),
                arguments(
                        "generator.surrogate knows Datafaker too",
                        room("generator.surrogate", "net.datafaker..", HOUSE + "generator..", HOUSE + "core.."),
                        List.of(io.understudy.generator.surrogate.planted.KnowsTemplates.class)),
                arguments(
                        "generator.llm knows LangChain4j and Jackson too",
                        room(
                                "generator.llm",
                                "dev.langchain4j..",
                                "com.fasterxml.jackson..",
                                HOUSE + "generator.model..",
                                HOUSE + "prompts..",
                                HOUSE + "core.."),
                        List.of(io.understudy.generator.llm.planted.KnowsTemplates.class)),
                arguments(
                        "generator.journal knows Jackson too",
                        room(
                                "generator.journal",
                                "com.fasterxml.jackson..",
                                HOUSE + "generator.model..",
                                HOUSE + "prompts..",
                                HOUSE + "core.."),
                        List.of(io.understudy.generator.journal.planted.KnowsTemplates.class)),
                arguments(
                        "generator.writing knows Jackson, and models only by their seam",
                        room(
                                "generator.writing",
                                "com.fasterxml.jackson..",
                                HOUSE + "generator",
                                HOUSE + "generator.model..",
                                HOUSE + "generator.surrogate..",
                                HOUSE + "prompts..",
                                HOUSE + "templates..",
                                HOUSE + "core.."),
                        List.of(io.understudy.generator.writing.planted.KnowsRemoteModel.class)),
                arguments(
                        "eval knows core and Jackson",
                        floor(
                                "eval",
                                List.of(
                                        "eval.bias",
                                        "eval.diversity",
                                        "eval.embedding",
                                        "eval.fidelity",
                                        "eval.linear",
                                        "eval.script"),
                                HOUSE + "core..",
                                "com.fasterxml.jackson.."),
                        List.of(
                                io.understudy.eval.planted.KnowsTemplates.class,
                                io.understudy.eval.planted.KnowsLiblinear.class,
                                io.understudy.eval.planted.KnowsIcu.class)),
                arguments(
                        "eval.script knows ICU too",
                        room("eval.script", "com.ibm.icu..", HOUSE + "core.."),
                        List.of(io.understudy.eval.script.planted.KnowsJackson.class)),
                arguments(
                        "eval.linear knows liblinear too",
                        room("eval.linear", "de.bwaldvogel.liblinear..", HOUSE + "core..", HOUSE + "eval.view.."),
                        List.of(io.understudy.eval.linear.planted.KnowsJackson.class)),
                arguments(
                        "eval.diversity knows EJML and XZ too",
                        room("eval.diversity", "org.ejml..", "org.tukaani.xz..", HOUSE + "core..", HOUSE + "eval.."),
                        List.of(io.understudy.eval.diversity.planted.KnowsLiblinear.class)),
                arguments(
                        "eval.fidelity knows Commons Statistics too",
                        room("eval.fidelity", "org.apache.commons.statistics..", HOUSE + "core..", HOUSE + "eval.."),
                        List.of(io.understudy.eval.fidelity.planted.KnowsEjml.class)),
                arguments(
                        "eval.bias knows Datafaker and Commons Statistics too",
                        room(
                                "eval.bias",
                                "net.datafaker..",
                                "org.apache.commons.statistics..",
                                HOUSE + "core..",
                                HOUSE + "eval.."),
                        List.of(io.understudy.eval.bias.planted.KnowsEjml.class)),
                arguments(
                        "eval.embedding knows ONNX Runtime, its tokenizers and EJML too",
                        room(
                                "eval.embedding",
                                "ai.onnxruntime..",
                                "ai.djl.huggingface.tokenizers..",
                                "org.ejml..",
                                HOUSE + "onnx..",
                                HOUSE + "core..",
                                HOUSE + "eval.."),
                        List.of(io.understudy.eval.embedding.planted.KnowsDatafaker.class)),
                arguments(
                        "cli knows the floors and picocli, not what is behind them",
                        floor(
                                "cli",
                                List.of(),
                                HOUSE + "core..",
                                HOUSE + "ner",
                                HOUSE + "ner.linking",
                                HOUSE + "onnx",
                                HOUSE + "templates..",
                                HOUSE + "prompts..",
                                HOUSE + "generator..",
                                HOUSE + "eval..",
                                "picocli.."),
                        List.of(io.understudy.cli.planted.KnowsDatafaker.class)),
                arguments(
                        "only cli prints and exits",
                        noClasses()
                                .that(not(resideInAPackage(HOUSE + "cli")))
                                .should(ACCESS_STANDARD_STREAMS)
                                .orShould()
                                .callMethod(System.class, "exit", int.class),
                        List.of(io.understudy.core.planted.Prints.class, io.understudy.core.planted.Exits.class)),
                arguments(
                        "chance is an argument, and no clock is read",
                        noClasses()
                                .that(not(resideInAPackage(HOUSE + "cli")))
                                .should()
                                .callConstructor(Random.class)
                                .orShould()
                                .callConstructor(SplittableRandom.class)
                                .orShould()
                                .callMethod(Math.class, "random")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis")
                                .orShould()
                                .callMethod(System.class, "nanoTime")
                                .orShould()
                                .callMethod(java.time.Instant.class, "now")
                                .orShould()
                                .callMethod(java.time.LocalDate.class, "now"),
                        List.of(io.understudy.core.planted.Rolls.class, io.understudy.core.planted.ReadsClock.class)),
                arguments(
                        "names say what a thing is",
                        noClasses()
                                .should()
                                .haveSimpleNameEndingWith("Impl")
                                .orShould()
                                .haveSimpleNameStartingWith("Abstract")
                                .orShould()
                                .haveNameMatching(".*(Base|Manager|Helper|Helpers|Util|Utils|Service)"),
                        List.of(
                                io.understudy.core.planted.ThingHelper.class,
                                io.understudy.core.planted.AbstractThing.class)),
                arguments(
                        "floors know each other one way only",
                        slices().matching("io.understudy.(*)..").should().beFreeOfCycles(),
                        List.of(
                                io.understudy.core.format.planted.KnowsNer.class,
                                EntityRecognizer.class,
                                io.understudy.core.AnnotatedText.class)),
                // A floor's front knows its rooms and they know it: one thing in two parts. Rooms among themselves may
                // not.
                arguments(
                        "rooms know each other one way only",
                        slices().matching("io.understudy.*.(**)").should().beFreeOfCycles(),
                        List.of(KnowsOne.class, KnowsTwo.class)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeepsTheRule(String name, ArchRule rule) {
        rule.check(HOUSE_CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aPlantedViolationBreaksTheRule(String name, ArchRule rule, List<Object> planted) {
        assertThat(planted).isNotEmpty();
        if (name.endsWith("one way only")) {
            assertThat(rule.evaluate(read(planted)).hasViolation()).isTrue();
            return;
        }
        for (Object one : planted) {
            assertThat(rule.evaluate(read(List.of(one))).hasViolation())
                    .as("%s breaks '%s'", one, name)
                    .isTrue();
        }
    }

    private static JavaClasses read(List<Object> planted) {
        return new ClassFileImporter()
                .importClasses(planted.stream().map(Class.class::cast).toArray(Class<?>[]::new));
    }

    /** A floor, without the rooms in it that may know more. */
    private static ArchRule floor(String name, List<String> rooms, String... below) {
        return classes()
                .that(resideInAPackage(HOUSE + name + ".."))
                .and(not(resideInAnyPackage(
                        rooms.stream().map(room -> HOUSE + room + "..").toArray(String[]::new))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(with(below, HOUSE + name + "..")));
    }

    /** The room of a floor that may know a library. */
    private static ArchRule room(String name, String... below) {
        return classes()
                .that(resideInAPackage(HOUSE + name + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(with(below, HOUSE + name + "..")));
    }

    private static String[] with(String[] below, String own) {
        List<String> all = new ArrayList<>(List.of(below));
        all.add(own);
        all.add("java..");
        // Ciphers of the JDK.
        all.add("javax.crypto..");
        return all.toArray(String[]::new);
    }
}
