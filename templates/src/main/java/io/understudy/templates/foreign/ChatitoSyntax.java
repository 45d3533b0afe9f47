package io.understudy.templates.foreign;

import io.understudy.templates.grammar.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Chatito file says, before names are looked up. */
final class ChatitoSyntax {

    private ChatitoSyntax() {}

    /** @param imports paths as they are written, with where */
    record Document(List<Import> imports, List<Definition> definitions) {}

    record Import(String path, Position at) {}

    record Definition(Name name, Map<String, String> arguments, List<Sentence> sentences, Position at) {}

    /**
     * What a definition is found by.
     *
     * @param variation what follows {@code #}, for slots only
     */
    record Name(Kind kind, String text, Optional<String> variation) {

        // As a record has them; written, they need not be linked, which is felt at every start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Name name
                    && kind == name.kind
                    && text.equals(name.text)
                    && variation.equals(name.variation);
        }

        @Override
        public int hashCode() {
            return (kind.hashCode() * 31 + text.hashCode()) * 31 + variation.hashCode();
        }

        @Override
        public String toString() {
            return kind.sign + "[" + text + variation.map(v -> "#" + v).orElse("") + "]";
        }
    }

    record Sentence(Optional<Probability> probability, List<Token> tokens, Position at) {}

    /** @param percent whether the number is a share of 100 and not a weight */
    record Probability(double number, boolean percent) {}

    sealed interface Token permits Text, Reference {}

    record Text(String text, Position at) implements Token {}

    record Reference(Name name, boolean optional, Position at) implements Token {}
}
