package io.understudy.eval.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What made an output: manifest.json. No path, no time, no text: equal runs have equal manifests on every machine.
 *
 * @param inputs what was read
 * @param recipe every setting that shapes the output, by name, in the order to be written
 * @param seed the run's only chance
 * @param versions understudy and the libraries that shape the output, by name
 * @param models what recognized or wrote
 * @param counts lines in and out
 * @param dropped how many candidates were dropped, by reason
 * @param offsetUnit of the offsets in the output: {@code codepoint}, {@code utf16}, ...
 */
public record Manifest(
        List<Input> inputs,
        Map<String, String> recipe,
        long seed,
        Map<String, String> versions,
        List<Model> models,
        Counts counts,
        SortedMap<String, Long> dropped,
        String offsetUnit) {

    /**
     * @param name of the file, without its folder
     * @param sha256 of its bytes, in lower-case hexadecimal
     * @param records read from it
     */
    public record Input(String name, String sha256, long records) {
        /** @throws IllegalArgumentException if the name holds a folder */
        public Input {
            if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("an input's name holds a folder; expected the file's name alone");
            }
        }
    }

    /**
     * @param name as its makers call it
     * @param sha256 of its file
     * @param licence SPDX identifier
     */
    public record Model(String name, String sha256, String licence) {}

    /**
     * @param in original records
     * @param out lines written
     * @param requested lines asked for
     * @param candidates lines made, those dropped included
     */
    public record Counts(long in, long out, long requested, long candidates) {}

    public Manifest {
        inputs = List.copyOf(inputs);
        recipe = new LinkedHashMap<>(recipe);
        versions = new TreeMap<>(versions);
        models = List.copyOf(models);
        dropped = new TreeMap<>(dropped);
    }

    /** What of it a person named: files and settings. Hashes, versions and counts name nobody. */
    public List<String> names() {
        return Stream.concat(inputs.stream().map(Input::name), recipe.values().stream())
                .toList();
    }

    /** manifest.json; ends with a line feed. */
    public String json() {
        Section root = new Section()
                .put(
                        "inputs",
                        inputs.stream()
                                .map(input -> new Section()
                                        .put("name", input.name())
                                        .put("sha256", input.sha256())
                                        .put("records", input.records()))
                                .toList())
                .put("recipe", texts(recipe))
                .put("seed", seed)
                .put("versions", texts(versions))
                .put(
                        "models",
                        models.stream()
                                .map(model -> new Section()
                                        .put("name", model.name())
                                        .put("sha256", model.sha256())
                                        .put("licence", model.licence()))
                                .toList())
                .put(
                        "counts",
                        new Section()
                                .put("in", counts.in())
                                .put("out", counts.out())
                                .put("requested", counts.requested())
                                .put("candidates", counts.candidates()))
                .put("dropped", numbers(dropped))
                .put("offset_unit", offsetUnit);
        return Report.write(root.entries());
    }

    private static Section texts(Map<String, String> map) {
        Section section = new Section();
        map.forEach(section::put);
        return section;
    }

    private static Section numbers(Map<String, Long> map) {
        Section section = new Section();
        map.forEach((name, number) -> section.put(name, number.longValue()));
        return section;
    }
}
