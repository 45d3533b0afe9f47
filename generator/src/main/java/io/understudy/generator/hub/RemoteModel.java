package io.understudy.generator.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model as its server describes it.
 *
 * @param id such as {@code org/name}
 * @param revision the commit
 * @param licence as the server names it, such as {@code apache-2.0}; {@code unknown} where it names none
 * @param files all of them
 */
public record RemoteModel(String id, String revision, String licence, List<RemoteFile> files) {

    /**
     * A file.
     *
     * @param name path within the model, parts divided by slashes
     * @param size in bytes
     * @param sha256 in lower-case hexadecimal, where the server tells it
     * @param blob hash of git for the content, where the server tells that
     */
    public record RemoteFile(String name, long size, Optional<String> sha256, Optional<String> blob) {

        boolean isGraph() {
            return name.endsWith(".onnx");
        }
    }

    /** Which graph is taken where there are several: small ones that a processor runs well come first. */
    private static final List<String> PREFERRED = List.of("q4", "int4", "quantized", "int8", "", "q4f16", "fp16");

    static RemoteModel of(String id, JsonNode described) {
        List<RemoteFile> files = new ArrayList<>();
        for (JsonNode file : described.path("siblings")) {
            files.add(new RemoteFile(
                    file.path("rfilename").asText(),
                    file.path("size").asLong(file.path("lfs").path("size").asLong()),
                    text(file.path("lfs").path("sha256")),
                    text(file.path("blobId"))));
        }
        JsonNode licence = described.path("cardData").path("license");
        String tagged = "";
        for (JsonNode tag : described.path("tags")) {
            tagged = tag.asText().startsWith("license:") ? tag.asText().substring("license:".length()) : tagged;
        }
        return new RemoteModel(
                id,
                described.path("sha").asText("main"),
                licence.isTextual() ? licence.asText() : tagged.isEmpty() ? "unknown" : tagged,
                List.copyOf(files));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty()
                ? Optional.of(node.asText().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Names of the graphs. */
    public List<String> graphs() {
        return files.stream()
                .filter(RemoteFile::isGraph)
                .map(RemoteFile::name)
                .sorted()
                .toList();
    }

    /**
     * The files that one graph needs: itself, its weights, tokenizer, settings and texts.
     *
     * @param wanted the graph; empty: the one that a processor runs best
     * @throws IllegalArgumentException if there is no such graph, or none at all
     */
    public List<RemoteFile> needed(Optional<String> wanted) {
        String graph = wanted.orElseGet(() -> files.stream()
                .filter(RemoteFile::isGraph)
                .map(RemoteFile::name)
                .min(Comparator.comparingInt(RemoteModel::rank).thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> new IllegalArgumentException(
                        id + " holds no .onnx file; look for an export of it, such as those of onnx-community")));
        if (!graphs().contains(graph)) {
            throw new IllegalArgumentException(id + " holds no '" + graph + "'; have: " + String.join(", ", graphs()));
        }
        return files.stream()
                .filter(file -> file.name().equals(graph) || belongs(file.name(), graph))
                .toList();
    }

    private static boolean belongs(String name, String graph) {
        // Weights beside a graph: model.onnx.data, model.onnx_data, model.onnx_data_1.
        if (name.startsWith(graph + ".") || name.startsWith(graph + "_")) {
            return true;
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        boolean top = !name.contains("/");
        return top
                && (file.endsWith(".json")
                        || file.endsWith(".jinja")
                        || file.endsWith(".model")
                        || file.endsWith(".txt")
                        || file.endsWith(".md")
                        || file.startsWith("LICENSE")
                        || file.startsWith("NOTICE"));
    }

    private static int rank(String graph) {
        String file = graph.substring(graph.lastIndexOf('/') + 1).replace(".onnx", "");
        int cut = file.lastIndexOf('_');
        String kind = cut < 0 ? "" : file.substring(cut + 1);
        int rank = PREFERRED.indexOf(kind);
        return rank < 0 ? PREFERRED.size() : rank;
    }
}
