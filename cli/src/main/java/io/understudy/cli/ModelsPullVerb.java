package io.understudy.cli;

import io.understudy.generator.hub.Hub;
import io.understudy.generator.hub.ModelFolders;
import io.understudy.generator.hub.RemoteModel;
import io.understudy.generator.hub.RemoteModel.RemoteFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a model, once its licence is accepted. */
@Command(
        name = "pull",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Fetches a language model from a server that speaks as the Hugging Face hub does.",
            "Says what would come and under which licence, and asks; without a terminal",
            "--accept-licence answers. Goes on where an earlier pull was cut, and checks every file by",
            "its hash."
        },
        footer = {"", "Example: understudy models pull onnx-community/SmolLM2-135M-Instruct --accept-licence apache-2.0"
        })
final class ModelsPullVerb implements Callable<Integer> {

    @Parameters(paramLabel = "ORG/NAME", description = "The model.")
    private String model = "";

    @Option(names = "--hub", paramLabel = "URL", description = "The server; default ${DEFAULT-VALUE}.")
    private String hub = "https://huggingface.co";

    @Option(
            names = "--revision",
            paramLabel = "REV",
            description = "A branch, tag or commit; default ${DEFAULT-VALUE}.")
    private String revision = "main";

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "Which .onnx file, where there are several; default the one that a processor runs best.")
    private Optional<String> graph = Optional.empty();

    @Option(
            names = {"--accept-licence", "--accept-license"},
            paramLabel = "NAME",
            description = "The licence that is accepted, by its name; unknown where the server names none.")
    private Optional<String> accepted = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would come; fetch nothing.")
    private boolean dryRun;

    @Mixin
    private ModelFolderOptions models = new ModelFolderOptions();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput out;

    ModelsPullVerb(Terminal terminal, StandardOutput out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        Hub server = new Hub(hub);
        RemoteModel remote = server.describe(model, revision);
        List<RemoteFile> files = remote.needed(graph);
        long bytes = files.stream().mapToLong(RemoteFile::size).sum();
        String what = remote.id() + " at " + remote.revision() + ": " + files.size() + " files, "
                + ModelsListVerb.size(bytes) + ", licence " + remote.licence();
        narrator.say(what);
        if (remote.graphs().size() > 1 && graph.isEmpty()) {
            narrator.say("of its graphs " + String.join(", ", remote.graphs()) + " comes "
                    + files.stream()
                            .map(RemoteFile::name)
                            .filter(name -> name.endsWith(".onnx"))
                            .findFirst()
                            .orElse("none")
                    + "; --graph takes another");
        }
        if (dryRun) {
            return 0;
        }
        if (!isAccepted(remote, narrator)) {
            return Failure.CALLER;
        }
        ModelFolders folders = models.folders();
        Path folder = folders.folder(remote.id());
        AtomicLong done = new AtomicLong();
        try (Progress progress = new Progress(narrator, "fetching " + remote.id(), OptionalLong.empty())) {
            for (RemoteFile file : files) {
                server.fetch(
                        remote,
                        file,
                        folder,
                        count -> progress.share((double) done.addAndGet(count) / Math.max(1, bytes)));
            }
        }
        folders.note(remote, hub, files);
        narrator.say("fetched; understudy models check " + remote.id() + " tries it");
        out.write((folder + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private boolean isAccepted(RemoteModel remote, Narrator narrator) throws IOException {
        if (accepted.isPresent()) {
            if (accepted.get().equalsIgnoreCase(remote.licence())) {
                return true;
            }
            throw new IllegalArgumentException("the licence of " + remote.id() + " is " + remote.licence() + ", not "
                    + accepted.get() + "; nothing was fetched");
        }
        if (!terminal.screenErr()) {
            throw new IllegalArgumentException("the licence of " + remote.id() + " is " + remote.licence()
                    + "; read it at the hub and say --accept-licence " + remote.licence() + "; nothing was fetched");
        }
        narrator.warn("accept the licence " + remote.licence() + " and fetch? [y/N]");
        String answer = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
        if (answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            return true;
        }
        narrator.warn("nothing was fetched");
        return false;
    }
}
