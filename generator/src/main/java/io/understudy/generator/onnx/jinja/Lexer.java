package io.understudy.generator.onnx.jinja;

import java.util.ArrayList;
import java.util.List;

/** Cuts a template into text, signs and words. */
final class Lexer {

    /** What a token is. */
    enum Kind {
        TEXT,
        BEGIN_BLOCK,
        END_BLOCK,
        BEGIN_OUTPUT,
        END_OUTPUT,
        NAME,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(Kind wanted, String content) {
            return kind == wanted && text.equals(content);
        }
    }

    private static final String[] SIGNS = {
        "==", "!=", "<=", ">=", "//", "**", "(", ")", "[", "]", "{", "}", ".", ",", ":", "|", "~", "+", "-", "*", "/",
        "%", "<", ">", "="
    };

    private final String template;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    /** The tag before asked for the white space behind it to go. */
    private boolean strips;
    /** The tag before was a block, whose line break goes with it. */
    private boolean block;

    private Lexer(String template) {
        this.template = template;
    }

    static List<Token> tokens(String template) {
        return new Lexer(template.replace("\r\n", "\n")).run();
    }

    private List<Token> run() {
        while (at < template.length()) {
            int open = nextTag();
            text(open);
            if (open == template.length()) {
                break;
            }
            at = open;
            char kind = template.charAt(at + 1);
            at += 2;
            if (at < template.length() && (template.charAt(at) == '-' || template.charAt(at) == '+')) {
                at++;
            }
            if (kind == '#') {
                int end = template.indexOf("#}", at);
                if (end < 0) {
                    throw new JinjaException("the chat template has a comment without an end");
                }
                strips = template.charAt(end - 1) == '-';
                block = true;
                at = end + 2;
            } else {
                inside(kind == '%');
            }
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private int nextTag() {
        int first = template.length();
        for (String tag : new String[] {"{{", "{%", "{#"}) {
            int found = template.indexOf(tag, at);
            first = found >= 0 && found < first ? found : first;
        }
        return first;
    }

    private void text(int end) {
        String text = template.substring(at, end);
        if (strips) {
            text = text.stripLeading();
        } else if (block && text.startsWith("\n")) {
            text = text.substring(1);
        }
        boolean tag = end < template.length();
        char kind = tag ? template.charAt(end + 1) : ' ';
        char sign = tag && end + 2 < template.length() ? template.charAt(end + 2) : ' ';
        if (tag && sign == '-') {
            text = text.stripTrailing();
        } else if (tag && kind != '{' && sign != '+') {
            // A block alone on its line takes the blanks before it along.
            int blank = text.length();
            while (blank > 0 && (text.charAt(blank - 1) == ' ' || text.charAt(blank - 1) == '\t')) {
                blank--;
            }
            boolean lineStart = blank > 0 ? text.charAt(blank - 1) == '\n' : at == 0 || block || endsLine(at);
            text = lineStart ? text.substring(0, blank) : text;
        }
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.TEXT, text));
        }
        strips = false;
        block = false;
    }

    private boolean endsLine(int position) {
        return position > 0 && template.charAt(position - 1) == '\n';
    }

    private void inside(boolean isBlock) {
        tokens.add(new Token(isBlock ? Kind.BEGIN_BLOCK : Kind.BEGIN_OUTPUT, ""));
        String close = isBlock ? "%}" : "}}";
        int depth = 0;
        while (true) {
            while (at < template.length() && Character.isWhitespace(template.charAt(at))) {
                at++;
            }
            if (at >= template.length()) {
                throw new JinjaException("the chat template has a tag without an end");
            }
            boolean minus = template.charAt(at) == '-' && template.startsWith(close, at + 1);
            if (depth == 0 && (minus || template.startsWith(close, at))) {
                at += minus ? 3 : 2;
                strips = minus;
                block = isBlock;
                tokens.add(new Token(isBlock ? Kind.END_BLOCK : Kind.END_OUTPUT, ""));
                return;
            }
            char c = template.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '\'' || c == '"') {
                string(c);
            } else if (Character.isDigit(c)) {
                int from = at;
                while (at < template.length()
                        && (Character.isDigit(template.charAt(at))
                                || (template.charAt(at) == '.'
                                        && at + 1 < template.length()
                                        && Character.isDigit(template.charAt(at + 1))))) {
                    at++;
                }
                tokens.add(new Token(Kind.NUMBER, template.substring(from, at)));
            } else if (Character.isJavaIdentifierStart(c)) {
                int from = at;
                while (at < template.length() && Character.isJavaIdentifierPart(template.charAt(at))) {
                    at++;
                }
                tokens.add(new Token(Kind.NAME, template.substring(from, at)));
            } else {
                sign();
            }
        }
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (template.startsWith(sign, at)) {
                tokens.add(new Token(Kind.SIGN, sign));
                at += sign.length();
                return;
            }
        }
        throw new JinjaException(
                "the chat template has the sign '" + template.charAt(at) + "', which is not known here");
    }

    private void string(char quote) {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < template.length() && template.charAt(at) != quote) {
            char c = template.charAt(at++);
            if (c == '\\' && at < template.length()) {
                char next = template.charAt(at++);
                switch (next) {
                    case 'n' -> text.append('\n');
                    case 't' -> text.append('\t');
                    case 'r' -> text.append('\r');
                    case 'u' -> {
                        if (at + 4 > template.length()) {
                            throw new JinjaException("the chat template has a string without an end");
                        }
                        text.append((char) Integer.parseInt(template.substring(at, at + 4), 16));
                        at += 4;
                    }
                    case '\\', '\'', '"' -> text.append(next);
                    default -> text.append(c).append(next);
                }
            } else {
                text.append(c);
            }
        }
        at++;
        tokens.add(new Token(Kind.STRING, text.toString()));
    }
}
