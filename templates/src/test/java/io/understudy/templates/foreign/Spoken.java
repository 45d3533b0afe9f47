package io.understudy.templates.foreign;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Capital;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Range;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Grammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything a small grammar says, by brute force: slow, and with nothing in common with how the house counts. */
final class Spoken {

    /** A text or, with a label, a mention; {@code value} is carried up to the mention around it. */
    private record Piece(String text, Optional<Label> label, Details details) {}

    private record Derivation(List<Piece> pieces, Map<String, Boolean> coins, Optional<String> value) {}

    private final Grammar grammar;

    private Spoken(Grammar grammar) {
        this.grammar = grammar;
    }

    /** {@code intent>>>text}, sorted. */
    static Set<String> texts(Grammar grammar) {
        return utterances(grammar).entrySet().stream()
                .flatMap(intent -> intent.getValue().stream().map(each -> intent.getKey() + ">>>" + each.text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code intent>>>markup}, sorted; roles, groups and values stand behind the label. */
    static Set<String> markup(Grammar grammar) {
        return utterances(grammar).entrySet().stream()
                .flatMap(intent ->
                        intent.getValue().stream().map(each -> intent.getKey() + ">>>" + Markup.write(detailed(each))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AnnotatedText detailed(AnnotatedText text) {
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : text.mentions()) {
            Details details = mention.details();
            mentions.add(mention.withLabel(new Label(mention.label()
                    + details.role().map(role -> " role=" + role).orElse("")
                    + details.group().map(group -> " group=" + group).orElse("")
                    + details.value().map(value -> " value=" + value).orElse(""))));
        }
        return new AnnotatedText(text.text(), mentions);
    }

    static Map<String, List<AnnotatedText>> utterances(Grammar grammar) {
        Spoken spoken = new Spoken(grammar);
        Map<String, List<AnnotatedText>> all = new HashMap<>();
        for (Intent intent : grammar.intents()) {
            all.put(
                    intent.name(),
                    spoken.derivations(intent.body(), Map.of()).stream()
                            .map(each -> spoken.annotated(each.pieces()))
                            .toList());
        }
        return all;
    }

    private List<Derivation> derivations(Expression body, Map<String, Expression> given) {
        if (body instanceof Text text) {
            return List.of(new Derivation(List.of(plain(text.text())), Map.of(), Optional.empty()));
        }
        if (body instanceof Sequence sequence) {
            List<Derivation> all = List.of(new Derivation(List.of(), Map.of(), Optional.empty()));
            for (Expression part : sequence.parts()) {
                all = product(all, derivations(part, given));
            }
            return all;
        }
        if (body instanceof Choice choice) {
            List<Derivation> all = new ArrayList<>();
            for (Alternative alternative : choice.alternatives()) {
                all.addAll(derivations(alternative.body(), given));
            }
            return all;
        }
        if (body instanceof Maybe maybe) {
            List<Derivation> all = new ArrayList<>(derivations(maybe.body(), given));
            all.add(new Derivation(List.of(), Map.of(), Optional.empty()));
            return all;
        }
        if (body instanceof Tossed tossed) {
            List<Derivation> coin =
                    List.of(new Derivation(List.of(), Map.of(tossed.coin(), tossed.heads()), Optional.empty()));
            List<Derivation> all = new ArrayList<>(product(coin, derivations(tossed.body(), given)));
            all.add(new Derivation(List.of(), Map.of(tossed.coin(), !tossed.heads()), Optional.empty()));
            return all;
        }
        if (body instanceof Parameter parameter) {
            return derivations(given.get(parameter.name()), Map.of());
        }
        if (body instanceof Valued valued) {
            return derivations(valued.body(), given).stream()
                    .map(each -> new Derivation(
                            each.pieces(), each.coins(), each.value().or(valued::value)))
                    .toList();
        }
        if (body instanceof Inline inline) {
            return derivations(inline.body(), given).stream()
                    .map(each -> mention(each, new Label(inline.slot()), Optional.empty(), Optional.empty()))
                    .toList();
        }
        if (body instanceof Range range) {
            List<Derivation> all = new ArrayList<>();
            for (long i = 0; i < range.progression().size(); i++) {
                all.add(new Derivation(List.of(plain(range.progression().surface(i))), Map.of(), Optional.empty()));
            }
            return all;
        }
        if (body instanceof Capital capital) {
            return derivations(capital.body(), given).stream()
                    .map(Spoken::capital)
                    .toList();
        }
        if (body instanceof Reference reference) {
            return derivations(reference, given);
        }
        throw new IllegalArgumentException("unexpected " + body);
    }

    private List<Derivation> derivations(Reference reference, Map<String, Expression> given) {
        List<Derivation> all = new ArrayList<>();
        for (Rule rule : grammar.rules()) {
            boolean isMeant = rule.name().equals(reference.name())
                    && rule instanceof Slot == reference.slot()
                    && (reference.variation().isEmpty() || reference.variation().equals(rule.variation()));
            if (!isMeant) {
                continue;
            }
            Map<String, Expression> inner = new HashMap<>();
            for (int i = 0; i < rule.parameters().size(); i++) {
                inner.put(rule.parameters().get(i), bound(reference.arguments().get(i), given));
            }
            for (Derivation each : derivations(rule.body(), inner)) {
                all.add(rule instanceof Slot slot ? mention(each, slot.label(), slot.role(), slot.group()) : each);
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("nothing called " + reference.name());
        }
        return all;
    }

    private static Expression bound(Expression argument, Map<String, Expression> given) {
        if (argument instanceof Parameter parameter) {
            return given.get(parameter.name());
        }
        return argument instanceof Sequence sequence
                ? new Sequence(
                        sequence.parts().stream()
                                .map(each -> bound(each, given))
                                .toList(),
                        sequence.at())
                : argument;
    }

    private static List<Derivation> product(List<Derivation> left, List<Derivation> right) {
        List<Derivation> all = new ArrayList<>();
        for (Derivation one : left) {
            for (Derivation other : right) {
                boolean agree = one.coins().entrySet().stream()
                        .allMatch(coin -> other.coins()
                                .getOrDefault(coin.getKey(), coin.getValue())
                                .equals(coin.getValue()));
                if (agree) {
                    List<Piece> pieces = new ArrayList<>(one.pieces());
                    pieces.addAll(other.pieces());
                    Map<String, Boolean> coins = new HashMap<>(one.coins());
                    coins.putAll(other.coins());
                    all.add(new Derivation(pieces, coins, one.value().or(other::value)));
                }
            }
        }
        return all;
    }

    private Derivation mention(Derivation body, Label label, Optional<String> role, Optional<String> group) {
        StringBuilder surface = new StringBuilder();
        for (Piece piece : body.pieces()) {
            if (piece.label().isPresent()) {
                throw new IllegalArgumentException("a mention in a mention");
            }
            surface.append(piece.text());
        }
        Details details = new Details(Optional.empty(), role, group, body.value(), Map.of());
        String text = surface.toString().strip().replaceAll("\\s+", " ");
        return new Derivation(List.of(new Piece(text, Optional.of(label), details)), body.coins(), Optional.empty());
    }

    private static Derivation capital(Derivation body) {
        List<Piece> pieces = new ArrayList<>(body.pieces());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.text().isBlank()) {
                String text = piece.text().stripLeading();
                String gap = piece.text().substring(0, piece.text().length() - text.length());
                pieces.set(
                        i,
                        new Piece(
                                gap + text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1),
                                piece.label(),
                                piece.details()));
                break;
            }
        }
        return new Derivation(pieces, body.coins(), body.value());
    }

    private AnnotatedText annotated(List<Piece> pieces) {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        boolean gap = false;
        boolean begun = false;
        for (Piece piece : pieces) {
            String text = piece.text().replaceAll("\\s+", " ");
            gap |= text.startsWith(" ");
            String stripped = text.strip();
            if (stripped.isEmpty()) {
                continue;
            }
            builder.append(gap && begun ? " " : "");
            if (piece.label().isPresent()) {
                builder.append(stripped, piece.label().get(), piece.details());
            } else {
                builder.append(stripped);
            }
            begun = true;
            gap = text.endsWith(" ");
        }
        return builder.build();
    }

    private static Piece plain(String text) {
        return new Piece(text, Optional.empty(), Details.NONE);
    }
}
