package io.understudy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One run of the command line in this process. */
record Run(int code, String out, String err) {

    static Run of(String... args) {
        return piped("", args);
    }

    static Run piped(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Understudy.run(
                args, Terminal.piped(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
