package io.understudy.generator.writing;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.KnownSurfaces;
import io.understudy.core.Provenance;
import io.understudy.core.Seeds;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Template;
import io.understudy.core.text.LongHashSet;
import io.understudy.generator.Outcome;
import io.understudy.generator.TemplateGenerator;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.ModelException;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.generator.writing.Requests.Question;
import io.understudy.prompts.Input;
import io.understudy.prompts.Output;
import io.understudy.templates.MinedTemplates;
import io.understudy.templates.TemplateSource.Carrier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Lines on carriers that a model wrote. What needs the others (distinct carriers and lines, novelty, the count) is
 * decided in the order of the requests, so that the order of the replies changes no byte. Not thread-safe.
 */
public final class ModelGenerator {

    /** What provenance calls this generator. */
    public static final String NAME = "model";

    private static final int ATTEMPTS = 4;

    /** So many times the requests that would do if everything were kept. */
    private static final int MOST_TIMES = 10;

    /** Requests may fail one by one, but not all of them from the beginning. */
    private static final int HOPELESS = 10;

    /** A paraphrase that is longer talks about something else. */
    private static final int LONGER = 3;

    private final Task task;
    private final TextModel model;
    private final Surrogates surrogates;
    private final Gate gate;
    private final Surrogates.Veto veto;
    private final Requests requests;
    private final Novelty novelty = new Novelty();
    private final LongHashSet seen = new LongHashSet();
    private final SortedMap<String, Long> dropped = new TreeMap<>();
    private final NavigableSet<String> answeredBy = new TreeSet<>();
    private final long withheld;
    private Usage usage = Usage.NONE;
    private long asked;
    private long answered;
    private long candidates;
    private long produced;
    private boolean isBroke;

    /**
     * @param source carriers to ask about
     * @param known what of them may not be sent: carriers and intents that hold any of it are left out
     * @param frame surfaces that say nothing
     * @throws IllegalArgumentException if no carrier is left to ask about
     */
    public ModelGenerator(
            Task task,
            MinedTemplates source,
            KnownSurfaces known,
            Set<String> frame,
            TextModel model,
            Surrogates surrogates,
            Gate gate) {
        this.task = task;
        this.model = model;
        this.surrogates = surrogates;
        this.gate = gate;
        this.veto = (slot, surface) -> gate.refuse(slot.label(), surface).isPresent();
        boolean needsSlots = !task.prompt().inputs().contains(Input.TEMPLATE);
        List<Carrier> carriers = new ArrayList<>();
        List<Long> records = new ArrayList<>();
        long[] left = {0};
        source.counted().forEach(each -> {
            novelty.add(each.carrier().template());
            if (says(each.carrier()).anyMatch(text -> !frame.containsAll(known.in(text)))) {
                left[0]++;
            } else if (each.carrier().template().hasSlots() || !needsSlots) {
                carriers.add(each.carrier());
                records.add(each.records());
            }
        });
        this.withheld = left[0];
        if (carriers.isEmpty()) {
            throw new IllegalArgumentException("there is no carrier to ask about: " + withheld
                    + " hold a name of the source in their words"
                    + (needsSlots ? ", and the prompt needs carriers with slots" : ""));
        }
        this.requests = new Requests(task, carriers, records);
    }

    private static Stream<String> says(Carrier carrier) {
        Stream<String> literals = carrier.template().segments().stream()
                .filter(Literal.class::isInstance)
                .map(segment -> ((Literal) segment).text());
        return Stream.concat(literals, carrier.intent().stream());
    }

    /** The labels of the slots that may be sent. */
    public static List<String> labels(MinedTemplates source) {
        return source.counted()
                .flatMap(each -> each.carrier().template().slots().stream())
                .map(slot -> slot.label().name())
                .distinct()
                .toList();
    }

    /** The requests of the first round, in which everything is asked that would do if all were kept. */
    public Stream<Request> first() {
        return LongStream.range(0, firstRound())
                .mapToObj(number -> requests.question(number).request());
    }

    private long firstRound() {
        return (task.lines() + task.answers() - 1) / task.answers();
    }

    /**
     * Hands lines to {@code sink}, in order, on the calling thread, until there are enough or nothing new comes.
     *
     * @param progress told the number of lines so far after each request
     * @throws ModelException if the model cannot go on
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome generate(Consumer<Example> sink, LongConsumer progress) throws InterruptedException {
        long most = MOST_TIMES * firstRound() + MOST_TIMES;
        long round = firstRound();
        while (round > 0 && !isBroke) {
            long before = produced;
            ask(asked, round, sink, progress);
            asked += round;
            long lacking = task.lines() - produced;
            if (lacking == 0 || (produced == before && asked >= 3 * firstRound())) {
                break;
            }
            // As many as will do if the next are kept as often as those before.
            long wanted = (long) Math.ceil(lacking * (asked / Math.max(1.0, (double) produced)));
            round = Math.min(Math.min(Math.max(1, wanted), firstRound()), most - asked);
        }
        if (withheld > 0) {
            dropped.put("carriers.withheld", withheld);
        }
        return new Outcome(task.lines(), produced, candidates, dropped, produced < task.lines());
    }

    /** One round: requests from a number on, their answers taken in order. */
    private void ask(long from, long count, Consumer<Example> sink, LongConsumer progress) throws InterruptedException {
        Map<Long, Answer> early = new HashMap<>();
        long[] next = {0};
        Iterator<Request> iterator = LongStream.range(from, from + count)
                .mapToObj(number -> requests.question(number).request())
                .iterator();
        model.answer(iterator, (number, answer) -> {
            early.put(number, answer);
            while (early.containsKey(next[0])) {
                take(requests.question(from + next[0]), early.remove(next[0]), sink);
                next[0]++;
                progress.accept(produced);
            }
        });
    }

    private void take(Question question, Answer answer, Consumer<Example> sink) {
        if (answer instanceof Failure failure) {
            failed(failure);
            return;
        }
        Reply reply = (Reply) answer;
        answered++;
        usage = usage.plus(reply.usage());
        reply.by().ifPresent(answeredBy::add);
        List<String> texts = ReplyReader.texts(reply, task.prompt().output());
        if (texts.isEmpty()) {
            drop("empty_reply");
        }
        for (String text : texts) {
            if (produced < task.lines()) {
                candidates++;
                candidate(question, text)
                        .ifPresentOrElse(
                                line -> {
                                    produced++;
                                    sink.accept(line);
                                },
                                () -> {});
            }
        }
    }

    private void failed(Failure failure) {
        drop("failed." + failure.reason());
        if (failure.reason().equals("max_cost")) {
            isBroke = true;
        } else if (failure.retriable() || !failure.reason().startsWith("refused")) {
            throw new ModelException(failure.message());
        } else if (answered == 0 && dropped.get("failed." + failure.reason()) >= HOPELESS) {
            throw new ModelException(failure.message() + ", as it did all requests before");
        }
    }

    private void drop(String reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    private Optional<Example> candidate(Question question, String text) {
        Template wanted = question.carrier().template();
        CarrierReader.Result result = CarrierReader.read(text, wanted);
        if (result instanceof CarrierReader.Result.Refused refused) {
            drop(refused.reason());
            return Optional.empty();
        }
        Template carrier = ((CarrierReader.Result.Carrier) result).template();
        Optional<String> refusal = refuse(carrier, wanted);
        if (refusal.isPresent()) {
            drop(refusal.get());
            return Optional.empty();
        }
        Optional<AnnotatedText> line = filled(carrier, question.request().seed());
        line.ifPresent(kept -> novelty.add(carrier));
        return line.map(kept -> new Example(
                TemplateGenerator.id(produced + 1),
                question.carrier().intent(),
                kept,
                new Provenance.Synthetic(NAME, Optional.of(carrier.toString()), task.seed())));
    }

    private Optional<String> refuse(Template carrier, Template wanted) {
        if (carrier.segments().stream()
                .noneMatch(segment -> segment instanceof Literal literal
                        && literal.text().codePoints().anyMatch(Character::isLetterOrDigit))) {
            return Optional.of("no_words");
        }
        if (task.prompt().output() == Output.LINES && length(carrier) > LONGER * length(wanted) + 120) {
            return Optional.of("too_long");
        }
        if (novelty.holds(carrier)) {
            return Optional.of("repeated");
        }
        if (novelty.of(carrier) < task.novelty()) {
            return Optional.of("not_novel");
        }
        return gate.refuse(carrier);
    }

    private static int length(Template template) {
        int length = 0;
        for (Segment segment : template.segments()) {
            length += segment instanceof Literal literal ? literal.text().length() : 10;
        }
        return length;
    }

    /** Surrogates put in, until a line may pass. */
    private Optional<AnnotatedText> filled(Template carrier, long seed) {
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AnnotatedText line = surrogates.standIn(carrier, Seeds.derive(seed, candidates * ATTEMPTS + attempt), veto);
            Optional<String> refusal = gate.refuse(line);
            if (refusal.isEmpty() && seen.add(Seeds.hash(line.text()))) {
                return Optional.of(line);
            }
            reason = refusal.orElse("duplicate");
            if (line.mentions().isEmpty()) {
                break;
            }
        }
        drop(reason);
        return Optional.empty();
    }

    /** Requests that were answered. */
    public long answered() {
        return answered;
    }

    /** Tokens of the replies that were used. */
    public Usage usage() {
        return usage;
    }

    /** What servers call the models that answered. */
    public NavigableSet<String> answeredBy() {
        return new TreeSet<>(answeredBy);
    }

    /** Whether the run ended because it would have cost too much. */
    public boolean isBroke() {
        return isBroke;
    }
}
