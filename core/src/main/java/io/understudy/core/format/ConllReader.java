package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads tokens with tags. Where a comment gives the text, tokens must follow each other in it, white space aside; else
 * the text is the tokens with a space between.
 */
final class ConllReader implements PullReader.Source {

    /** A tab or a second column that is no equals sign makes it a token. */
    private static final Pattern COMMENT = Pattern.compile("#\\s*([\\w.]+) =(?: (.*))?", Pattern.DOTALL);

    private static final Pattern NOTHING = Pattern.compile("(?:\\s|(?<!\\S)(?:-X-|-|_|O)(?!\\S))*+");

    private final Utf8Lines lines;
    private final Ids ids = new Ids();
    private final Dropped dropped = new Dropped();
    private long sentences;

    ConllReader(InputStream in, String file) {
        lines = new Utf8Lines(in, file);
    }

    static boolean isComment(String line) {
        return line.startsWith("#") && COMMENT.matcher(line).matches();
    }

    /** The last of at least two columns, parted by tabs if there is one and else by spaces. */
    static Optional<String> tag(String line) {
        char separator = separator(line);
        String trimmed = separator == ' ' ? line.stripTrailing() : line;
        int at = trimmed.lastIndexOf(separator);
        return at < 0 ? Optional.empty() : Optional.of(trimmed.substring(at + 1).strip());
    }

    @Override
    public Optional<Example> read() throws IOException {
        Optional<Sentence> sentence = Optional.empty();
        while (lines.next()) {
            String line = lines.text();
            if (line.startsWith("-DOCSTART-")) {
                dropped.count("document boundaries", sentences > 0 ? 1 : 0);
                continue;
            }
            if (lines.isBlank()) {
                if (sentence.isPresent()) {
                    break;
                }
                continue;
            }
            if (sentence.isEmpty()) {
                sentence = Optional.of(new Sentence(lines.line()));
                sentences++;
            }
            sentence.get().add(line);
        }
        return sentence.map(Sentence::example);
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

    /** Whether there is more between the token and its tag than the marks for nothing that the shared tasks use. */
    private static boolean says(String line, int from) {
        int to = line.stripTrailing().lastIndexOf(separator(line));
        return to > from && !NOTHING.matcher(line.substring(from, to)).matches();
    }

    private static char separator(String line) {
        return line.indexOf('\t') >= 0 ? '\t' : ' ';
    }

    /** Undoes {@link ConllWriter#escape}. */
    private static String unescape(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                char next = escaped.charAt(++i);
                text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** One example while its lines come in. */
    private final class Sentence {
        private final long first;
        private final Map<String, String> comments = new LinkedHashMap<>();
        private final Tags tags = new Tags();
        private final StringBuilder joined = new StringBuilder();
        private Optional<String> text = Optional.empty();
        private int at;
        private boolean begun;

        Sentence(long first) {
            this.first = first;
        }

        void add(String line) {
            Matcher comment = COMMENT.matcher(line);
            if (begun || !line.startsWith("#") || !comment.matches()) {
                token(line);
                return;
            }
            String value = comment.group(2) == null ? "" : comment.group(2);
            boolean again = switch (comment.group(1)) {
                case "text" -> giveText(value);
                case "text_escaped" -> giveText(unescape(value));
                default -> comments.put(comment.group(1), value) != null;
            };
            if (again) {
                throw lines.wrong("comment '" + Json.brief(comment.group(1)) + "' occurs twice");
            }
        }

        Example example() {
            if (text.isPresent() && !text.get().substring(at).chars().allMatch(c -> Words.isSpace((char) c))) {
                throw lines.wrongAt(
                        first,
                        "the text that the comment gives goes on after the last token;"
                                + " expected a token for each word");
            }
            Optional<String> given = Optional.ofNullable(comments.remove("id")).filter(id -> !id.isEmpty());
            Optional<String> intent = Optional.ofNullable(comments.remove("intent"));
            comments.replaceAll((name, value) -> Json.quote(value));
            try {
                AnnotatedText annotated = new AnnotatedText(text.orElseGet(joined::toString), tags.mentions());
                Original here = new Original(Names.corpus(lines.file()), first);
                return new Example(ids.claim(given, first), intent, annotated, here, comments);
            } catch (IllegalArgumentException e) {
                throw lines.wrongAt(first, e.getMessage());
            }
        }

        private boolean giveText(String given) {
            boolean again = text.isPresent();
            text = Optional.of(given);
            return again;
        }

        private void token(String line) {
            begun = true;
            int end = line.indexOf(separator(line));
            Optional<String> tag = tag(line);
            if (tag.isEmpty()) {
                throw lines.wrong("1 column; expected a token and its tag, parted by a tab or a space");
            }
            String token = line.substring(0, end).strip();
            if (token.isEmpty()) {
                throw lines.wrong("the token in the first column is empty");
            }
            if (says(line, end)) {
                dropped.count("further columns of words");
            }
            if (!Tags.isTag(tag.get())) {
                throw lines.wrong("tag '" + Json.brief(tag.get())
                        + "' in the last column; expected O, or B-, I-, L-, U-, E- or S- and a label");
            }
            int start = text.isPresent() ? find(token, text.get()) : join(token);
            at = start + token.length();
            try {
                tags.add(tag.get(), start, at);
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }

        private int join(String token) {
            joined.append(joined.length() > 0 ? " " : "").append(token);
            return joined.length() - token.length();
        }

        private int find(String token, String given) {
            int start = at;
            while (!given.startsWith(token, start) && start < given.length() && Words.isSpace(given.charAt(start))) {
                start++;
            }
            if (!given.startsWith(token, start)) {
                throw lines.wrong("this token does not come next in the text that the comment gives;"
                        + " expected the text's own words");
            }
            return start;
        }
    }
}
