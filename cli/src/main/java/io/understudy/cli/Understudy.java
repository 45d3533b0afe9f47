package io.understudy.cli;

import io.understudy.core.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the verb, runs it, and turns what went wrong into one sentence and an exit code. */
@Command(
        name = "understudy",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "VERB",
        description = "Makes text that stands in for real text: labelled, checked, synthetic.",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Example: understudy generate examples/support.txt -n 1000 -o out",
            "",
            "Exit codes: 0 done, 1 failed, 2 the caller's mistake, 3 a gate failed, 130 interrupted,",
            "141 whoever read the output closed it."
        })
public final class Understudy implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    private CommandLine.Model.CommandSpec spec;

    private Understudy() {}

    /**
     * Runs one command line. Never exits, never throws; everything it says goes to the terminal's streams.
     *
     * @return the exit code
     */
    public static int run(String[] args, Terminal given) {
        Terminal terminal = Arrays.asList(args).contains("--no-color") ? given.withoutColour() : given;
        StandardOutput out = new StandardOutput(terminal.out());
        CommandLine line = commandLine(args, terminal, out);
        int code = line.execute(args);
        try {
            out.flush();
            return code;
        } catch (IOException e) {
            // The same failure was reported already if it made the verb fail.
            return code == 0 ? report(terminal, Failure.of(e), e, false) : code;
        }
    }

    private static final List<String> VERBS = List.of(
            "annotate",
            "generate",
            "anonymize",
            "evaluate",
            "split",
            "convert",
            "grammar",
            "models",
            "prompts",
            "formats");

    private static Object verb(String name, String[] args, Terminal terminal, StandardOutput out) {
        return switch (name) {
            case "annotate" -> new AnnotateVerb(terminal, out);
            case "generate" -> new GenerateVerb(terminal, out);
            case "anonymize" -> new AnonymizeVerb(terminal, out);
            case "evaluate" -> new EvaluateVerb(terminal, out);
            case "split" -> new SplitVerb(terminal, out);
            case "convert" -> new ConvertVerb(terminal, out);
            case "grammar" -> GrammarVerb.of(args, terminal, out);
            case "models" -> ModelsVerb.of(terminal, out);
            case "prompts" -> PromptsVerb.of(out);
            default -> new FormatsVerb(out);
        };
    }

    private static CommandLine commandLine(String[] args, Terminal terminal, StandardOutput out) {
        CommandLine line = new CommandLine(new Understudy());
        addVerbs(line, VERBS, name -> verb(name, args, terminal, out), args, 0);
        line.setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.paintsOut() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setAbbreviatedOptionsAllowed(false);
        line.setOverwrittenOptionsAllowed(false);
        line.setUnmatchedOptionsArePositionalParams(false);
        Mistakes mistakes = new Mistakes(terminal);
        line.setParameterExceptionHandler(mistakes);
        line.setExecutionExceptionHandler(mistakes);
        return line;
    }

    /**
     * Adds the verb that is asked for, or where none is, all: what picocli finds out about a verb takes longer than
     * many a verb runs.
     *
     * @param verb by its name
     * @param at the place of the verb's name among the arguments
     */
    static void addVerbs(CommandLine line, List<String> verbs, Function<String, Object> verb, String[] args, int at) {
        List<String> asked = args.length > at && verbs.contains(args[at]) ? List.of(args[at]) : verbs;
        for (String name : asked) {
            line.addSubcommand(verb.apply(name));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which verb? have: " + String.join(", ", verbs(spec.commandLine())));
    }

    private static int report(Terminal terminal, Failure failure, Throwable thrown, boolean verbose) {
        Narrator narrator = new Narrator(terminal, false);
        if (!failure.sentence().isEmpty()) {
            narrator.warn(failure.sentence());
        }
        if (verbose) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            narrator.warn(trace.toString().stripTrailing());
        }
        return failure.code();
    }

    private static String sentence(ParameterException e) {
        CommandLine line = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched) {
            String typed = unmatched.getUnmatched().get(0);
            if (typed.startsWith("-") && typed.length() > 1) {
                int equals = typed.indexOf('=');
                String option = equals < 0 ? typed : typed.substring(0, equals);
                return Nearest.unknown("option", option, options(line));
            }
            return !line.getSubcommands().isEmpty()
                    ? Nearest.unknown("verb", typed, verbs(line))
                    : "'" + typed + "' is one argument too many; see understudy " + line.getCommandName() + " --help";
        }
        if (e instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(Understudy::name).collect(Collectors.joining(" and "));
            return line.getCommandName() + " lacks " + names + "; see understudy " + line.getCommandName() + " --help";
        }
        // Such as "Invalid value for option '--count' (N): 'ten' is ...".
        String message = e.getMessage().replaceFirst("^Invalid value for option '([^']+)'( \\([^)]*\\))?: ", "$1: ");
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static List<String> options(CommandLine line) {
        return line.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .sorted()
                .toList();
    }

    private static List<String> verbs(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }

    /**
     * What becomes of an exception. No lambdas: picocli's interfaces are of an old class format, and one that a lambda
     * is made of is left out of the launcher's archive of classes.
     */
    private record Mistakes(Terminal terminal) implements IParameterExceptionHandler, IExecutionExceptionHandler {

        @Override
        public int handleParseException(ParameterException e, String[] given) {
            new Narrator(terminal, false).warn(sentence(e));
            return Failure.CALLER;
        }

        @Override
        public int handleExecutionException(Exception e, CommandLine verb, ParseResult parsed) {
            return report(terminal, Failure.of(e), e, parsed.expandedArgs().contains("--verbose"));
        }
    }

    /** The version of the build. */
    static final class Version implements IVersionProvider {

        static String text() {
            try (InputStream in = Understudy.class.getResourceAsStream("version.txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String[] getVersion() {
            return new String[] {"understudy " + text()};
        }
    }
}
