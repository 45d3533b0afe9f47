package io.understudy.generator.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.KnownSurfaces;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import io.understudy.core.text.Normalization;
import io.understudy.generator.Outcome;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Identity;
import io.understudy.generator.model.ModelException;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.prompts.PromptFile;
import io.understudy.prompts.Style;
import io.understudy.templates.MinedTemplates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ModelGeneratorTest {

    private static final MinedTemplates SOURCE = source(
            "[Ada Byrne](PERSON) flies to [Oslo](CITY).",
            "call [Ada Byrne](PERSON) at [555-0100](PHONE)",
            "is [Oslo](CITY) far from [Rome](CITY)");

    private static MinedTemplates source(String... lines) {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        for (String line : lines) {
            builder.add(new Example("1", Optional.of("ask"), Markup.read(line), new Provenance.Original("c", 1)));
        }
        return builder.build(new MinedTemplates.Rules(Gate.OPEN));
    }

    /** Answers in any order, each answer a function of its request. */
    private record Scripted(Function<Request, Answer> script, long shuffle) implements TextModel {
        @Override
        public Identity identity() {
            return new Identity("scripted", "1", "MIT");
        }

        @Override
        public void answer(Iterator<Request> requests, Answers answers) {
            List<Request> all = new ArrayList<>();
            requests.forEachRemaining(all::add);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(shuffle));
            order.forEach(i -> answers.accept(i, script.apply(all.get(i))));
        }

        @Override
        public void close() {}
    }

    private static Answer reply(String text) {
        return new Reply(text, new Usage(10, 5), Finish.STOP, Optional.of("m"));
    }

    /** New words around the slots that the request asks to keep. */
    private static Answer writes(Request request) {
        String slots = slots(request);
        long word = Math.floorMod(request.seed(), 1_000_000L);
        return reply("Word" + word + " other" + word + " " + slots + " thing" + word + "\n" + slots + " lost\nno slot");
    }

    private static String slots(Request request) {
        String text = request.prompt()
                .messages()
                .get(request.prompt().messages().size() - 1)
                .text();
        int at = text.indexOf("Gaps to keep: ") + 14;
        return text.substring(at, text.indexOf('\n', at));
    }

    private static Task task(long lines) {
        return new Task(
                PromptFile.named("paraphrase"),
                lines,
                3,
                List.of(Style.values()),
                Optional.empty(),
                0.2,
                Optional.empty(),
                5);
    }

    private record Made(Outcome outcome, List<Example> lines, ModelGenerator generator) {

        static Made of(
                Task task, KnownSurfaces known, MinedTemplates source, Function<Request, Answer> script, long shuffle)
                throws InterruptedException {
            ModelGenerator generator = new ModelGenerator(
                    task, source, known, Set.of(), new Scripted(script, shuffle), Surrogates.standard(), Gate.OPEN);
            List<Example> lines = new ArrayList<>();
            Outcome outcome = generator.generate(lines::add, done -> {});
            return new Made(outcome, lines, generator);
        }
    }

    @Test
    void linesHaveTheirSlotsFilledAndTheRestIsCounted() throws InterruptedException {
        Made made = Made.of(task(40), KnownSurfaces.NONE, SOURCE, ModelGeneratorTest::writes, 1);
        assertThat(made.outcome().produced()).isEqualTo(40);
        assertThat(made.outcome().dropped()).containsKeys("slots_missing", "repeated");
        assertThat(made.lines()).allSatisfy(line -> {
            assertThat(line.annotated().mentions()).hasSizeBetween(1, 2);
            assertThat(line.text()).doesNotContain("{", "}", "Ada", "Byrne");
            assertThat(line.intent()).contains("ask");
        });
        assertThat(made.lines().stream().map(Example::text).distinct()).hasSize(40);
        long candidates = made.outcome().candidates();
        assertThat(made.outcome().dropped().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(candidates - 40);
        assertThat(made.generator().usage())
                .isEqualTo(new Usage(
                        10 * made.generator().answered(), 5 * made.generator().answered()));
    }

    @Test
    void theOrderOfTheRepliesChangesNothing() throws InterruptedException {
        List<Example> first = Made.of(task(30), KnownSurfaces.NONE, SOURCE, ModelGeneratorTest::writes, 1)
                .lines();
        for (int shuffle = 2; shuffle < 6; shuffle++) {
            assertThat(Made.of(task(30), KnownSurfaces.NONE, SOURCE, ModelGeneratorTest::writes, shuffle)
                            .lines())
                    .isEqualTo(first);
        }
    }

    @Test
    void aModelThatRepeatsTheSourceGivesNothingAndEnds() throws InterruptedException {
        Made made = Made.of(
                task(20),
                KnownSurfaces.NONE,
                source("call [Ada](PERSON) now please"),
                request -> reply("Call {PERSON_1}, now please!"),
                1);
        assertThat(made.outcome().produced()).isZero();
        assertThat(made.outcome().exhausted()).isTrue();
        assertThat(made.outcome().dropped()).containsOnlyKeys("repeated");
    }

    @Test
    void aCarrierThatHoldsANameIsNotAskedAbout() throws InterruptedException {
        KnownSurfaces ada = text -> Normalization.of(text).contains("ada") ? Set.of("ada") : Set.of();
        MinedTemplates source = source("Ada said [Oslo](CITY) is nice", "is [Oslo](CITY) far");
        List<String> asked = new ArrayList<>();
        Made made = Made.of(
                task(5),
                ada,
                source,
                request -> {
                    asked.add(request.prompt().text());
                    return writes(request);
                },
                1);
        assertThat(made.outcome().dropped()).containsEntry("carriers.withheld", 1L);
        assertThat(asked).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContain("Ada"));
        assertThatThrownBy(() -> Made.of(task(5), text -> Set.of("x"), source, ModelGeneratorTest::writes, 1))
                .hasMessage("there is no carrier to ask about: 2 hold a name of the source in their words");
    }

    @Test
    void aModelThatCannotGoOnStopsTheRun() {
        assertThatThrownBy(() -> Made.of(
                        task(5),
                        KnownSurfaces.NONE,
                        SOURCE,
                        request -> new Failure("overloaded", "it is down", true),
                        1))
                .isInstanceOf(ModelException.class)
                .hasMessage("it is down");
        assertThatThrownBy(() -> Made.of(
                        task(90), KnownSurfaces.NONE, SOURCE, request -> new Failure("refused_400", "no", false), 1))
                .isInstanceOf(ModelException.class)
                .hasMessage("no, as it did all requests before");
    }

    @Test
    void withoutMoneyTheRunEndsWithWhatItHas() throws InterruptedException {
        Made made = Made.of(
                task(30),
                KnownSurfaces.NONE,
                SOURCE,
                request -> Math.floorMod(request.seed(), 3) == 0
                        ? writes(request)
                        : new Failure("max_cost", "enough", false),
                1);
        assertThat(made.generator().isBroke()).isTrue();
        assertThat(made.outcome().produced()).isBetween(1L, 9L);
        assertThat(made.outcome().dropped()).containsKey("failed.max_cost");
    }

    @Test
    void aTurnOfADialogueFollowsLinesOfTheSameIntent() throws InterruptedException {
        Task turns = new Task(
                PromptFile.named("dialogue"), 6, 1, List.of(Style.PLAIN), Optional.empty(), 0.2, Optional.empty(), 5);
        List<String> asked = new ArrayList<>();
        Made made = Made.of(
                turns,
                KnownSurfaces.NONE,
                source("call [Ada](PERSON) now please", "is [Ada](PERSON) at home"),
                request -> {
                    asked.add(request.prompt()
                            .messages()
                            .get(request.prompt().messages().size() - 1)
                            .text());
                    return reply("then word" + Math.floorMod(request.seed(), 1_000_000L) + " tells {PERSON_1}");
                },
                1);
        assertThat(made.outcome().produced()).isEqualTo(6);
        assertThat(asked)
                .allSatisfy(text -> assertThat(text)
                        .contains("Dialogue so far:\n", "Gaps to use: {PERSON_1}\n")
                        .containsAnyOf("call {PERSON_1} now please", "is {PERSON_1} at home")
                        .doesNotContain("Ada"));
    }

    @Test
    void aPromptThatAsksForMoreThanThereIsIsRefused() {
        assertThatThrownBy(() -> new Task(
                        PromptFile.named("judge"),
                        1,
                        1,
                        List.of(Style.PLAIN),
                        Optional.empty(),
                        0.2,
                        Optional.empty(),
                        1))
                .hasMessage("prompt 'judge' asks for [candidate], which lines of a corpus do not have; have: [template,"
                        + " slots, count, templates, intent, style, persona, language, kind, turns]");
        assertThatThrownBy(() -> new Task(
                        PromptFile.named("translate"),
                        1,
                        1,
                        List.of(Style.PLAIN),
                        Optional.empty(),
                        0.2,
                        Optional.empty(),
                        1))
                .hasMessage("prompt 'translate' asks for a language; give --into, such as --into German");
    }
}
