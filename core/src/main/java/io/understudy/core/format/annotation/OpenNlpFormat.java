package io.understudy.core.format.annotation;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Span;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.Utf8Lines;
import io.understudy.core.format.Utf8Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What OpenNLP's name finder is trained on: a sentence a line, tokens parted by white space, {@code <START:person> Ada
 * Byrne <END>} around names. A name without a type is a {@code default}. Spacing is not there; when read, there is one
 * space between tokens. An empty line, which parts documents, is passed over.
 */
public final class OpenNlpFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(Part.SPANS, Part.SURFACES);

    /** As OpenNLP's own reader has it. */
    private static final Pattern START = Pattern.compile("<START(?::([^:>\\s]*))?>");

    private static final String END = "<END>";
    /** What OpenNLP calls a name without a type. */
    private static final String DEFAULT = "default";

    @Override
    public Facts facts() {
        return new Facts(
                "opennlp",
                List.of("train", "opennlp"),
                "OpenNLP's name finder, one sentence per line: <START:person> Ada Byrne <END>",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return START.matcher(head).find() && head.contains(END);
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new Reader(new Utf8Lines(in, file)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new Writer(new Utf8Output(out), losses), losses);
    }

    private record Reader(Utf8Lines lines) implements PullReader.Source {
        @Override
        public Optional<Example> read() throws IOException {
            while (lines.next()) {
                String line = lines.text();
                if (!line.isBlank()) {
                    return Optional.of(example(line));
                }
            }
            return Optional.empty();
        }

        private Example example(String line) {
            try {
                return new Example(
                        Names.id(lines.file(), lines.line()),
                        Optional.empty(),
                        parse(line),
                        new Original(Names.corpus(lines.file()), lines.line()));
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }

        private AnnotatedText parse(String line) {
            TokenText text = new TokenText();
            List<Mention> mentions = new ArrayList<>();
            int open = -1;
            String type = "";
            for (String token : line.strip().split("\\s+", -1)) {
                Matcher start = START.matcher(token);
                if (start.matches()) {
                    if (open >= 0) {
                        throw lines.wrong(
                                "<START> inside a name, after token %d; expected <END> first".formatted(text.size()));
                    }
                    open = text.size();
                    type = start.group(1) == null || start.group(1).isEmpty() ? DEFAULT : start.group(1);
                } else if (token.equals(END)) {
                    if (open < 0) {
                        throw lines.wrong("<END> without a <START>, after token %d".formatted(text.size()));
                    }
                    if (open == text.size()) {
                        throw lines.wrong("a name without a token between <START> and <END>");
                    }
                    mentions.add(new Mention(new Span(text.start(open), text.end(text.size() - 1)), new Label(type)));
                    open = -1;
                } else if (token.startsWith("<START") || token.startsWith("<END")) {
                    throw lines.wrong("'%s' is neither <START>, <START:type> nor <END>; expected a space after each"
                            .formatted(Json.brief(token)));
                } else {
                    text.add(token);
                }
            }
            if (open >= 0) {
                throw lines.wrong("a name that does not end; expected <END> on the same line");
            }
            return new AnnotatedText(text.text(), mentions);
        }

        @Override
        public long bytesRead() {
            return lines.bytesRead();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private record Writer(Utf8Output out, Losses losses) implements PushWriter.Target {
        @Override
        public void write(Example example) throws IOException {
            Utf8.requirePlain("text", example.text());
            List<Mention> mentions = example.annotated().mentions();
            for (Mention mention : mentions) {
                Utf8.requireWhole("label", mention.label().name());
                if (!START.matcher("<START:" + mention.label() + ">").matches()) {
                    throw new IllegalArgumentException("label '" + mention.label()
                            + "' holds a colon, > or white space, which OpenNLP cannot say; rename it (--map)");
                }
            }
            Tokens tokens = Tokens.of(example.text(), mentions);
            if (tokens.tokens().isEmpty()) {
                throw new IllegalArgumentException("the text of example '" + Json.brief(example.id())
                        + "' has no token, and OpenNLP has no line for that; use --to jsonl");
            }
            StringBuilder line = new StringBuilder();
            for (Tokens.Token token : tokens.tokens()) {
                line.append(line.length() > 0 ? " " : "");
                if (token.first()) {
                    line.append("<START:")
                            .append(mentions.get(token.mention()).label())
                            .append("> ");
                }
                line.append(example.text(), token.start(), token.end());
                line.append(token.last() ? " " + END : "");
            }
            out.write(line.append('\n').toString());
            tokens.count(example, losses);
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
