package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.generator.surrogate.FirstNames;
import io.understudy.ner.linking.Linker;
import io.understudy.ner.linking.Links;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links the mentions of each scope. Scopes of one line are linked when they are met; others are remembered. */
final class Scoped {

    private final StandInOptions.Scope scope;
    private final Optional<String> from;
    private final Map<String, Linker> linkers = new HashMap<>();
    private final Map<String, Links> links = new HashMap<>();
    private final Map<String, Integer> met = new HashMap<>();

    /** @param from format of the inputs, where it was named */
    Scoped(StandInOptions.Scope scope, Optional<String> from) {
        this.scope = scope;
        this.from = from;
    }

    /** Names what an example's dates move with. */
    String document(Example example) {
        return isLong(example) ? file(example) : "#" + example.id();
    }

    private static String file(Example example) {
        return example.provenance() instanceof Provenance.Original original ? original.corpus() : "";
    }

    /** Whether the example is one of several in its scope. */
    private boolean isLong(Example example) {
        return switch (scope) {
            case LINE -> false;
            case CORPUS -> true;
            case DOCUMENT ->
                from.or(() -> Corpus.formatOf(file(example)).map(CorpusFormat::name))
                        .filter("text"::equals)
                        .isPresent();
        };
    }

    private String key(Example example) {
        return scope == StandInOptions.Scope.CORPUS ? "" : file(example);
    }

    void add(Example example) {
        if (isLong(example)) {
            linkers.computeIfAbsent(key(example), key -> new Linker(FirstNames::gender))
                    .add(example.annotated());
        }
    }

    /** All were added. */
    void link() {
        linkers.forEach((key, linker) -> links.put(key, linker.link()));
        linkers.clear();
    }

    /** Before the lines are read again. */
    void rewind() {
        met.clear();
    }

    /** Lines in the order in which they were added. */
    AnnotatedText apply(Example example) {
        if (!isLong(example)) {
            return Linker.link(example.annotated(), FirstNames::gender);
        }
        String key = key(example);
        int number = met.merge(key, 1, Integer::sum) - 1;
        return links.get(key).apply(number, example.annotated());
    }
}
