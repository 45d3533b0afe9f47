package io.understudy.core.format;

import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tokens with BIO tags. A word that a mention begins or ends in ("Oslo" in "Oslo's") is cut there, so that no
 * mention moves. White space has no token: what a mention begins or ends with, and a mention of nothing else, is lost,
 * and counted.
 */
final class ConllWriter implements PushWriter.Target {

    private static final byte[] OUTSIDE = utf8(" O\n");

    private final Utf8Output out;
    private final Losses losses;
    private final Map<Label, byte[][]> lineEnds = new HashMap<>();

    /** @param losses where white space that has no token is counted */
    ConllWriter(OutputStream out, Losses losses) {
        this.out = new Utf8Output(out);
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        check(example);
        String text = example.text();
        out.write("# id = ");
        out.write(example.id());
        if (example.intent().isPresent()) {
            out.write("\n# intent = ");
            out.write(example.intent().get());
        }
        if (TextWriter.hasBreak(text)) {
            out.write("\n# text_escaped = ");
            out.write(escape(text));
        } else {
            out.write("\n# text = ");
            out.write(text);
        }
        out.write("\n");
        List<Mention> mentions = example.annotated().mentions();
        Tokens tokens = new Tokens(text, mentions);
        try {
            Words.forEach(text, tokens);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.write("\n");
        countSpaces(text, mentions);
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Before the first byte: an example is written whole or not at all. */
    private void check(Example example) {
        Utf8.requirePlain("text", example.text());
        requireLine("id", example.id(), example);
        if (example.intent().isPresent()) {
            requireLine("intent", example.intent().get(), example);
        }
        for (Mention mention : example.annotated().mentions()) {
            lineEnds.computeIfAbsent(mention.label(), ConllWriter::lineEnds);
        }
    }

    private void countSpaces(String text, List<Mention> mentions) {
        boolean ends = false;
        boolean blank = false;
        for (Mention mention : mentions) {
            if (Words.isSpace(text.charAt(mention.start())) || Words.isSpace(text.charAt(mention.end() - 1))) {
                boolean nothingElse =
                        text.substring(mention.start(), mention.end()).chars().allMatch(c -> Words.isSpace((char) c));
                blank |= nothingElse;
                ends |= !nothingElse;
            }
        }
        if (ends) {
            losses.count("white space at the ends of spans");
        }
        if (blank) {
            losses.count("spans of white space alone");
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

    /** For the first token and for the others. */
    private static byte[][] lineEnds(Label label) {
        Utf8.requirePlain("label", label.name());
        if (label.name().chars().anyMatch(c -> Words.isSpace((char) c))) {
            throw new IllegalArgumentException("label '" + label
                    + "' holds white space, which a conll column cannot hold; rename it (--map) or use --to jsonl");
        }
        return new byte[][] {utf8(" B-" + label + "\n"), utf8(" I-" + label + "\n")};
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** Writes the words of one text, cut where mentions begin and end. */
    private final class Tokens implements Words.Consumer {
        private final String text;
        private final List<Mention> mentions;
        private int current;
        private boolean begun;

        Tokens(String text, List<Mention> mentions) {
            this.text = text;
            this.mentions = mentions;
        }

        @Override
        public void word(int start, int end) {
            int at = start;
            while (at < end) {
                while (current < mentions.size() && mentions.get(current).end() <= at) {
                    current++;
                    begun = false;
                }
                int cut = end;
                byte[] lineEnd = OUTSIDE;
                if (current < mentions.size() && mentions.get(current).start() < end) {
                    Mention mention = mentions.get(current);
                    if (at < mention.start()) {
                        cut = mention.start();
                    } else {
                        cut = Math.min(end, mention.end());
                        lineEnd = lineEnds.get(mention.label())[begun ? 1 : 0];
                        begun = true;
                    }
                }
                put(at, cut, lineEnd);
                at = cut;
            }
        }

        private void put(int start, int end, byte[] lineEnd) {
            try {
                out.write(text, start, end);
                out.write(lineEnd);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
