package io.understudy.cli;

import io.understudy.core.Template;
import io.understudy.prompts.Input;
import io.understudy.prompts.Inputs;
import io.understudy.prompts.Message;
import io.understudy.prompts.PromptFile;
import io.understudy.prompts.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Shows what a model would be asked. */
@Command(
        name = "render",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = "Fills in a prompt and shows it, turn by turn. Sends nothing.",
        footer = {
            "",
            "Example: understudy prompts render paraphrase --template '{PERSON_1} flies to {CITY_1}.' --count 3 --style terse"
        })
final class PromptsRenderVerb implements Callable<Integer> {

    @Parameters(paramLabel = "NAME|FILE", description = "One of 'prompts list', or a file.")
    private String prompt = "";

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            converter = Form.class,
            description = "The carrier phrase, such as '{PERSON_1} flies to {CITY_1}.'; gives the slots too.")
    private Optional<Template> template = Optional.empty();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "How many answers to ask for.")
    private Optional<Long> count = Optional.empty();

    @Option(
            names = "--example",
            paramLabel = "TEMPLATE",
            converter = Form.class,
            description = "A carrier phrase of the same intent; may be given again.")
    private List<Template> templates = new ArrayList<>();

    @Option(names = "--intent", paramLabel = "NAME", description = "What is asked for.")
    private Optional<String> intent = Optional.empty();

    @Option(
            names = "--style",
            paramLabel = "NAME",
            converter = Styled.class,
            description = "plain, formal, terse, polite, chatty, spoken, typos, non-native, question or angry.")
    private Optional<Style> style = Optional.empty();

    @Option(names = "--persona", paramLabel = "TEXT", description = "Who speaks.")
    private Optional<String> persona = Optional.empty();

    @Option(names = "--language", paramLabel = "NAME", description = "Such as German.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--kind", paramLabel = "NAME", description = "note, mail or report.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--turn",
            paramLabel = "TEMPLATE",
            converter = Form.class,
            description = "A turn of the dialogue so far; may be given again.")
    private List<Template> turns = new ArrayList<>();

    @Option(
            names = "--candidate",
            paramLabel = "TEMPLATE",
            converter = Form.class,
            description = "The carrier phrase to be judged.")
    private Optional<Template> candidate = Optional.empty();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final StandardOutput out;

    PromptsRenderVerb(StandardOutput out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        PromptFile file = PromptsVerb.open(prompt);
        Inputs inputs = template.map(Inputs::of).orElse(Inputs.NONE);
        checkUsed(file, template.isPresent(), "--template", Input.TEMPLATE, Input.SLOTS);
        if (count.isPresent()) {
            checkUsed(file, true, "--count", Input.COUNT);
            inputs = inputs.count((int) Math.min(Integer.MAX_VALUE, count.get()));
        }
        if (!templates.isEmpty()) {
            checkUsed(file, true, "--example", Input.TEMPLATES);
            inputs = inputs.templates(templates);
        }
        if (!turns.isEmpty()) {
            checkUsed(file, true, "--turn", Input.TURNS);
            inputs = inputs.turns(turns);
        }
        checkUsed(file, intent.isPresent(), "--intent", Input.INTENT);
        checkUsed(file, style.isPresent(), "--style", Input.STYLE);
        checkUsed(file, persona.isPresent(), "--persona", Input.PERSONA);
        checkUsed(file, language.isPresent(), "--language", Input.LANGUAGE);
        checkUsed(file, kind.isPresent(), "--kind", Input.KIND);
        checkUsed(file, candidate.isPresent(), "--candidate", Input.CANDIDATE);
        inputs = intent.map(inputs::intent).orElse(inputs);
        inputs = style.map(inputs::style).orElse(inputs);
        inputs = persona.map(inputs::persona).orElse(inputs);
        inputs = language.map(inputs::language).orElse(inputs);
        inputs = kind.map(inputs::kind).orElse(inputs);
        inputs = candidate.map(inputs::candidate).orElse(inputs);
        StringBuilder shown = new StringBuilder();
        for (Message message : file.render(inputs).messages()) {
            shown.append('[')
                    .append(message.role())
                    .append("]\n")
                    .append(message.text())
                    .append('\n');
        }
        out.write(shown.toString().getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private static void checkUsed(PromptFile file, boolean given, String option, Input... gives) {
        if (given && file.inputs().stream().noneMatch(List.of(gives)::contains)) {
            throw new IllegalArgumentException(option + ": prompt '" + file.name()
                    + "' does not ask for it; it asks for "
                    + String.join(
                            ", ",
                            file.inputs().stream().sorted().map(Input::toString).toList()));
        }
    }

    /** A template in its written form. */
    static final class Form implements ITypeConverter<Template> {
        @Override
        public Template convert(String value) {
            try {
                return Template.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A manner of speaking. */
    static final class Styled implements ITypeConverter<Style> {
        @Override
        public Style convert(String value) {
            return Choice.of("style", value, Style.values());
        }
    }
}
