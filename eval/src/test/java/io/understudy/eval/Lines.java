package io.understudy.eval;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import java.util.Optional;

/** Examples from one-line markup, for tests. */
public final class Lines {

    private Lines() {}

    public static Example original(int line, String markup) {
        return new Example(
                "o-" + line, Optional.empty(), Markup.read(markup), new Provenance.Original("original.txt", line));
    }

    public static Example synthetic(int line, String markup) {
        return new Example(
                "s-" + line,
                Optional.empty(),
                Markup.read(markup),
                new Provenance.Synthetic("test", Optional.empty(), 1));
    }

    public static SourceIndex index(String... markup) {
        SourceIndex.Builder builder = SourceIndex.builder();
        for (int i = 0; i < markup.length; i++) {
            builder.add(original(i + 1, markup[i]));
        }
        return builder.build();
    }

    public static Evaluation evaluate(Optional<SourceIndex> original, String... markup) {
        return fill(Evaluation.of(EvaluationOptions.STANDARD, original), markup);
    }

    public static Evaluation fill(Evaluation evaluation, String... markup) {
        for (int i = 0; i < markup.length; i++) {
            evaluation.add(synthetic(i + 1, markup[i]));
        }
        return evaluation;
    }
}
