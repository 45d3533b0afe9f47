package io.understudy.cli;

import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusFormat.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the corpus formats. */
@Command(
        name = "formats",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
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
            rows.add(List.of(
                    format.name(),
                    String.join(" ", format.extensions()),
                    format.reads() ? "yes" : "no",
                    format.writes() ? "yes" : "no",
                    cannot(format)));
        }
        out.write(Table.of(rows).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    /** Parts that mostly go together, in one word where all of them are missing. */
    private static final Map<Set<Part>, String> TOGETHER = together();

    private static Map<Set<Part>, String> together() {
        Map<Set<Part>, String> together = new LinkedHashMap<>();
        together.put(EnumSet.of(Part.ROLE, Part.GROUP, Part.ENTITY, Part.VALUE, Part.SPAN_KEYS), "details of spans");
        together.put(EnumSet.of(Part.OVERLAP, Part.DISCONTINUOUS), "overlapping or discontinuous spans");
        together.put(EnumSet.of(Part.RELATIONS, Part.ATTRIBUTES, Part.NOTES), "relations, attributes, notes");
        return together;
    }

    static String cannot(CorpusFormat format) {
        Set<Part> missing = EnumSet.complementOf(EnumSet.noneOf(Part.class));
        missing.removeAll(format.carries());
        if (missing.contains(Part.SPANS)) {
            // What is of spans goes with them.
            missing.removeIf(part -> part.isOfSpans() || part == Part.SURFACES);
        }
        List<String> words = new ArrayList<>();
        for (Part part : List.copyOf(missing)) {
            if (!missing.contains(part)) {
                continue;
            }
            Optional<Set<Part>> all = TOGETHER.keySet().stream()
                    .filter(parts -> parts.contains(part) && missing.containsAll(parts))
                    .findFirst();
            words.add(all.map(TOGETHER::get).orElse(part.words()));
            all.ifPresent(missing::removeAll);
        }
        return words.isEmpty() ? "(carries all)" : String.join(", ", words);
    }
}
