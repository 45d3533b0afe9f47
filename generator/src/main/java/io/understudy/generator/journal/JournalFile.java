package io.understudy.generator.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.BadDataException;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Batches.Place;
import io.understudy.generator.model.Request;
import io.understudy.prompts.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A journal on disk: JSON lines, the first of which names the run. Only ever added to; a line that was cut when the
 * process was killed is taken off again.
 */
final class JournalFile implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RUN = "run";
    private static final String KEY = "key";
    private static final String ASKED = "asked";
    private static final String FAILED = "failed";
    private static final String BATCH = "batch";

    private final String name;
    private final FileChannel channel;
    private final Map<String, Answer> answers = new HashMap<>();
    /** Requests that an earlier run was asking when it ended. */
    private final Set<String> underWay = new HashSet<>();

    /** Where requests stand that were handed in together and not answered. */
    private final Map<String, Place> places = new HashMap<>();

    private Usage used = Usage.NONE;
    private Usage lost = Usage.NONE;
    private int size;

    private JournalFile(Path path, FileChannel channel) {
        this.name = path.toString();
        this.channel = channel;
    }

    static JournalFile open(Path path, String run) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            JournalFile file = new JournalFile(path, channel);
            file.lock();
            file.read(path, run);
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(name + ": another run writes this journal", e);
        }
        throw new IOException(name + ": another run writes this journal");
    }

    private void read(Path path, String run) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
        if (end == 0) {
            write(JSON.createObjectNode().put(RUN, run).toString());
            force();
            return;
        }
        int number = 0;
        for (String line :
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            try {
                JsonNode entry = JSON.readTree(line);
                if (number > 1) {
                    add(entry, number);
                } else if (!entry.path(RUN).asText().equals(run)) {
                    throw new BadDataException(
                            name,
                            1,
                            "is the journal of another run (other inputs, settings, prompt or model); repeat that run's"
                                    + " options, or give --overwrite to begin anew");
                }
            } catch (JsonProcessingException e) {
                throw new BadDataException(name, number, "is not a line of a journal");
            }
        }
    }

    private void add(JsonNode entry, int number) {
        Usage usage = new Usage(entry.path("in").asLong(), entry.path("out").asLong());
        if (entry.has("lost")) {
            lost = lost.plus(usage);
        } else if (entry.has(ASKED)) {
            underWay.add(entry.path(ASKED).asText());
        } else if (entry.has(FAILED)) {
            forget(entry.path(FAILED).asText());
        } else if (entry.has(BATCH)) {
            place(entry);
        } else if (entry.has("text")) {
            used = used.plus(usage);
            size++;
            forget(entry.path(KEY).asText());
            answers.put(
                    entry.path(KEY).asText(),
                    new Reply(
                            entry.path("text").asText(),
                            usage,
                            Finish.valueOf(entry.path("finish").asText("OTHER")),
                            Optional.ofNullable(entry.path("by").textValue())));
        } else if (entry.has("failure")) {
            size++;
            forget(entry.path(KEY).asText());
            answers.put(
                    entry.path(KEY).asText(),
                    new Failure(
                            entry.path("failure").asText(),
                            entry.path("message").asText(),
                            false));
        } else {
            throw new BadDataException(name, number, "is not a line of a journal");
        }
    }

    private void forget(String key) {
        underWay.remove(key);
        places.remove(key);
    }

    private void place(JsonNode entry) {
        int index = 0;
        for (JsonNode key : entry.path("keys")) {
            places.put(key.asText(), new Place(entry.path(BATCH).asText(), index++));
        }
    }

    static boolean isEmpty(Path path) throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.skip(1)
                    .allMatch(line -> line.startsWith("{\"" + ASKED + "\"") || line.startsWith("{\"" + FAILED + "\""));
        }
    }

    /** Forces to disk what was written. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Notes that a request is about to be asked. */
    void asking(String key) throws IOException {
        write(JSON.createObjectNode().put(ASKED, key).toString());
    }

    /** Adds a line. It outlives the process, though not the machine before it is forced to disk. */
    synchronized void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static String line(String key, Answer answer) {
        ObjectNode entry = JSON.createObjectNode().put(KEY, key);
        if (answer instanceof Reply reply) {
            entry.put("text", reply.text())
                    .put("in", reply.usage().input())
                    .put("out", reply.usage().output())
                    .put("finish", reply.finish().name());
            reply.by().ifPresent(by -> entry.put("by", by));
        } else if (answer instanceof Failure failure) {
            entry.put("failure", failure.reason()).put("message", failure.message());
        }
        return entry.toString();
    }

    /** Of a request that is to be asked again. */
    static String failed(String key) {
        return JSON.createObjectNode().put(FAILED, key).toString();
    }

    /** Notes that requests were handed in together. */
    synchronized void submitted(String batch, List<String> keys) throws IOException {
        ObjectNode entry = JSON.createObjectNode().put(BATCH, batch);
        keys.forEach(entry.putArray("keys")::add);
        write(entry.toString());
        place(entry);
        force();
    }

    /** Where a request stands that was handed in and not answered. */
    synchronized Optional<Place> placeOf(String key) {
        return Optional.ofNullable(places.get(key));
    }

    static String line(Usage lost) {
        return JSON.createObjectNode()
                .put("lost", true)
                .put("in", lost.input())
                .put("out", lost.output())
                .toString();
    }

    /** Names a request by all that shapes its answer. */
    static String key(Request request) {
        StringBuilder all = new StringBuilder();
        for (Message message : request.prompt().messages()) {
            all.append(message.role()).append('\u0000').append(message.text()).append('\u0001');
        }
        all.append(request.template().map(Object::toString).orElse("\u0002"))
                .append('\u0001')
                .append(request.sampling())
                .append('\u0001')
                .append(request.seed());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a request, given once. */
    synchronized Optional<Answer> take(String key) {
        return Optional.ofNullable(answers.remove(key));
    }

    /** Whether an earlier run was asking this when it ended, and nobody knows where it stands; told once. */
    synchronized boolean wasUnderWay(String key) {
        return underWay.remove(key) && !places.containsKey(key);
    }

    Usage used() {
        return used;
    }

    Usage lost() {
        return lost;
    }

    int size() {
        return size;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Everything was forced to disk before.
            return;
        }
    }
}
