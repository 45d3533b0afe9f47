package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tokens with tags. Where a comment gives the text, tokens must follow each other in it, white space aside. */
final class ConllReader implements PullReader.Source {

    /** A tab or a second column that is no equals sign makes it a token. */
    private static final Pattern COMMENT = Pattern.compile("#\\s*([\\w.]+) =(?: (.*))?", Pattern.DOTALL);

    private final Utf8Lines lines;
    private final Tags tags = new Tags();

    ConllReader(InputStream in, String file) {
        lines = new Utf8Lines(in, file);
    }

    static boolean isComment(String line) {
        return line.startsWith("#") && COMMENT.matcher(line).matches();
    }

    /** By tabs if there is one, else by runs of spaces. */
    static String[] columns(String line) {
        return line.indexOf('\t') >= 0
                ? line.split("\t", -1)
                : line.stripTrailing().split(" +");
    }

    @Override
    public Optional<Example> read() throws IOException {
        Map<String, String> comments = new LinkedHashMap<>();
        List<String> tokens = new ArrayList<>();
        List<String> found = new ArrayList<>();
        long first = 0;
        while (lines.next()) {
            String line = lines.text();
            if (line.startsWith("-DOCSTART-")) {
                continue;
            }
            if (lines.isBlank()) {
                if (first > 0) {
                    return Optional.of(example(comments, tokens, found, first));
                }
                continue;
            }
            first = first == 0 ? lines.line() : first;
            Matcher comment = COMMENT.matcher(line);
            if (tokens.isEmpty() && line.startsWith("#") && comment.matches()) {
                String value = comment.group(2) == null ? "" : comment.group(2);
                if (comments.put(comment.group(1), value) != null) {
                    throw lines.wrong("comment '" + Json.brief(comment.group(1)) + "' occurs twice");
                }
            } else {
                token(line, tokens, found);
            }
        }
        return first > 0 ? Optional.of(example(comments, tokens, found, first)) : Optional.empty();
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void token(String line, List<String> tokens, List<String> found) {
        String[] columns = columns(line);
        if (columns.length < 2) {
            throw lines.wrong("1 column; expected a token and its tag, parted by a tab or a space");
        }
        String token = columns[0].strip();
        String tag = columns[columns.length - 1].strip();
        if (token.isEmpty()) {
            throw lines.wrong("the token in the first column is empty");
        }
        if (!Tags.isTag(tag)) {
            throw lines.wrong("tag '" + Json.brief(tag)
                    + "' in the last column; expected O, or B-, I-, L-, U-, E- or S- and a label");
        }
        tokens.add(token);
        found.add(tag);
    }

    private Example example(Map<String, String> comments, List<String> tokens, List<String> found, long first) {
        Optional<String> escaped = Optional.ofNullable(comments.remove("text_escaped"));
        String text = escaped.map(ConllReader::unescape)
                .or(() -> Optional.ofNullable(comments.remove("text")))
                .orElseGet(() -> String.join(" ", tokens));
        String id = Optional.ofNullable(comments.remove("id")).orElseGet(() -> Long.toString(first));
        Optional<String> intent = Optional.ofNullable(comments.remove("intent"));
        comments.replaceAll((name, value) -> Json.quote(value));
        try {
            return new Example(
                    id, intent, align(text, tokens, found), new Original(Names.corpus(lines.file()), first), comments);
        } catch (IllegalArgumentException e) {
            throw lines.wrongAt(first, e.getMessage());
        }
    }

    private AnnotatedText align(String text, List<String> tokens, List<String> found) {
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            while (!text.startsWith(token, at) && at < text.length() && Words.isSpace(text.charAt(at))) {
                at++;
            }
            if (!text.startsWith(token, at)) {
                throw new IllegalArgumentException("token " + (i + 1)
                        + " does not come next in the text that the comment gives; expected the text's own words");
            }
            tags.add(found.get(i), at, at + token.length());
            at += token.length();
        }
        if (!text.substring(at).chars().allMatch(c -> Words.isSpace((char) c))) {
            throw new IllegalArgumentException(
                    "the text that the comment gives goes on after the last token; expected a token for each word");
        }
        return new AnnotatedText(text, tags.mentions());
    }

    /** Undoes {@link ConllWriter#escape}. */
    private static String unescape(String escaped) {
        StringBuilder text = new StringBuilder();
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
}
