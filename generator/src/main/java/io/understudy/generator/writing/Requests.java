package io.understudy.generator.writing;

import io.understudy.core.Seeds;
import io.understudy.core.Template;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.prompts.Input;
import io.understudy.prompts.Inputs;
import io.understudy.prompts.Output;
import io.understudy.prompts.Personas;
import io.understudy.prompts.Prompt;
import io.understudy.templates.TemplateSource.Carrier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Words request i: a pure function of the task, the source's carriers and i. Thread-safe. */
final class Requests {

    private static final int SHOWN = 4;

    private static final List<String> KINDS = List.of("note", "mail", "report");

    /** A question about the carrier of a record. */
    record Question(Carrier carrier, Request request) {}

    private final Task task;
    private final List<Carrier> carriers;
    private final long[] upTo;
    private final Map<Optional<String>, List<Template>> byIntent = new LinkedHashMap<>();
    private final Sampling sampling;

    /**
     * @param carriers that may be asked about
     * @param records how often each occurs
     */
    Requests(Task task, List<Carrier> carriers, List<Long> records) {
        this.task = task;
        this.carriers = List.copyOf(carriers);
        this.sampling = task.sampling();
        this.upTo = new long[carriers.size()];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += records.get(i);
            upTo[i] = sum;
            byIntent.computeIfAbsent(carriers.get(i).intent(), intent -> new ArrayList<>())
                    .add(carriers.get(i).template());
        }
        if (task.prompt().inputs().contains(Input.INTENT)
                && carriers.stream().anyMatch(carrier -> carrier.intent().isEmpty())) {
            throw new IllegalArgumentException("prompt '" + task.prompt().name()
                    + "' asks for an intent, and there are lines without one; use a prompt that does not, such as"
                    + " paraphrase");
        }
    }

    Question question(long number) {
        SplittableRandom random = Seeds.random(task.seed(), number);
        Carrier carrier = draw(random);
        Inputs inputs = Inputs.of(carrier.template()).count(task.answers());
        inputs = inputs.style(task.styles().get(random.nextInt(task.styles().size())));
        inputs = inputs.persona(Personas.all().get(random.nextInt(Personas.all().size())));
        inputs = inputs.kind(KINDS.get(random.nextInt(KINDS.size())));
        List<Template> shown = shown(carrier, random);
        // Lines of the same intent stand for what was said before.
        inputs = inputs.templates(shown).turns(shown);
        inputs = carrier.intent().map(inputs::intent).orElse(inputs);
        inputs = task.language().map(inputs::language).orElse(inputs);
        Prompt prompt = task.prompt().render(inputs, random.nextInt(Integer.MAX_VALUE));
        // One line that must hold the slots can be held to it while it is written.
        boolean constrained = task.answers() == 1 && task.prompt().output() == Output.LINES;
        long seed = Seeds.derive(task.seed(), number);
        return new Question(
                carrier,
                new Request(prompt, constrained ? Optional.of(carrier.template()) : Optional.empty(), sampling, seed));
    }

    private Carrier draw(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextLong(upTo[upTo.length - 1]) + 1);
        return carriers.get(found >= 0 ? found : -found - 1);
    }

    /** Carriers of the same intent, other ones each time. */
    private List<Template> shown(Carrier carrier, SplittableRandom random) {
        List<Template> all = byIntent.get(carrier.intent());
        List<Template> shown = new ArrayList<>();
        int from = random.nextInt(all.size());
        int step = 1 + random.nextInt(Math.max(1, all.size() / SHOWN));
        for (int i = 0; i < Math.min(SHOWN, all.size()); i++) {
            Template each = all.get((from + i * step) % all.size());
            if (!shown.contains(each)) {
                shown.add(each);
            }
        }
        return shown;
    }
}
