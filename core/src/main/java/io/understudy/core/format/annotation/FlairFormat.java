package io.understudy.core.format.annotation;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.TagScheme;
import io.understudy.core.format.TaggedTokens;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.Utf8Lines;
import io.understudy.core.format.Utf8Output;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Flair's columns, parted by tabs: a token, its BIOES tag, and {@code -} where no space follows; sentences parted by an
 * empty line. {@code ColumnCorpus} reads them with the columns {@code text}, {@code ner} and {@code space-after}. A
 * text comes back exactly where there is nothing but single spaces between its tokens.
 */
public final class FlairFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(Part.SPANS, Part.SURFACES);

    @Override
    public Facts facts() {
        return new Facts(
                "flair", List.of("flair"), "Flair's columns: token, BIOES tag, and - where no space follows", CARRIES);
    }

    /** Columns with tags could be anybody's. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new Reader(new Utf8Lines(in, file), new Dropped()));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new Writer(new Utf8Output(out), losses), losses);
    }

    private record Reader(Utf8Lines lines, Dropped dropped) implements PullReader.Source {
        @Override
        public Optional<Example> read() throws IOException {
            Optional<TaggedTokens> sentence = Optional.empty();
            long first = 0;
            while (lines.next()) {
                if (lines.isBlank()) {
                    if (sentence.isPresent()) {
                        break;
                    }
                    continue;
                }
                if (sentence.isEmpty()) {
                    sentence = Optional.of(new TaggedTokens(Optional.empty()));
                    first = lines.line();
                }
                add(sentence.get(), lines.text());
            }
            long line = first;
            try {
                return sentence.map(tokens -> new Example(
                        Names.id(lines.file(), line),
                        Optional.empty(),
                        tokens.annotated(),
                        new Original(Names.corpus(lines.file()), line)));
            } catch (IllegalArgumentException e) {
                throw lines.wrongAt(line, e.getMessage());
            }
        }

        private void add(TaggedTokens tokens, String line) {
            String[] columns = line.indexOf('\t') >= 0
                    ? line.split("\t", -1)
                    : line.strip().split(" +", -1);
            if (columns.length < 2) {
                throw lines.wrong("1 column; expected a token and its tag, parted by a tab or a space");
            }
            if (columns.length > 3 || (columns.length == 3 && !columns[2].matches("[-+]?"))) {
                dropped.count("further columns of words");
            }
            boolean spaceFollows = columns.length < 3 || !columns[2].equals("-");
            try {
                tokens.add(columns[0], columns[1], spaceFollows ? " " : "");
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }

        @Override
        public Map<String, Long> losses() {
            return dropped.counts();
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
            String text = example.text();
            Utf8.requirePlain("text", text);
            List<Mention> mentions = example.annotated().mentions();
            for (Mention mention : mentions) {
                Utf8.requireWhole("label", mention.label().name());
                if (mention.label().name().chars().anyMatch(c -> Words.isSpace((char) c))) {
                    throw new IllegalArgumentException("label '" + mention.label()
                            + "' holds white space, which a column cannot hold; rename it (--map) or use --to jsonl");
                }
            }
            Tokens tokens = Tokens.of(text, mentions);
            if (tokens.tokens().isEmpty()) {
                throw new IllegalArgumentException("the text of example '" + Json.brief(example.id())
                        + "' has no token, and Flair has no line for that; use --to jsonl");
            }
            StringBuilder lines = new StringBuilder();
            boolean exact = tokens.tokens().get(0).start() == 0;
            for (int i = 0; i < tokens.tokens().size(); i++) {
                Tokens.Token token = tokens.tokens().get(i);
                int next = i + 1 < tokens.tokens().size()
                        ? tokens.tokens().get(i + 1).start()
                        : text.length();
                boolean joined = next == token.end();
                boolean last = i + 1 == tokens.tokens().size();
                exact &= joined || (!last && next == token.end() + 1 && text.charAt(token.end()) == ' ');
                lines.append(text, token.start(), token.end())
                        .append('\t')
                        .append(TagScheme.IOBES.tag(tokens, i, mentions))
                        .append('\t')
                        .append(joined && !last ? "-" : "+")
                        .append('\n');
            }
            out.write(lines.append('\n').toString());
            tokens.count(example, losses);
            if (!exact) {
                losses.count("white space other than single spaces");
            }
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
