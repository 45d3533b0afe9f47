package io.understudy.templates.grammar;

import io.understudy.core.Label;
import io.understudy.templates.grammar.Expression.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has a name in a grammar. */
public sealed interface Definition {

    String name();

    /** One alternative for each line. */
    Choice body();

    Position at();

    /**
     * What utterances are made from.
     *
     * @param arguments what its head says, such as {@code train=100}; in the order of the file
     */
    record Intent(String name, Map<String, String> arguments, Choice body, Position at) implements Definition {
        public Intent {
            arguments = Arguments.copy(arguments);
        }
    }

    /** What {@link Expression.Reference}s name. Several of one name differ in their variation. */
    sealed interface Rule extends Definition {

        Optional<String> variation();

        /** Names that stand for what a reference gives. */
        List<String> parameters();

        /** How far it may stand inside itself. */
        Recursion recursion();
    }

    /** A phrase without a label of its own. */
    record Alias(
            String name,
            Optional<String> variation,
            List<String> parameters,
            Recursion recursion,
            Choice body,
            Position at)
            implements Rule {
        public Alias {
            parameters = List.copyOf(parameters);
        }

        public Alias(String name, Choice body, Position at) {
            this(name, Optional.empty(), List.of(), Recursion.NONE, body, at);
        }
    }

    /**
     * A phrase that is a mention.
     *
     * @param label its label; variations of one slot share label, role and group
     * @param arguments what its head says and we do not know, in the order of the file
     */
    record Slot(
            String name,
            Optional<String> variation,
            List<String> parameters,
            Recursion recursion,
            Label label,
            Optional<String> role,
            Optional<String> group,
            Map<String, String> arguments,
            Choice body,
            Position at)
            implements Rule {
        public Slot {
            parameters = List.copyOf(parameters);
            arguments = Arguments.copy(arguments);
        }

        public Slot(String name, Choice body, Position at) {
            this(
                    name,
                    Optional.empty(),
                    List.of(),
                    Recursion.NONE,
                    new Label(name),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    body,
                    at);
        }
    }
}
