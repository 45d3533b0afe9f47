package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.RecordUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How inputs are read. */
final class ReadOptions {

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            converter = Choice.Format.class,
            description = "Format of the input; else told by the extension, then by the first lines.")
    Optional<String> from = Optional.empty();

    @Option(
            names = "--record",
            paramLabel = "UNIT",
            converter = Choice.Records.class,
            description = "What one example is in plain text: line (default), paragraph or file.")
    RecordUnit record = RecordUnit.LINE;

    @Option(
            names = "--offsets",
            paramLabel = "UNIT",
            converter = Choice.Offsets.class,
            description =
                    "Unit of offsets in files: codepoint, utf16, byte or token (default: as the format prescribes).")
    Optional<OffsetUnit> offsets = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "A,B",
            converter = Choice.Labels.class,
            description = "Keep only mentions with these labels.")
    Set<Label> labels = Set.of();

    @Option(
            names = "--map",
            paramLabel = "FROM=TO",
            converter = Choice.Rename.class,
            description = "Rename a label; may be given again.")
    List<Choice.Renamed> map = new ArrayList<>();

    @Option(names = "--default-intent", paramLabel = "NAME", description = "Intent of examples that have none.")
    Optional<String> defaultIntent = Optional.empty();

    /** The same for other files, whose format is told by themselves. */
    ReadOptions withoutFormat() {
        ReadOptions others = new ReadOptions();
        others.record = record;
        others.offsets = offsets;
        others.labels = labels;
        others.map = map;
        others.defaultIntent = defaultIntent;
        return others;
    }

    FormatOptions format() {
        return new FormatOptions(record, offsets);
    }

    Relabel relabel() {
        Map<Label, Label> names = new HashMap<>();
        for (Choice.Renamed renamed : map) {
            if (names.put(renamed.from(), renamed.to()) != null) {
                throw new IllegalArgumentException("--map renames " + renamed.from() + " twice");
            }
        }
        return new Relabel(labels, names);
    }

    Example withIntent(Example example) {
        return defaultIntent.isEmpty() || example.intent().isPresent() ? example : example.withIntent(defaultIntent);
    }

    /** What of this shapes the output, by option. */
    void record(Map<String, String> recipe) {
        from.ifPresent(name -> recipe.put("from", name));
        recipe.put("record", Choice.name(record));
        offsets.ifPresent(unit -> recipe.put("offsets", Choice.name(unit)));
        defaultIntent.ifPresent(name -> recipe.put("default_intent", name));
        if (!labels.isEmpty()) {
            recipe.put("labels", labels.stream().map(Label::name).sorted().collect(Collectors.joining(",")));
        }
        if (!map.isEmpty()) {
            recipe.put(
                    "map",
                    map.stream()
                            .map(each -> each.from() + "=" + each.to())
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
    }
}
