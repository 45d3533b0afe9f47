package io.understudy.core.format.nlu;

import io.understudy.core.format.Json;
import io.understudy.core.format.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A JSON document that people can read: its frame is indented, an example or value has a line of its own. Examples are
 * held in groups until the frame is written.
 */
final class JsonFile implements Closeable {

    private final OutputStream out;
    private final Spool spool = new Spool();
    private int depth;
    private boolean first = true;

    JsonFile(OutputStream out) {
        this.out = out;
    }

    /** Adds the JSON text of an example to a group. */
    void add(String group, String json) throws IOException {
        spool.add(group, spool.groups().contains(group) ? ",\n" + json : json);
    }

    Set<String> groups() {
        return spool.groups();
    }

    void begin() throws IOException {
        print("{");
        depth++;
        first = true;
    }

    void beginMember(String key) throws IOException {
        key(key);
        begin();
    }

    void beginList(String key) throws IOException {
        key(key);
        print("[");
        depth++;
        first = true;
    }

    void beginItem() throws IOException {
        print((first ? "\n" : ",\n") + "  ".repeat(depth));
        begin();
    }

    void endList() throws IOException {
        depth--;
        print(first ? "]" : "\n" + "  ".repeat(depth) + "]");
        first = false;
    }

    void end() throws IOException {
        depth--;
        print(first ? "}" : "\n" + "  ".repeat(depth) + "}");
        first = false;
    }

    void member(String key, String json) throws IOException {
        key(key);
        print(json);
    }

    /** An array whose members stand on a line each. */
    void list(String key, Iterable<String> items) throws IOException {
        key(key);
        String before = "[\n";
        for (String item : items) {
            print(before + item);
            before = ",\n";
        }
        print(before.equals("[\n") ? "[]" : "\n" + "  ".repeat(depth) + "]");
    }

    /** The examples of a group, as an array; empty if there is no such group. */
    void group(String key, String group) throws IOException {
        key(key);
        if (!spool.groups().contains(group)) {
            print("[]");
            return;
        }
        print("[\n");
        spool.copy(group, out);
        print("\n" + "  ".repeat(depth) + "]");
    }

    void finish() throws IOException {
        print("\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            spool.close();
        }
    }

    private void key(String key) throws IOException {
        print((first ? "\n" : ",\n") + "  ".repeat(depth) + Json.quote(key) + ": ");
        first = false;
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
