package io.understudy.generator.onnx;

import io.understudy.core.Label;
import io.understudy.core.Segment;
import io.understudy.core.Template;
import io.understudy.generator.constraint.Constraint;
import io.understudy.generator.constraint.Guide;
import io.understudy.generator.constraint.Masks;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.onnx.Device;
import io.understudy.prompts.Message;
import io.understudy.prompts.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** Figures of benchmarks/onnx.sh and benchmarks/gpu.sh, as Markdown. */
final class DecodeBenchmark {

    private static final int PROMPT = 64;
    private static final int ANSWER = 128;

    private DecodeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path model = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "speed" -> speed(model, arguments);
            case "prefix" -> prefix(model, Integer.parseInt(arguments[2]));
            case "gaps" -> gaps(model);
            case "slots" -> slots(model, Integer.parseInt(arguments[2]));
            case "check" -> check(model, Device.parse(arguments[2]));
            default -> throw new IllegalArgumentException("speed, prefix, gaps, slots or check");
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }

    /** @param arguments device, then batch/threads pairs such as 8/2 */
    private static void speed(Path model, String... arguments) throws IOException {
        for (int i = 3; i < arguments.length; i++) {
            String[] shape = arguments[i].split("/", -1);
            int rows = Integer.parseInt(shape[0]);
            int threads = Integer.parseInt(shape[1]);
            try (Decoder decoder =
                    Decoder.open(model, Device.parse(arguments[2]), rows == 1 ? threads : 1, DecodeBenchmark::say)) {
                double best = 0;
                double reading = 0;
                for (int round = 0; round < 3; round++) {
                    try (Engine engine = endless(decoder, Math.min(threads, rows), rows)) {
                        double first = time(engine, decoder, rows, 1, round);
                        double whole = time(engine, decoder, rows, ANSWER + 1, round + 10);
                        reading = Math.max(reading, rows * PROMPT / first);
                        best = Math.max(best, rows * ANSWER / (whole - first));
                    }
                }
                print("| ours | %d | %d | %.0f | %.0f |", rows, threads, reading, best);
            }
        }
    }

    private static void say(String notice) {
        System.err.println(notice);
    }

    /** The small model beside the given one, exported without GroupQueryAttention: rows one by one and together. */
    private static void gaps(Path model) throws IOException {
        Path folder = Files.createTempDirectory("stories");
        System.setProperty(
                "understudy.shared",
                model.toAbsolutePath().getParent().getParent().toString());
        print("| stories260k without GroupQueryAttention, 1 thread | answers at once | answer, tokens/s |");
        print("|---|--:|--:|");
        try (Decoder decoder = Decoder.open(Stories.write(folder, false), Device.CPU, 1, DecodeBenchmark::say)) {
            for (Layout layout : List.of(decoder.layout().alone(), decoder.layout())) {
                for (int rows : new int[] {1, 16, 32}) {
                    double best = 0;
                    for (int round = 0; round < 3; round++) {
                        try (Engine engine =
                                new Engine(decoder.graph(), layout, decoder.vocabulary(), List.of(), 512, 1, rows)) {
                            double first = time(engine, decoder, rows, 1, round);
                            double whole = time(engine, decoder, rows, ANSWER + 1, round + 10);
                            best = Math.max(best, rows * ANSWER / (whole - first));
                        }
                    }
                    print(
                            "| %s | %d | %.0f |",
                            layout.way() == Layout.Way.GAPPED ? "together" : "one by one", rows, best);
                }
            }
        }
    }

    /** Prompts that have nothing in common, so that each is read. */
    private static double time(Engine engine, Decoder decoder, int rows, int tokens, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> prompts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            prompts.add(random.ints(
                            PROMPT, 100, Math.min(20_000, decoder.vocabulary().size()))
                    .toArray());
        }
        long begun = System.nanoTime();
        Writing.all(engine, prompts, Drawing.BEST, tokens);
        return seconds(begun);
    }

    /** Answers of the same length for all engines: no token is an end. */
    private static Engine endless(Decoder decoder, int threads, int rows) {
        return new Engine(
                decoder.graph(),
                decoder.layout(),
                decoder.vocabulary(),
                List.of(),
                decoder.folder().context(),
                threads,
                rows);
    }

    private static List<Message> fewShots(Template template) {
        return List.of(
                new Message(
                        Message.Role.SYSTEM,
                        "You rewrite sentences in other words. Keep every word in braces exactly as it is."),
                new Message(Message.Role.USER, "Rewrite: {PERSON_1} lives at {ADDRESS_1}."),
                new Message(Message.Role.ASSISTANT, "The home of {PERSON_1} is at {ADDRESS_1}."),
                new Message(Message.Role.USER, "Rewrite: Please send the invoice to {ORGANIZATION_1} before {DATE_1}."),
                new Message(Message.Role.ASSISTANT, "By {DATE_1}, {ORGANIZATION_1} should have received the invoice."),
                new Message(Message.Role.USER, "Rewrite: " + template));
    }

    private static Template template(Object... parts) {
        List<Segment> segments = new ArrayList<>();
        for (Object part : parts) {
            segments.add(part instanceof String text ? new Segment.Literal(text) : new Segment.Slot((Label) part, 1));
        }
        return new Template(segments);
    }

    private static List<Template> templates() {
        return List.of(
                template("Book a table for ", Label.PERSON, " in ", Label.CITY, " on ", Label.DATE, "."),
                template("My name is ", Label.PERSON, " and my phone number is ", Label.PHONE, "."),
                template("Please call ", Label.PERSON, " at ", Label.PHONE, " about the parcel."),
                template(Label.ORGANIZATION, " opened a new office in ", Label.CITY, " last year."),
                template("What is the weather like in ", Label.CITY, " on ", Label.DATE, "?"),
                template("I would like to change the address on my account to ", Label.ADDRESS, "."),
                template(Label.PERSON, " has worked for ", Label.ORGANIZATION, " since ", Label.DATE, "."),
                template("Can you play something by ", Label.PERSON, "?"));
    }

    private static void prefix(Path model, int threads) throws IOException {
        List<Message> chat = fewShots(templates().get(0));
        int answers = 200;
        try (Decoder decoder = Decoder.open(model, Device.CPU, 1, DecodeBenchmark::say)) {
            int[] prompt = decoder.chat(chat);
            Drawing drawing = new Drawing(0.8, 50, 0.95, 0, 1);
            double[] times = new double[2];
            for (int reuse = 0; reuse < 2; reuse++) {
                List<int[]> prompts = new ArrayList<>();
                for (int i = 0; i < answers; i++) {
                    int[] each = prompt.clone();
                    // Another first token: nothing of the prompt before can be used again.
                    each[0] = reuse == 1 ? each[0] : 100 + i;
                    prompts.add(each);
                }
                try (Engine engine = endless(decoder, threads, 32)) {
                    long begun = System.nanoTime();
                    Writing.all(engine, prompts, drawing, 24);
                    times[reuse] = seconds(begun);
                }
            }
            print("| way | 200 paraphrases of a prompt of %d tokens, s |", prompt.length);
            print("|---|--:|");
            print("| each prompt read | %.1f |", times[0]);
            print("| common beginning read once | %.1f |", times[1]);
            print("| times faster | %.1f |", times[0] / times[1]);
        }
    }

    private static void slots(Path model, int count) throws Exception {
        List<Template> templates = templates();
        List<Request> held = new ArrayList<>();
        List<Request> free = new ArrayList<>();
        Sampling sampling = Sampling.of(48).withTemperature(0.8).withTopP(0.95).withStop(List.of("\n"));
        for (int i = 0; i < count; i++) {
            Template template = templates.get(i % templates.size());
            Prompt prompt = new Prompt("paraphrase", 1, fewShots(template));
            held.add(new Request(prompt, template, sampling, i));
            free.add(new Request(prompt, sampling, i));
        }
        print("| answers | hold their slots once | distinct | copies | tokens | s | tokens/s |");
        print("|---|--:|--:|--:|--:|--:|--:|");
        try (OnnxModel ours = OnnxModel.builder(model).rows(32).open()) {
            for (List<Request> requests : List.of(held, free)) {
                long begun = System.nanoTime();
                List<Answer> answers = ours.answer(requests);
                double time = seconds(begun);
                int good = 0;
                int copies = 0;
                long tokens = 0;
                Set<String> distinct = new HashSet<>();
                for (int i = 0; i < count; i++) {
                    Template template = templates.get(i % templates.size());
                    if (answers.get(i) instanceof Answer.Reply reply) {
                        tokens += reply.usage().output();
                        good += holds(template, reply.text().strip()) ? 1 : 0;
                        copies += reply.text().strip().equals(template.toString()) ? 1 : 0;
                        distinct.add(reply.text().strip());
                    }
                }
                print(
                        "| %s | %.1f %% | %.1f %% | %.1f %% | %d | %.1f | %.0f |",
                        requests == held ? "under constraint" : "free",
                        100. * good / count,
                        100. * distinct.size() / count,
                        100. * copies / count,
                        tokens,
                        time,
                        tokens / time);
            }
            overhead(ours, templates.get(0));
        }
    }

    /** Each slot exactly once and no other brace; more is not asked of a free answer. */
    private static boolean holds(Template template, String text) {
        String rest = text;
        for (String name : template.distinctSlots().keySet()) {
            String slot = "{" + name + "}";
            int at = rest.indexOf(slot);
            if (at < 0 || rest.indexOf(slot, at + 1) >= 0) {
                return false;
            }
            rest = rest.replace(slot, "");
        }
        return !rest.contains("{") && !rest.contains("}") && !rest.contains("\n");
    }

    private static void overhead(OnnxModel model, Template template) {
        Constraint constraint = Constraint.slots(template);
        Masks masks = new Masks(model.decoder().tokens(), constraint);
        String text = "A table in {CITY_1} should be kept for {PERSON_1}, please, on {DATE_1}.";
        int[] tokens = model.decoder().encode(text, false);
        double[] times = new double[2];
        int rounds = 200;
        for (int warm = 0; warm < 2; warm++) {
            long begun = System.nanoTime();
            for (int round = 0; round < (warm == 0 ? 1 : rounds); round++) {
                Guide guide = new Guide(masks, constraint);
                int left = 48;
                for (int token : tokens) {
                    if (guide.allowed(left--).isEmpty()) {
                        throw new IllegalStateException("no way on");
                    }
                    guide.advance(model.decoder().vocabulary().bytes(token));
                }
            }
            times[warm] = seconds(begun) / tokens.length / (warm == 0 ? 1 : rounds);
        }
        print("");
        print(
                "A mask takes %.0f microseconds a token the first time, %.2f when its state is known.",
                times[0] * 1e6, times[1] * 1e6);
    }

    /** The whole check of a device: same answers alone and in batches, near the processor's, and how fast. */
    private static void check(Path model, Device device) throws IOException {
        List<List<Integer>> found = new ArrayList<>();
        boolean[] card = new boolean[1];
        for (Device each : List.of(device, Device.CPU)) {
            try (Decoder decoder = Decoder.open(model, each, 1, DecodeBenchmark::say)) {
                card[0] |= !decoder.graph().device().equals(Device.CPU);
                List<int[]> prompts = new ArrayList<>();
                for (Template template : templates()) {
                    prompts.add(decoder.chat(fewShots(template)));
                }
                List<Job.End> alone;
                try (Engine engine = decoder.engine(1, 1)) {
                    alone = Writing.all(engine, prompts, Drawing.BEST, 32);
                }
                try (Engine engine = decoder.engine(1, prompts.size())) {
                    boolean same =
                            Writing.all(engine, prompts, Drawing.BEST, 32).equals(alone);
                    print(
                            "%s: answers in a batch are those alone: %s",
                            decoder.graph().device(), same ? "yes" : "NO");
                }
                alone.forEach(end -> found.add(end.tokens()));
            }
        }
        if (!card[0]) {
            print("no card was used: on one, the same answers would be compared with the processor's, and timed");
        }
        int same = 0;
        int all = 0;
        for (int i = 0; i < found.size() / 2; i++) {
            List<Integer> first = found.get(i);
            List<Integer> second = found.get(i + found.size() / 2);
            int common = 0;
            while (common < Math.min(first.size(), second.size())
                    && first.get(common).equals(second.get(common))) {
                common++;
            }
            same += common;
            all += Math.max(first.size(), second.size());
        }
        print("tokens up to the first that differs from the processor's: %d of %d", same, all);
        CompletableFuture<Job.End> one = new CompletableFuture<>();
        try (Decoder decoder = Decoder.open(model, device, 1, text -> {});
                Engine engine = decoder.engine(1, 1)) {
            Constraint constraint = Constraint.slots(templates().get(0));
            Guide guide = new Guide(new Masks(decoder.tokens(), constraint), constraint);
            engine.submit(Writing.job(
                    decoder.chat(fewShots(templates().get(0))), Drawing.BEST, 64, 1, Optional.of(guide), one));
            print(
                    "under constraint: slots held: %s",
                    constraint.accepts(one.join().text()) ? "yes" : "NO");
        }
    }
}
