package io.understudy.core.format;

import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tokens with tags: the words of an example, cut where mentions begin and end ({@link Tokens}). White space has
 * no token: what a mention begins or ends with, and a mention of nothing else, is lost, and counted.
 */
final class ConllWriter implements PushWriter.Target {

    private final ConllStyle style;
    private final Utf8Output out;
    private final Losses losses;
    private final byte[] outside;
    private final Map<Label, Map<TagScheme.Position, byte[]>> lineEnds = new HashMap<>();
    private boolean begun;

    /** @param losses where white space that has no token is counted */
    ConllWriter(ConllStyle style, OutputStream out, Losses losses) {
        this.style = style;
        this.out = new Utf8Output(out);
        this.losses = losses;
        this.outside = utf8(style.columns() + "O\n");
    }

    @Override
    public void write(Example example) throws IOException {
        List<Mention> mentions = example.annotated().mentions();
        Tokens tokens = Tokens.of(example.text(), mentions);
        check(example, tokens);
        begin();
        if (style.comments()) {
            comments(example);
        }
        for (int i = 0; i < tokens.tokens().size(); i++) {
            Tokens.Token token = tokens.tokens().get(i);
            out.write(example.text(), token.start(), token.end());
            out.write(token.isOutside() ? outside : lineEnd(tokens, i, mentions));
        }
        out.write("\n");
        tokens.count(example, losses);
    }

    private byte[] lineEnd(Tokens tokens, int index, List<Mention> mentions) {
        Label label = mentions.get(tokens.tokens().get(index).mention()).label();
        return lineEnds.get(label).get(style.scheme().position(tokens, index, mentions));
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.write(style.head());
        }
    }

    private void comments(Example example) throws IOException {
        out.write("# id = ");
        out.write(example.id());
        if (example.intent().isPresent()) {
            out.write("\n# intent = ");
            out.write(example.intent().get());
        }
        if (TextWriter.hasBreak(example.text())) {
            out.write("\n# text_escaped = ");
            out.write(escape(example.text()));
        } else {
            out.write("\n# text = ");
            out.write(example.text());
        }
        out.write("\n");
    }

    @Override
    public void finish() throws IOException {
        begin();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Before the first byte: an example is written whole or not at all. */
    private void check(Example example, Tokens tokens) {
        Utf8.requirePlain("text", example.text());
        if (style.comments()) {
            requireLine("id", example.id(), example);
            if (example.intent().isPresent()) {
                requireLine("intent", example.intent().get(), example);
            }
        } else if (tokens.tokens().isEmpty()) {
            throw new IllegalArgumentException("the text of example '" + Json.brief(example.id())
                    + "' has no token, and " + style.name() + " has no line for that; use --to jsonl");
        }
        for (Mention mention : example.annotated().mentions()) {
            lineEnds.computeIfAbsent(mention.label(), this::lineEnds);
        }
    }

    private static void requireLine(String what, String value, Example example) {
        Utf8.requirePlain(what, value);
        if (TextWriter.hasBreak(value)) {
            throw new IllegalArgumentException("the " + what + " of example '"
                    + Json.brief(example.id()).replaceAll("[\\n\\r]", " ")
                    + "' holds a line break, which a conll comment cannot hold; use --to jsonl");
        }
    }

    /** For each place that a token may have in a mention. */
    private Map<TagScheme.Position, byte[]> lineEnds(Label label) {
        Utf8.requirePlain("label", label.name());
        if (label.name().chars().anyMatch(c -> Words.isSpace((char) c))) {
            throw new IllegalArgumentException("label '" + label
                    + "' holds white space, which a conll column cannot hold; rename it (--map) or use --to jsonl");
        }
        Map<TagScheme.Position, byte[]> ends = new EnumMap<>(TagScheme.Position.class);
        for (TagScheme.Position position : TagScheme.Position.values()) {
            ends.put(position, utf8(style.columns() + position + "-" + label + "\n"));
        }
        return ends;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
