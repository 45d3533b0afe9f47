package io.understudy.generator.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where models are kept: {@code ORG/NAME} below one folder. Beside a model's files lies a note of what it is, written
 * last: a model without one is not whole.
 */
public final class ModelFolders {

    private static final String NOTE = "understudy-model.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    public ModelFolders(Path root) {
        this.root = root;
    }

    /**
     * What is kept.
     *
     * @param id such as {@code org/name}
     * @param folder its files
     * @param licence as the hub named it; empty where the model is not whole
     * @param bytes of all files
     * @param isWhole whether all files came
     */
    public record Kept(String id, Path folder, String licence, long bytes, boolean isWhole) {}

    public Path root() {
        return root;
    }

    public Path folder(String id) {
        return root.resolve(id);
    }

    /** Notes that a model is whole. */
    public void note(RemoteModel model, String hub, List<RemoteModel.RemoteFile> files) throws IOException {
        ObjectNode note = JSON.createObjectNode();
        note.put("id", model.id())
                .put("revision", model.revision())
                .put("licence", model.licence())
                .put("hub", hub);
        Map<String, String> hashes = new TreeMap<>();
        for (RemoteModel.RemoteFile file : files) {
            hashes.put(file.name(), Hub.sha256(folder(model.id()).resolve(file.name())));
        }
        note.set("sha256", JSON.valueToTree(hashes));
        Path target = folder(model.id()).resolve(NOTE);
        Path beside = target.resolveSibling(NOTE + ".part");
        Files.write(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(note));
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All models, by their ids. */
    public List<Kept> all() throws IOException {
        List<Kept> all = new ArrayList<>();
        for (Path organization : folders(root)) {
            for (Path folder : folders(organization)) {
                all.add(kept(organization.getFileName() + "/" + folder.getFileName(), folder));
            }
        }
        return all;
    }

    private static Kept kept(String id, Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        Path note = folder.resolve(NOTE);
        try {
            JsonNode said =
                    Files.isRegularFile(note) ? JSON.readTree(Files.readAllBytes(note)) : JSON.createObjectNode();
            return new Kept(id, folder, said.path("licence").asText(), bytes, said.has("id"));
        } catch (JsonProcessingException e) {
            return new Kept(id, folder, "", bytes, false);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }
}
