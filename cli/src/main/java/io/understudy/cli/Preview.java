package io.understudy.cli;

import io.understudy.core.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Shows examples on standard output, one line each, mentions in colour where there is a screen. */
final class Preview {

    /** How many lines {@code --preview} without a number shows. */
    static final String DEFAULT = "5";

    private final long most;
    private final Painter painter;
    private final StandardOutput out;
    private long shown;

    Preview(long most, Terminal terminal, StandardOutput out) {
        this.most = most;
        this.painter = new Painter(terminal.paintsOut());
        this.out = out;
    }

    void show(Example example) {
        if (shown++ < most) {
            try {
                out.write((painter.paint(example.annotated()) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Leaves {@code --preview FILE} its file: only a number, or what is tied to it by {@code =}, belongs to it. */
    static final class OnlyNumbers implements IParameterPreprocessor {
        @Override
        @SuppressWarnings("JdkObsolete") // The interface asks for a Stack.
        public boolean preprocess(
                Stack<String> arguments, CommandSpec verb, ArgSpec option, java.util.Map<String, Object> info) {
            boolean number = !arguments.isEmpty() && arguments.peek().matches("-?[0-9]+");
            if (!number && !"=".equals(info.get("separator"))) {
                arguments.push(DEFAULT);
            }
            return false;
        }
    }
}
