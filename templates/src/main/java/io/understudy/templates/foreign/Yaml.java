package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Position;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file, every part of which knows where it stands. Nothing is made into objects. */
final class Yaml {

    private static final int MOST_NESTED = 50;

    private final Source source;

    private Yaml(Source source) {
        this.source = source;
    }

    /** A mapping in one line, {@code {key: value}}, within something else. */
    static Entries flow(String text, Position at) {
        return read(Source.within(at, text));
    }

    /** The whole file as a mapping. */
    static Entries read(Source source) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MOST_NESTED);
        options.setCodePointLimit(Source.MOST_BYTES);
        try {
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(source.text()));
            if (root == null) {
                throw source.fault(1, 0, "holds nothing; expected YAML");
            }
            return new Yaml(source).entries(root, "the file");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw source.fault(mark.getLine() + 1, mark.getColumn(), "is not YAML here");
        } catch (YAMLException e) {
            // Limits and characters that YAML does not have; its message may hold text of the file.
            throw source.fault(1, 0, "is not YAML, or nested more than " + MOST_NESTED + " deep");
        }
    }

    private Position at(Node node) {
        return source.position(
                node.getStartMark().getLine() + 1, node.getStartMark().getColumn());
    }

    /** @param what for messages */
    private Entries entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw Source.fault(at(node), what + " is not a mapping; expected 'key: value'");
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw Source.fault(at(tuple.getKeyNode()), "a key that is not a text");
            }
            if (entries.put(key.getValue(), new Value(this, tuple.getValueNode(), key.getValue(), at(key))) != null) {
                throw Source.fault(at(key), "'" + key.getValue() + "' stands twice in " + what);
            }
        }
        return new Entries(entries, what, at(node));
    }

    /** A mapping whose keys are looked up by name. */
    record Entries(Map<String, Value> entries, String what, Position at) {

        /** @throws BadDataException if there is a key that is neither known nor without meaning for us */
        Entries allow(List<String> keys) {
            entries.forEach((key, value) -> {
                if (!keys.contains(key)) {
                    throw Source.fault(value.keyAt(), Source.unknown("key", key, keys));
                }
            });
            return this;
        }

        Optional<Value> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        Value get(String key) {
            return find(key).orElseThrow(() -> Source.fault(at, what + " has no '" + key + "'"));
        }
    }

    /** What stands behind a key or in a list. */
    record Value(Yaml yaml, Node node, String name, Position keyAt) {

        Position at() {
            return yaml.at(node);
        }

        Entries entries() {
            return yaml.entries(node, "'" + name + "'");
        }

        boolean isEntries() {
            return node instanceof MappingNode;
        }

        boolean isList() {
            return node instanceof SequenceNode;
        }

        boolean isNothing() {
            return node.getTag().equals(Tag.NULL);
        }

        List<Value> list() {
            if (!(node instanceof SequenceNode sequence)) {
                throw Source.fault(at(), "'" + name + "' is not a list; expected lines that begin with '- '");
            }
            return sequence.getValue().stream()
                    .map(each -> new Value(yaml, each, name, yaml.at(each)))
                    .toList();
        }

        /** Whatever is written there, as it is written. */
        String scalar() {
            if (!(node instanceof ScalarNode scalar)) {
                throw Source.fault(at(), "'" + name + "' is not a text");
            }
            return scalar.getValue();
        }

        /** A text and no number, truth value or nothing that YAML reads in it. */
        String text() {
            String text = scalar();
            if (!node.getTag().equals(Tag.STR)) {
                throw Source.fault(at(), "YAML reads no text here but " + kind() + "; put it in quotes");
            }
            return text;
        }

        boolean truth() {
            String text = scalar();
            if (!node.getTag().equals(Tag.BOOL)) {
                throw Source.fault(at(), "'" + name + "' is neither true nor false");
            }
            return !List.of("false", "no", "off").contains(text.toLowerCase(java.util.Locale.ROOT));
        }

        long whole() {
            String text = scalar();
            if (!text.matches("[+-]?[0-9]{1,12}")) {
                throw Source.fault(at(), "'" + name + "' is not a whole number of at most 12 digits");
            }
            return Long.parseLong(text);
        }

        private String kind() {
            Tag tag = node.getTag();
            return tag.equals(Tag.BOOL) ? "a truth value" : tag.equals(Tag.NULL) ? "nothing" : "a number or a date";
        }

        /** Of a character of a text that stands in one line of the file as it is; of its start otherwise. */
        Position at(int index) {
            ScalarNode scalar = (ScalarNode) node;
            Mark mark = scalar.getStartMark();
            int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
            int column = mark.getColumn() + quote;
            boolean asItIs = yaml.source.line(mark.getLine() + 1).startsWith(scalar.getValue(), column);
            return asItIs ? yaml.source.position(mark.getLine() + 1, column + index) : at();
        }

        /** The lines of a block text, {@code |}, each with where it stands. */
        Map<Position, String> lines() {
            text();
            ScalarNode scalar = (ScalarNode) node;
            boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL;
            int first = scalar.getStartMark().getLine() + (block ? 2 : 1);
            Map<Position, String> lines = new LinkedHashMap<>();
            int number = first;
            for (String line : scalar.getValue().split("\n", -1)) {
                String written = yaml.source.line(number);
                int indented = written.endsWith(line) ? written.length() - line.length() : 0;
                // Where lines are folded nobody knows which is which; they differ in their places all the same.
                lines.put(
                        block ? yaml.source.position(number, indented) : yaml.source.position(first, number - first),
                        line);
                number++;
            }
            return lines;
        }
    }
}
