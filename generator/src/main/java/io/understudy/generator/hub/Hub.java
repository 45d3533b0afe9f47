package io.understudy.generator.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.generator.hub.RemoteModel.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** A server of models. */
public final class Hub {

    private static final Pattern ID = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A connection that is cut again and again without a byte in between. */
    private static final int MOST_CUTS = 5;

    private static final int BUFFER = 1 << 16;

    private final URI address;
    private final HttpClient client;

    /** @throws IllegalArgumentException if the address is none of http or https */
    public Hub(String address) {
        String whole = address.endsWith("/") ? address : address + "/";
        if (!whole.matches("https?://[^/\\s]+/.*")) {
            throw new IllegalArgumentException(
                    "the hub is '" + address + "'; expected an address such as https://huggingface.co");
        }
        this.address = URI.create(whole);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
    }

    /**
     * Asks what there is; fetches no file of the model.
     *
     * @param id such as {@code org/name}
     * @param revision a branch, a tag or a commit
     * @throws HubException if the server cannot be reached or has no such model
     * @throws IllegalArgumentException if the id is no organization and name
     */
    public RemoteModel describe(String id, String revision) throws HubException, InterruptedException {
        if (!ID.matcher(id).matches() || id.contains("..")) {
            throw new IllegalArgumentException("the model is '" + id + "'; expected ORG/NAME");
        }
        if (!revision.matches("[\\w./-]+") || revision.contains("..")) {
            throw new IllegalArgumentException("the revision is '" + revision + "'; expected a branch, tag or commit");
        }
        HttpResponse<String> response;
        try {
            response = client.send(
                    request("api/models/" + id + "/revision/" + revision + "?blobs=true")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (response.statusCode() != 200) {
            throw new HubException(address.getHost() + " has no model '" + id + "' at '" + revision
                    + "', or does not give it to everybody (status " + response.statusCode() + ")");
        }
        try {
            return RemoteModel.of(id, new ObjectMapper().readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new HubException(address.getHost() + " does not answer as a hub does; is the address right?");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("User-Agent", "understudy");
    }

    private HubException unreachable(IOException e) {
        return new HubException(
                address.getHost() + " cannot be reached (" + e.getClass().getSimpleName() + ")", e);
    }

    /**
     * Fetches a file. What an earlier call fetched of it is kept and gone on with; a file that is there and whole is
     * not fetched again. It gets its name once it is whole.
     *
     * @param folder where the model goes
     * @param progress is told of bytes as they come, those that were there among them
     * @throws HubException if the server does not give the file, or gives another than it described
     */
    public void fetch(RemoteModel model, RemoteFile file, Path folder, LongConsumer progress)
            throws IOException, InterruptedException {
        Path target = inside(folder, file.name());
        if (Files.isRegularFile(target) && isWhole(target, file)) {
            progress.accept(file.size());
            return;
        }
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        long had = Files.exists(part) ? Files.size(part) : 0;
        if (had > file.size()) {
            Files.delete(part);
            had = 0;
        }
        progress.accept(had);
        int cuts = 0;
        while (had < file.size() || !Files.exists(part)) {
            long before = had;
            try {
                had = more(model, file, part, had, progress);
            } catch (HubException e) {
                throw e;
            } catch (IOException e) {
                had = Files.exists(part) ? Files.size(part) : 0;
                cuts = had > before ? 0 : cuts + 1;
                if (cuts >= MOST_CUTS) {
                    throw new HubException(
                            address.getHost() + " gave " + had + " of " + file.size() + " bytes of " + file.name()
                                    + "; run the same again to go on from there",
                            e);
                }
            }
        }
        if (!isWhole(part, file)) {
            Files.delete(part);
            throw new HubException(file.name()
                    + " is not what the server described: its hash is another; run the same again to fetch it anew");
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private long more(RemoteModel model, RemoteFile file, Path part, long had, LongConsumer progress)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(model.id() + "/resolve/" + model.revision() + "/" + encoded(file.name()));
        if (had > 0) {
            request.header("Range", "bytes=" + had + "-");
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            int status = response.statusCode();
            if (status != 200 && status != 206) {
                if (status >= 500 || status == 429) {
                    throw new IOException("status " + status);
                }
                throw new HubException(
                        address.getHost() + " does not give " + file.name() + " (status " + status + ")");
            }
            boolean goesOn = status == 206 && had > 0;
            if (!goesOn && had > 0) {
                progress.accept(-had);
            }
            long size = goesOn ? had : 0;
            try (OutputStream out = Files.newOutputStream(
                    part,
                    StandardOpenOption.CREATE,
                    goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > file.size()) {
                        throw new HubException(
                                address.getHost() + " gives more of " + file.name() + " than it described");
                    }
                    out.write(buffer, 0, read);
                    progress.accept(read);
                }
            }
            if (size < file.size()) {
                throw new IOException("cut at " + size);
            }
            return size;
        }
    }

    private static String encoded(String name) throws HubException {
        try {
            return new URI(null, null, "/" + name, null).getRawPath().substring(1);
        } catch (java.net.URISyntaxException e) {
            throw new HubException("the server names a file in a way that is no path");
        }
    }

    /** A hostile server names {@code ../../somewhere}. */
    private static Path inside(Path folder, String name) throws HubException {
        try {
            Path target = folder.resolve(name).normalize();
            if (!name.isEmpty() && target.startsWith(folder.normalize()) && !target.equals(folder.normalize())) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw new HubException(
                    "the server names a file that lies outside the model's folder; nothing is fetched", e);
        }
        throw new HubException("the server names a file that lies outside the model's folder; nothing is fetched");
    }

    /** By the best that the server told: SHA-256, the hash of git, or the size. */
    private static boolean isWhole(Path path, RemoteFile file) throws IOException {
        if (Files.size(path) != file.size()) {
            return false;
        }
        if (file.sha256().isPresent()) {
            return digest(path, "SHA-256", "").equals(file.sha256().get());
        }
        Optional<String> blob = file.blob().filter(hash -> hash.matches("[0-9a-f]{40}"));
        return blob.isEmpty()
                || digest(path, "SHA-1", "blob " + file.size() + "\0").equals(blob.get());
    }

    /** SHA-256 of a file, in lower-case hexadecimal. */
    public static String sha256(Path path) throws IOException {
        return digest(path, "SHA-256", "");
    }

    private static String digest(Path path, String algorithm, String head) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(head.getBytes(StandardCharsets.US_ASCII));
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
