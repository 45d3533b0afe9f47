package io.understudy.templates.grammar.text;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Constraint.After;
import io.understudy.templates.grammar.Constraint.Differs;
import io.understudy.templates.grammar.Constraint.OnlyWith;
import io.understudy.templates.grammar.Definition;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression.Catalogue;
import io.understudy.templates.grammar.Expression.Spread;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Listing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes grammars in our own language; what {@link GrammarReader} reads of it says the same. */
public final class GrammarWriter {

    private final StringBuilder out = new StringBuilder();

    private GrammarWriter() {}

    /** The whole grammar, imports written out; catalogues are named, not copied. */
    public static String write(Grammar grammar) {
        GrammarWriter writer = new GrammarWriter();
        grammar.intents().forEach(writer::intent);
        grammar.rules().forEach(writer::rule);
        if (!grammar.constraints().isEmpty()) {
            writer.blank();
        }
        grammar.constraints().forEach(writer::constraint);
        return writer.out.toString();
    }

    /** A name where a name is expected: as it is, or in quotes. */
    static String name(String name) {
        return name.matches("[\\p{L}\\p{N}_-]+") ? name : '"' + name.replace('"', '\'') + '"';
    }

    private void blank() {
        if (out.length() > 0) {
            out.append('\n');
        }
    }

    private void intent(Intent intent) {
        blank();
        out.append("intent ").append(name(intent.name()));
        end(intent, intent.arguments());
    }

    private void rule(Rule rule) {
        blank();
        out.append(rule instanceof Slot ? "slot " : "alias ").append(name(rule.name()));
        rule.variation().ifPresent(variation -> out.append('#').append(name(variation)));
        if (!rule.parameters().isEmpty()) {
            out.append(rule.parameters().stream().map(GrammarWriter::name).collect(Collectors.joining(", ", "(", ")")));
        }
        if (rule instanceof Slot slot && !slot.label().name().equals(slot.name())) {
            out.append(": ").append(name(slot.label().name()));
        }
        if (rule instanceof Slot slot) {
            slot.role().ifPresent(role -> key("role", role));
            slot.group().ifPresent(group -> key("group", group));
        }
        bound("depth", rule.recursion().depth());
        bound("length", rule.recursion().length());
        end(rule, rule instanceof Slot slot ? slot.arguments() : Map.of());
    }

    private void bound(String key, int bound) {
        if (bound > 0) {
            key(key, Integer.toString(bound));
        }
    }

    private void end(Definition definition, Map<String, String> arguments) {
        arguments.forEach(this::key);
        if (definition.body().spread() == Spread.COUNT) {
            key("by", "count");
        }
        List<Alternative> lines = definition.body().alternatives();
        boolean[] listed = {false};
        for (Alternative line : lines) {
            if (line.body() instanceof Catalogue catalogue && !listed[0]) {
                listed[0] = true;
                listing(catalogue.listing());
            }
        }
        out.append('\n');
        for (Alternative line : lines) {
            if (!(line.body() instanceof Catalogue)) {
                out.append("  ");
                line.side()
                        .ifPresent(side ->
                                out.append(side.name().toLowerCase(Locale.ROOT)).append(": "));
                out.append(LineWriter.line(line)).append('\n');
            }
        }
    }

    private void listing(Listing listing) {
        key("file", listing.file());
        listing.column().ifPresent(column -> key("column", column));
        listing.value().ifPresent(column -> key("value", column));
        listing.weight().ifPresent(column -> key("weight", column));
    }

    private void key(String key, String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
        out.append(' ').append(key).append('=').append(plain ? value : '"' + value.replace('"', '\'') + '"');
    }

    private void constraint(Constraint constraint) {
        out.append("where ");
        if (constraint instanceof Differs differs) {
            out.append(name(differs.one())).append(" differs from ").append(name(differs.other()));
        } else if (constraint instanceof After after) {
            out.append(name(after.later())).append(" after ").append(name(after.earlier()));
        } else {
            OnlyWith only = (OnlyWith) constraint;
            out.append(name(only.slot())).append(values(only.values()));
            out.append(" only with ").append(name(only.other())).append(values(only.others()));
        }
        out.append('\n');
    }

    private static String values(List<String> values) {
        return values.isEmpty()
                ? ""
                : values.stream()
                        .map(value -> '"' + value.replace('"', '\'') + '"')
                        .collect(Collectors.joining(", ", "=", ""));
    }
}
