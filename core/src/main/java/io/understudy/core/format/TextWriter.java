package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.IOException;
import java.io.OutputStream;

/** Writes plain text; refuses what reading would take for more, fewer or other examples. */
final class TextWriter implements PushWriter.Target {

    private final Utf8Output out;
    private final RecordUnit record;
    private boolean begun;

    TextWriter(OutputStream out, RecordUnit record) {
        this.out = new Utf8Output(out);
        this.record = record;
    }

    @Override
    public void write(Example example) throws IOException {
        String text = example.text();
        Utf8.requirePlain("text", text);
        refuse(text.isBlank(), example, "is blank, which plain text cannot tell from nothing");
        switch (record) {
            case LINE -> refuse(hasBreak(text), example, "holds a line break, which one line of text cannot hold");
            case PARAGRAPH ->
                refuse(hasBlankLine(text), example, "holds a blank line or a CR, which a paragraph cannot hold");
            case FILE -> refuse(begun, example, "is one more than a file that is one example can hold");
        }
        if (begun && record == RecordUnit.PARAGRAPH) {
            out.write("\n");
        }
        begun = true;
        out.write(text);
        if (record != RecordUnit.FILE) {
            out.write("\n");
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

    static boolean hasBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static boolean hasBlankLine(String text) {
        return text.indexOf('\r') >= 0
                || text.split("\n", -1).length
                        != text.lines().filter(line -> !line.isBlank()).count();
    }

    private static void refuse(boolean wrong, Example example, String problem) {
        if (wrong) {
            throw new IllegalArgumentException(
                    "the text of example '" + Json.brief(example.id()) + "' " + problem + "; use --to jsonl");
        }
    }
}
