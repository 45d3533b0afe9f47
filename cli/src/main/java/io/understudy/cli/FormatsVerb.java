package io.understudy.cli;

import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusFormat.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the corpus formats. */
@Command(
        name = "formats",
        versionProvider = Understudy.Version.class,
        description = "Lists formats: name, extensions, reads, writes, what it cannot carry.",
        footer = {"", "Example: understudy formats"})
final class FormatsVerb implements Callable<Integer> {

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final StandardOutput out;

    FormatsVerb(StandardOutput out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "EXTENSIONS", "READS", "WRITES", "CANNOT CARRY"));
        for (CorpusFormat format : Corpus.formats()) {
            rows.add(List.of(format.name(), String.join(" ", format.extensions()), "yes", "yes", cannot(format)));
        }
        out.write(Table.of(rows).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private static String cannot(CorpusFormat format) {
        String parts = Arrays.stream(Part.values())
                .filter(part -> !format.carries().contains(part))
                .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "(carries all)" : parts;
    }
}
