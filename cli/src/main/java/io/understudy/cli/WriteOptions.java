package io.understudy.cli;

import io.understudy.core.BadDataException;
import io.understudy.generator.llm.ApiKey;
import io.understudy.generator.llm.Price;
import io.understudy.generator.llm.Prices;
import io.understudy.generator.llm.Provider;
import io.understudy.generator.llm.Settings;
import io.understudy.generator.writing.Task;
import io.understudy.prompts.Input;
import io.understudy.prompts.Personas;
import io.understudy.prompts.PromptFile;
import io.understudy.prompts.Style;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a language model writes. */
final class WriteOptions {

    private static final long REMOTE_AT_ONCE = 5;

    @Option(
            names = "--prompt",
            paramLabel = "NAME|FILE",
            description = "What the model is asked: one of 'prompts list' (default paraphrase), or a file of your own.")
    private Optional<String> prompt = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            converter = Choice.Url.class,
            description = "The server to ask, such as http://127.0.0.1:8000/v1 (default: the provider's own).")
    private Optional<URI> baseUrl = Optional.empty();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File of mode 600 with the key (default: the variable OPENAI_API_KEY, ANTHROPIC_API_KEY,"
                    + " GEMINI_API_KEY, MISTRAL_API_KEY or OLLAMA_API_KEY).")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--per-request",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Sentences to ask for at once (default: 5 of a server, 1 of a local model).")
    private Optional<Long> perRequest = Optional.empty();

    @Option(
            names = "--style",
            paramLabel = "A,B",
            split = ",",
            converter = PromptsRenderVerb.Styled.class,
            description = "Manners to sample from: plain, formal, terse, polite, chatty, spoken, typos, non-native,"
                    + " question, angry (default: all).")
    private List<Style> styles = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "LANGUAGE",
            description = "The language for a prompt that asks for one, such as German.")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--novelty",
            paramLabel = "SHARE",
            converter = Choice.Fraction.class,
            description =
                    "Refuse sentences of whose runs of three words fewer are new than this, 0 to 1 (default 0.2).")
    private Optional<Double> novelty = Optional.empty();

    @Option(
            names = "--temperature",
            paramLabel = "T",
            converter = Choice.Amount.class,
            description = "Instead of the prompt's own.")
    private Optional<BigDecimal> temperature = Optional.empty();

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            converter = Choice.Amount.class,
            description = "Ask for no more than this may cost, in US dollars.")
    private Optional<BigDecimal> maxCost = Optional.empty();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "Lines 'openai:gpt-x,0.25,2.00': US dollars for a million tokens read, written; before our own.")
    private Optional<Path> prices = Optional.empty();

    @Option(
            names = "--rpm",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Calls in a minute at most.")
    private Optional<Long> requestsPerMinute = Optional.empty();

    @Option(
            names = "--tpm",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Tokens in a minute at most.")
    private Optional<Long> tokensPerMinute = Optional.empty();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Calls at once at most (default 16); fewer while the server says it is too much.")
    private Optional<Long> concurrency = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Choice.Positive.class,
            description = "Give up a call after this (default 60).")
    private Optional<Long> timeout = Optional.empty();

    @Option(
            names = "--attempts",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Calls for one request at most (default 8).")
    private Optional<Long> attempts = Optional.empty();

    @Option(
            names = "--batch",
            description =
                    "Hand requests in together, for less money, and wait up to a day for the answers (gemini alone).")
    boolean batch;

    @Option(names = "--plain-answers", description = "Do not ask the server for JSON under a schema.")
    private boolean plain;

    @Option(names = "--estimate", description = "Say how many calls, tokens and dollars it would take; send nothing.")
    boolean estimate;

    @Option(names = "--dry-run", description = "Print the exact bodies of the first round's requests; send nothing.")
    boolean dryRun;

    @Option(
            names = "--resume",
            description = "Go on with the interrupted run in DIR; what was answered is not asked again.")
    boolean resume;

    /** @throws IllegalArgumentException if one of the options is given and no model writes */
    void checkUnused() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--prompt", prompt.isPresent());
        given.put("--base-url", baseUrl.isPresent());
        given.put("--key-file", keyFile.isPresent());
        given.put("--per-request", perRequest.isPresent());
        given.put("--style", !styles.isEmpty());
        given.put("--into", language.isPresent());
        given.put("--novelty", novelty.isPresent());
        given.put("--temperature", temperature.isPresent());
        given.put("--max-cost", maxCost.isPresent());
        given.put("--prices", prices.isPresent());
        given.put("--rpm", requestsPerMinute.isPresent());
        given.put("--tpm", tokensPerMinute.isPresent());
        given.put("--concurrency", concurrency.isPresent());
        given.put("--timeout", timeout.isPresent());
        given.put("--attempts", attempts.isPresent());
        given.put("--batch", batch);
        given.put("--plain-answers", plain);
        given.put("--estimate", estimate);
        given.put("--dry-run", dryRun);
        given.put("--resume", resume);
        check(
                given,
                "says how a model writes, and none is given; expected --model PROVIDER:NAME (" + providers()
                        + ") or --model DIR with a decoder");
    }

    /** @throws IllegalArgumentException if one of the options is given that a local model has no use for */
    void checkLocal() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--base-url", baseUrl.isPresent());
        given.put("--key-file", keyFile.isPresent());
        given.put("--max-cost", maxCost.isPresent());
        given.put("--prices", prices.isPresent());
        given.put("--rpm", requestsPerMinute.isPresent());
        given.put("--tpm", tokensPerMinute.isPresent());
        given.put("--concurrency", concurrency.isPresent());
        given.put("--attempts", attempts.isPresent());
        given.put("--batch", batch);
        given.put("--dry-run", dryRun);
        check(given, "is for models on a server; a local model sends nothing and costs nothing");
    }

    private static void check(Map<String, Boolean> given, String problem) {
        given.forEach((option, is) -> {
            if (is) {
                throw new IllegalArgumentException(option + " " + problem);
            }
        });
    }

    static String providers() {
        return String.join(", ", Provider.names());
    }

    /** Whether nothing is to be sent. */
    boolean sendsNothing() {
        return estimate || dryRun;
    }

    /** Whether the prompt is the user's own, so that its words may name somebody. */
    boolean isOwnPrompt() {
        return prompt.filter(PromptsVerb::isFile).isPresent();
    }

    /** What requests say in our words, whatever they are about. A user's own prompt is none: it may name somebody. */
    List<String> ourWords() throws IOException {
        PromptFile file = promptFile();
        List<String> texts = new ArrayList<>();
        if (!isOwnPrompt()) {
            texts.add(file.fixedText());
        }
        if (file.inputs().contains(Input.STYLE)) {
            for (Style style : Style.values()) {
                texts.add(style.description());
            }
        }
        if (file.inputs().contains(Input.PERSONA)) {
            texts.addAll(Personas.all());
        }
        return texts;
    }

    /** What requests say in the words of the user's own prompt, whatever they are about. */
    List<String> theirWords() throws IOException {
        return isOwnPrompt() ? List.of(promptFile().fixedText()) : List.of();
    }

    private PromptFile promptFile() throws IOException {
        return PromptsVerb.open(prompt.orElse("paraphrase"));
    }

    Optional<Duration> timeout() {
        return timeout.map(Duration::ofSeconds);
    }

    Task task(long lines, boolean local, long seed) throws IOException {
        return new Task(
                promptFile(),
                lines,
                (int) Math.min(1000, perRequest.orElse(local ? 1L : REMOTE_AT_ONCE)),
                styles.isEmpty() ? List.of(Style.values()) : styles,
                language,
                novelty.orElse(Task.NOVELTY),
                temperature.map(BigDecimal::doubleValue),
                seed);
    }

    /** @param name {@code PROVIDER:MODEL} */
    Settings settings(String name) throws IOException {
        int colon = name.indexOf(':');
        Provider provider = Provider.named(name.substring(0, colon));
        if (batch && provider != Provider.GEMINI) {
            throw new IllegalArgumentException("--batch is for gemini:...; batches of " + provider
                    + " are not known here; leave it out, and --concurrency says how many calls are made at once");
        }
        Settings settings = Settings.of(provider, name.substring(colon + 1), baseUrl, key(provider));
        Optional<Price> price = price(settings.name());
        return settings.withStructured(!plain)
                .withPatience(
                        timeout().orElse(settings.timeout()),
                        (int) (long) attempts.orElse((long) settings.attempts()),
                        settings.firstDelay())
                .withPace(
                        (int) Math.min(1000, concurrency.orElse((long) settings.concurrency())),
                        optional(requestsPerMinute),
                        optional(tokensPerMinute))
                .withCost(
                        price,
                        maxCost.isPresent() ? OptionalLong.of(Price.units(maxCost.get())) : OptionalLong.empty());
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    private Optional<ApiKey> key(Provider provider) throws IOException {
        if (keyFile.isPresent()) {
            try {
                return Optional.of(ApiKey.read(keyFile.get()));
            } catch (IOException e) {
                throw Failure.named(keyFile.get().toString(), e);
            }
        }
        String variable =
                System.getenv().getOrDefault(provider.keyVariable(), "").strip();
        if (!variable.isEmpty()) {
            return Optional.of(ApiKey.of(variable));
        }
        return sendsNothing() ? Optional.of(ApiKey.of("none")) : Optional.empty();
    }

    private Optional<Price> price(String model) throws IOException {
        if (prices.isPresent()) {
            String file = prices.get().toString();
            try {
                Optional<Price> own =
                        Prices.parse(file, Files.readString(prices.get())).of(model);
                if (own.isPresent()) {
                    return own;
                }
            } catch (CharacterCodingException e) {
                throw new BadDataException(file, 0, "is not UTF-8; expected a table of prices");
            } catch (IOException e) {
                throw Failure.named(file, e);
            }
        }
        // Whoever runs a server of their own has prices of their own.
        return baseUrl.isPresent()
                ? Optional.empty()
                : Prices.parse("prices.csv", Prices.shipped()).of(model);
    }

    /** What of this shapes the output, by option. */
    void record(Task task, Map<String, String> recipe) {
        recipe.put("prompt", task.prompt().name() + " " + task.prompt().version());
        recipe.put("per_request", Integer.toString(task.perRequest()));
        recipe.put("style", task.styles().stream().map(Style::toString).collect(Collectors.joining(",")));
        language.ifPresent(into -> recipe.put("into", into));
        recipe.put("novelty", Double.toString(task.novelty()));
        temperature.ifPresent(value -> recipe.put("temperature", value.toPlainString()));
        if (plain) {
            recipe.put("plain_answers", "true");
        }
        if (batch) {
            recipe.put("batch", "true");
        }
    }
}
