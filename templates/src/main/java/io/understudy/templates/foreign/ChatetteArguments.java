package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatetteSyntax.Group;
import io.understudy.templates.foreign.ChatetteSyntax.Name;
import io.understudy.templates.foreign.ChatetteSyntax.Part;
import io.understudy.templates.foreign.ChatetteSyntax.Reference;
import io.understudy.templates.foreign.ChatetteSyntax.Rule;
import io.understudy.templates.foreign.ChatetteSyntax.Unit;
import io.understudy.templates.foreign.ChatetteSyntax.Words;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of each unit. The tool replaces {@code $NAME} in the finished text, so that an argument reaches the
 * units within the one it is given to; here each unit has all the parameters that are in it and hands them on.
 */
final class ChatetteArguments {

    private static final int MOST_CHARACTERS = 100;
    private static final int MOST_PARAMETERS = 20;

    private final Map<Name, Unit> units;
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();
    private final Map<Name, Set<String>> parameters = new HashMap<>();

    /** @param units none of them within itself */
    ChatetteArguments(Map<Name, Unit> units) {
        this.units = units;
        for (Unit unit : units.values()) {
            unit.head.argument().ifPresent(name -> {
                if (name.length() > MOST_CHARACTERS) {
                    throw Source.fault(
                            unit.head.at(), "the name of an argument has more than " + MOST_CHARACTERS + " characters");
                }
                names.add(name);
                lengths.add(name.length());
            });
        }
    }

    /** In the order in which references give them; none for an intent, which nothing refers to. */
    List<String> parameters(Name name) {
        return name.kind() == Kind.INTENT ? List.of() : List.copyOf(free(units.get(name)));
    }

    /** What a reference gives to each parameter of its unit. */
    List<Expression> given(Reference reference, Name caller) {
        Optional<String> own = units.get(reference.name()).head.argument();
        List<Expression> given = new ArrayList<>();
        for (String parameter : parameters(reference.name())) {
            boolean isOwn = reference.argument().isPresent() && own.equals(Optional.of(parameter));
            String text = isOwn ? reference.argument().get() : "$" + parameter;
            List<Expression> parts = parts(text, caller, reference.at());
            given.add(parts.size() == 1 ? parts.get(0) : new Expression.Sequence(parts, reference.at()));
        }
        return given;
    }

    /** Words as text and the caller's parameters. */
    List<Expression> parts(String words, Name caller, Position at) {
        List<String> known = parameters(caller);
        List<Expression> parts = new ArrayList<>();
        int from = 0;
        for (int i = words.indexOf('$'); i >= 0; i = words.indexOf('$', i + 1)) {
            Optional<String> name = nameAt(words, i + 1, at);
            if (name.filter(known::contains).isPresent()) {
                if (i > from) {
                    parts.add(new Text(words.substring(from, i), at));
                }
                parts.add(new Parameter(name.get(), at));
                from = i + 1 + name.get().length();
            }
        }
        if (from < words.length() || parts.isEmpty()) {
            parts.add(new Text(words.substring(from), at));
        }
        return parts;
    }

    private Optional<String> nameAt(String words, int from, Position at) {
        List<String> found = lengths.stream()
                .filter(length -> from + length <= words.length())
                .map(length -> words.substring(from, from + length))
                .filter(names::contains)
                .toList();
        if (found.size() > 1) {
            throw Source.fault(
                    at,
                    "'$%s' may be two arguments, %s; rename one".formatted(found.get(1), String.join(" and ", found)));
        }
        return found.stream().findFirst();
    }

    private Set<String> free(Unit unit) {
        Set<String> known = parameters.get(unit.name());
        if (known == null) {
            known = new TreeSet<>();
            for (Rule rule : unit.rules()) {
                collect(rule.parts(), known);
            }
            if (known.size() > MOST_PARAMETERS) {
                throw Source.fault(unit.head.at(), "more than " + MOST_PARAMETERS + " arguments in " + unit.name());
            }
            parameters.put(unit.name(), known);
        }
        return known;
    }

    private void collect(List<Part> parts, Set<String> found) {
        for (Part part : parts) {
            if (part instanceof Words words) {
                collect(words.text(), words.at(), found);
            } else if (part instanceof Group group) {
                group.rules().forEach(rule -> collect(rule.parts(), found));
            } else if (part instanceof Reference reference) {
                Unit target = units.get(reference.name());
                Set<String> inside = new TreeSet<>(free(target));
                if (reference.argument().isPresent()) {
                    target.head.argument().ifPresent(inside::remove);
                    collect(reference.argument().get(), reference.at(), found);
                }
                found.addAll(inside);
            }
        }
    }

    private void collect(String words, Position at, Set<String> found) {
        for (int i = words.indexOf('$'); i >= 0; i = words.indexOf('$', i + 1)) {
            nameAt(words, i + 1, at).ifPresent(found::add);
        }
    }
}
