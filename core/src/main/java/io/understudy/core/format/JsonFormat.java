package io.understudy.core.format;

import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.core.Provenance.Original;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The objects of {@link JsonlFormat} in one JSON array; read and written one at a time. */
public final class JsonFormat implements CorpusFormat {

    private static final CorpusFormat LINES = new JsonlFormat();

    @Override
    public Facts facts() {
        return new Facts("json", List.of("json"), "the objects of jsonl in one JSON array", LINES.carries());
    }

    @Override
    public boolean recognizes(String head) {
        return Head.json(head).contains("[].text");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new Source(in, file, options));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        Losses losses = new Losses(carries());
        return new PushWriter(new Target(new Lines(out), options), losses);
    }

    private static final class Source implements PullReader.Source {
        private final JsonItems items;
        private final String file;
        private final FormatOptions options;
        private final Ids ids = new Ids();

        Source(InputStream in, String file, FormatOptions options) throws IOException {
            this.items = new JsonItems(in, file, List.of(JsonItems.EACH));
            this.file = file;
            this.options = options;
        }

        @Override
        public Optional<Example> read() throws IOException {
            Optional<JsonObject> item = items.next();
            return item.isEmpty() ? Optional.empty() : Optional.of(example(item.get()));
        }

        private Example example(JsonObject item) throws IOException {
            long line = item.line();
            byte[] bytes = item.node().toString().getBytes(StandardCharsets.UTF_8);
            try (CorpusReader one = LINES.read(new ByteArrayInputStream(bytes), file, options)) {
                Example read = one.next();
                boolean placed = item.find("provenance").isPresent();
                Provenance provenance = placed ? read.provenance() : new Original(Names.corpus(file), line);
                Optional<String> given = item.find("id").map(id -> read.id());
                String id = given.isPresent() ? ids.claim(given, line) : Names.id(file, items.count());
                return new Example(id, read.intent(), read.annotated(), provenance, read.extra(), read.marks());
            } catch (BadDataException e) {
                // It knows the object, but not where it stands.
                String place = file + ":1: ";
                String problem =
                        e.getMessage().startsWith(place) ? e.getMessage().substring(place.length()) : e.getMessage();
                throw items.document().wrongAt(line, item.what() + ": " + problem);
            } catch (IllegalArgumentException e) {
                throw items.document().wrongAt(line, e.getMessage());
            }
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

    private static final class Target implements PushWriter.Target {
        private final Lines out;
        private final CorpusWriter lines;

        Target(Lines out, FormatOptions options) throws IOException {
            this.out = out;
            this.lines = LINES.write(out, options);
        }

        @Override
        public void write(Example example) throws IOException {
            lines.write(example);
        }

        @Override
        public void finish() throws IOException {
            lines.commit();
            out.finish();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** Makes the lines that pass the items of an array: a line break is an object's end, and nothing else is one. */
    private static final class Lines extends FilterOutputStream {
        private static final byte[] COMMA = {',', '\n'};
        private boolean begun;
        private boolean between;

        Lines(OutputStream out) {
            super(new BufferedOutputStream(out, 1 << 16));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') {
                    put(bytes, from, i);
                    between = true;
                    from = i + 1;
                }
            }
            put(bytes, from, offset + length);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        private void put(byte[] bytes, int from, int to) throws IOException {
            if (from == to) {
                return;
            }
            if (!begun) {
                out.write("[\n".getBytes(StandardCharsets.UTF_8));
                begun = true;
            } else if (between) {
                out.write(COMMA);
            }
            between = false;
            out.write(bytes, from, to - from);
        }

        void finish() throws IOException {
            out.write((begun ? "\n]\n" : "[]\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
