package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples from the objects of a JSON document that stand in one place. */
final class ItemSource implements PullReader.Source {

    /** In which formats differ. */
    interface Shape {
        /**
         * The examples of one object.
         *
         * @param any what {@link JsonItems#ANY} stands for
         * @param line where the object begins
         * @throws IllegalArgumentException if the object is wrong
         */
        List<Example> examples(JsonObject item, String any, long line, Numbered numbered);

        /**
         * What the rest of the document says.
         *
         * @param dropped where what has no place is counted
         */
        CorpusData data(ObjectNode rest, Dropped dropped);
    }

    private final JsonItems items;
    private final Shape shape;
    private final Numbered numbered;
    private final String place;
    private final Deque<Example> ready = new ArrayDeque<>();

    ItemSource(InputStream in, String file, List<String> path, Shape shape) throws IOException {
        this.items = new JsonItems(in, file, path);
        this.shape = shape;
        this.numbered = new Numbered(file);
        this.place = String.join(".", path).replace(".[]", "");
    }

    @Override
    public Optional<Example> read() throws IOException {
        while (ready.isEmpty()) {
            Optional<JsonObject> item = items.next();
            if (item.isEmpty()) {
                if (!items.wasFound()) {
                    throw items.document().wrongAt(0, "no '" + place + "'");
                }
                return Optional.empty();
            }
            long line = item.get().line();
            try {
                ready.addAll(shape.examples(item.get(), items.any(), line, numbered));
            } catch (IllegalArgumentException e) {
                throw items.document().wrongAt(line, item.get().what() + ": " + e.getMessage());
            }
        }
        return Optional.of(ready.remove());
    }

    @Override
    public CorpusData data() {
        try {
            return shape.data(items.rest(), new Dropped());
        } catch (IllegalArgumentException e) {
            throw items.document().wrongAt(0, e.getMessage());
        }
    }

    @Override
    public Map<String, Long> losses() {
        Dropped dropped = new Dropped();
        shape.data(items.rest(), dropped);
        return dropped.counts();
    }

    @Override
    public long bytesRead() {
        return items.bytesRead();
    }

    @Override
    public void close() throws IOException {
        items.close();
    }
}
