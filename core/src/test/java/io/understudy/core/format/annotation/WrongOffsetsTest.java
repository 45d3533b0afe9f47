package io.understudy.core.format.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.BadDataException;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.core.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * re3d has five entities whose offsets do not cut out what it says they do: two with other quotes, three with a space
 * where the text has a line break. brat and Label Studio write surfaces on a line, so that only the two are wrong
 * there.
 */
class WrongOffsetsTest {

    /** In UTF-16 units; the texts have no character that counts as two. */
    private record Entity(String text, String type, int begin, int end, String value) {
        String covered() {
            return text.substring(begin, end);
        }
    }

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"presidio,5", "openner,5", "ubiai,5", "brat,2", "label-studio,2"})
    void eachHasItsError(String format, int expected) throws IOException {
        boolean lines = expected == 2;
        List<Entity> wrong = wrong().stream()
                .filter(entity ->
                        !lines || !entity.value().equals(entity.covered().replace('\n', ' ')))
                .toList();
        assertThat(wrong).hasSize(expected);
        for (Entity entity : wrong) {
            Path place = Files.createTempDirectory(home, "wrong");
            Path file = write(format, entity, place);
            assertThatThrownBy(() -> read(format, file))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageStartingWith((format.equals("brat") ? file.resolve("a.ann") : file) + ":1: ")
                    .hasMessageContaining("(" + entity.type() + " " + entity.begin() + ".." + entity.end()
                            + ") does not cover what the file says it covers, '");
            // The same entity where it says what it covers.
            Entity right = new Entity(entity.text(), entity.type(), entity.begin(), entity.end(), entity.covered());
            read(format, write(format, right, Files.createTempDirectory(home, "right")));
        }
    }

    private static List<Entity> wrong() throws IOException {
        List<Entity> wrong = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SharedData.path("data/ner/re3d"))) {
            for (Path folder : folders.filter(path -> Files.exists(path.resolve("entities.json")))
                    .sorted()
                    .toList()) {
                Map<String, String> texts = Files.readAllLines(folder.resolve("documents.json")).stream()
                        .map(Json::tree)
                        .collect(Collectors.toMap(
                                each -> each.get("_id").textValue(),
                                each -> each.get("text").textValue()));
                for (String line : Files.readAllLines(folder.resolve("entities.json"))) {
                    JsonNode each = Json.tree(line);
                    Entity entity = new Entity(
                            texts.get(each.get("documentId").textValue()),
                            each.get("type").textValue(),
                            each.get("begin").intValue(),
                            each.get("end").intValue(),
                            each.get("value").textValue());
                    if (!entity.covered().equals(entity.value())) {
                        wrong.add(entity);
                    }
                }
            }
        }
        return wrong;
    }

    private static Path write(String format, Entity entity, Path folder) throws IOException {
        if (format.equals("brat")) {
            Files.writeString(folder.resolve("a.txt"), entity.text());
            Files.writeString(
                    folder.resolve("a.ann"),
                    "T1\t" + entity.type() + " " + entity.begin() + " " + entity.end() + "\t"
                            + entity.value().replaceAll("\\s", " ") + "\n");
            return folder;
        }
        ObjectNode record = Json.object();
        switch (format) {
            case "label-studio" -> {
                record.putObject("data").put("text", entity.text());
                ObjectNode result = record.putArray("annotations")
                        .addObject()
                        .putArray("result")
                        .addObject();
                result.put("id", "a")
                        .put("from_name", "label")
                        .put("to_name", "text")
                        .put("type", "labels");
                span(result.putObject("value"), entity, "start", "end", "text")
                        .putArray("labels")
                        .add(entity.type());
            }
            case "presidio" -> {
                record.put("full_text", entity.text());
                span(record.putArray("spans").addObject(), entity, "start_position", "end_position", "entity_value")
                        .put("entity_type", entity.type());
            }
            case "openner" -> {
                record.put("text", entity.text());
                span(record.putArray("entities").addObject(), entity, "start", "end", "text")
                        .put("label", entity.type());
            }
            default -> {
                record.put("document", entity.text());
                span(record.putArray("tokens").addObject(), entity, "start", "end", "text")
                        .put("entityLabel", entity.type());
            }
        }
        ArrayNode file = Json.object().putArray("all").add(record);
        Path path = folder.resolve("file.json");
        Files.writeString(path, file.toString());
        return path;
    }

    private static ObjectNode span(ObjectNode span, Entity entity, String start, String end, String surface) {
        return span.put(start, entity.begin()).put(end, entity.end()).put(surface, entity.value());
    }

    private static void read(String format, Path file) throws IOException {
        try (CorpusReader reader = Corpus.open(file.toString(), Optional.of(format), FormatOptions.DEFAULT)) {
            while (reader.hasNext()) {
                reader.next();
            }
        }
    }
}
