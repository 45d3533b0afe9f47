package io.understudy.core.format;

import io.understudy.core.BadDataException;
import io.understudy.core.format.YamlValue.Items;
import io.understudy.core.format.YamlValue.Members;
import io.understudy.core.format.YamlValue.Scalar;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * A YAML file read from its beginning, by events: nothing is ever made of a tag, an alias ({@code *name}) is refused,
 * and size and nesting have limits. Where a file is large it is gone through key by key and item by item; a
 * {@link #value} is read whole.
 */
public final class YamlDocument implements Closeable {

    private static final Pattern STANDARD_TAG =
            Pattern.compile("!|tag:yaml\\.org,2002:(str|int|float|bool|null|map|seq)");

    private final Utf8Input in;
    private final String file;
    private final Iterator<Event> events;
    private int depth;
    private Optional<Event> peeked = Optional.empty();

    /** @param in closed with this */
    public YamlDocument(InputStream in, String file) {
        this.in = new Utf8Input(in, file);
        this.file = file;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Limits.YAML);
        Reader characters = new Full(new InputStreamReader(this.in, StandardCharsets.UTF_8), file);
        this.events = new Yaml(options).parse(characters).iterator();
    }

    /** Goes to the next document of the file; false at the end. */
    public boolean nextDocument() throws IOException {
        while (!peek().is(ID.StreamEnd)) {
            if (take().is(ID.DocumentStart)) {
                return true;
            }
        }
        return false;
    }

    /** Goes into the mapping that begins here. */
    public void enterMembers(String what) throws IOException {
        if (!peek().is(ID.MappingStart)) {
            throw wrong(what + " is " + kind(peek()) + "; expected keys with values");
        }
        take();
    }

    /** Goes into the list that begins here. */
    public void enterItems(String what) throws IOException {
        if (!peek().is(ID.SequenceStart)) {
            throw wrong(what + " is " + kind(peek()) + "; expected a list, lines that begin with '- '");
        }
        take();
    }

    /** The next key of the mapping; its value must be read or entered next. Empty where the mapping ends. */
    public Optional<String> nextKey() throws IOException {
        if (peek().is(ID.MappingEnd)) {
            take();
            return Optional.empty();
        }
        if (peek() instanceof ScalarEvent key) {
            take();
            return Optional.of(key.getValue());
        }
        throw wrong("a key that is " + kind(peek()) + "; expected a text");
    }

    /** Whether the list has another item, which begins here; false goes behind its end. */
    public boolean nextItem() throws IOException {
        if (peek().is(ID.SequenceEnd)) {
            take();
            return false;
        }
        return true;
    }

    /** Whether nothing stands here, as behind a key without value. */
    public boolean isNothing() throws IOException {
        return peek() instanceof ScalarEvent scalar && scalar(scalar).isNothing();
    }

    /** Whether keys with values begin here. */
    public boolean isMembers() throws IOException {
        return peek().is(ID.MappingStart);
    }

    /** The value that begins here, whole. */
    public YamlValue value() throws IOException {
        Event event = take();
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        long line = line(event);
        if (event.is(ID.SequenceStart)) {
            List<YamlValue> items = new ArrayList<>();
            while (nextItem()) {
                items.add(value());
            }
            return new Items(items, line);
        }
        if (event.is(ID.MappingStart)) {
            Map<String, YamlValue> members = new LinkedHashMap<>();
            for (Optional<String> key = nextKey(); key.isPresent(); key = nextKey()) {
                long at = line();
                if (members.put(key.get(), value()) != null) {
                    throw new BadDataException(file, at, "the key '" + Json.brief(key.get()) + "' occurs twice");
                }
            }
            return new Members(members, line);
        }
        throw wrong("nothing where a value is expected");
    }

    /** Passes over the value that begins here. */
    public void skip() throws IOException {
        int depth = 0;
        do {
            Event event = take();
            depth += event.is(ID.MappingStart) || event.is(ID.SequenceStart)
                    ? 1
                    : event.is(ID.MappingEnd) || event.is(ID.SequenceEnd) ? -1 : 0;
        } while (depth > 0);
    }

    /** 1-based line of what comes next. */
    public long line() throws IOException {
        return line(peek());
    }

    public String file() {
        return file;
    }

    public long bytesRead() {
        return in.bytesRead();
    }

    public BadDataException wrong(String problem) throws IOException {
        return new BadDataException(file, line(), problem);
    }

    public BadDataException wrongAt(long line, String problem) {
        return new BadDataException(file, line, problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Event take() throws IOException {
        Event event = peek();
        peeked = Optional.empty();
        return event;
    }

    private Event peek() throws IOException {
        if (peeked.isEmpty()) {
            peeked = Optional.of(pull());
        }
        return peeked.get();
    }

    private Event pull() throws IOException {
        try {
            Event event = events.next();
            if (event instanceof AliasEvent) {
                throw new BadDataException(
                        file, line(event), "an alias (*name); write out what it stands for, aliases are not read");
            }
            String tag = event instanceof ScalarEvent scalar
                    ? scalar.getTag()
                    : event instanceof MappingStartEvent mapping
                            ? mapping.getTag()
                            : event instanceof SequenceStartEvent sequence ? sequence.getTag() : null;
            if (tag != null && !STANDARD_TAG.matcher(tag).matches()) {
                throw new BadDataException(file, line(event), "a tag (!name); tags are not read, remove it");
            }
            if (event instanceof ScalarEvent scalar) {
                requireWhole(scalar);
            }
            // The parser minds its limit only where it builds a tree.
            depth += event.is(ID.MappingStart) || event.is(ID.SequenceStart)
                    ? 1
                    : event.is(ID.MappingEnd) || event.is(ID.SequenceEnd) ? -1 : 0;
            if (depth > Limits.YAML_NESTING) {
                throw new BadDataException(file, line(event), "the YAML is nested too deeply");
            }
            return event;
        } catch (MarkedYAMLException e) {
            // Its message quotes the file.
            Mark mark = e.getProblemMark();
            throw new BadDataException(
                    file,
                    mark == null ? 0 : mark.getLine() + 1L,
                    "not YAML"
                            + (mark == null
                                    ? ""
                                    : " from column " + (mark.getColumn() + 1)
                                            + " on; is it indented as it should be, and what has ': ' or '#' in it quoted?"));
        } catch (NumberFormatException e) {
            // Of the library, at an escape such as backslash x without digits.
            throw new BadDataException(file, 0, "not YAML: an escape in a quoted text without its digits");
        } catch (YAMLException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new BadDataException(
                    file,
                    0,
                    String.valueOf(e.getMessage()).contains("limit")
                            ? "the YAML is too large (at most %,d characters)".formatted(Limits.YAML)
                            : "not YAML: it holds a character that YAML does not allow");
        }
    }

    /** An escape can say what UTF-8 cannot. */
    private void requireWhole(ScalarEvent scalar) {
        try {
            Utf8.requireWhole("a text", scalar.getValue());
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file, line(scalar), e.getMessage());
        }
    }

    private Scalar scalar(ScalarEvent event) {
        return new Scalar(
                event.getValue(),
                event.getTag() == null && event.getScalarStyle() == org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN,
                line(event));
    }

    private static long line(Event event) {
        return event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1L;
    }

    private static String kind(Event event) {
        return event.is(ID.Scalar)
                ? "a text"
                : event.is(ID.SequenceStart) ? "a list" : event.is(ID.MappingStart) ? "keys with values" : "nothing";
    }

    /**
     * Reads as much as is asked for: the parser takes less for the end of what it looks ahead at. Lines that would take
     * it minutes are refused.
     */
    private static final class Full extends FilterReader {
        private final String file;
        private long line = 1;
        private int column;

        Full(Reader in, String file) {
            super(in);
            this.file = file;
        }

        private void count(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                column++;
                if (characters[i] == '\n') {
                    line++;
                    column = 0;
                }
            }
            if (column > Limits.YAML_LINE) {
                throw new BadDataException(
                        file,
                        line,
                        "more than %,d characters of YAML without a line break; expected shorter lines"
                                .formatted(Limits.YAML_LINE));
            }
        }

        @Override
        public int read(char[] characters, int offset, int length) throws IOException {
            int filled = 0;
            while (filled < length) {
                int count = in.read(characters, offset + filled, length - filled);
                if (count < 0) {
                    count(characters, offset, filled);
                    return filled == 0 ? -1 : filled;
                }
                filled += count;
            }
            count(characters, offset, filled);
            return filled;
        }
    }
}
