package io.understudy.templates.grammar.language;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Catalogue;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Named;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Range;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Spread;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Recursion;
import io.understudy.templates.grammar.language.Family.Member;
import io.understudy.templates.grammar.language.Node.Article;
import io.understudy.templates.grammar.language.Node.Gap;
import io.understudy.templates.grammar.language.Node.Open;
import io.understudy.templates.grammar.language.Node.Recall;
import io.understudy.templates.grammar.language.Node.Steps;
import io.understudy.templates.grammar.language.Node.Tagged;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows references and sets named choices apart. One for each intent; what has no named choice is shared by all. */
final class Compiler {

    private static final int DEEPEST = 900;
    private static final int MOST_VARIABLES = 31;

    /** A definition as it is called: by key, for it is large; its arguments are compared by identity. */
    record Call(String key, List<Family> arguments, Map<String, Integer> inside, boolean tagged) {

        // As a record has them; written, they need not be linked, which is felt at every start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Call call
                    && key.equals(call.key)
                    && arguments.equals(call.arguments)
                    && inside.equals(call.inside)
                    && tagged == call.tagged;
        }

        @Override
        public int hashCode() {
            return ((key.hashCode() * 31 + arguments.hashCode()) * 31 + inside.hashCode()) * 2 + (tagged ? 1 : 0);
        }
    }

    /** What a named choice is made from. */
    record Variable(String name, Optional<Node> body) {}

    private final Names names;
    private final Nodes nodes;
    private final Families families;
    private final Map<Call, Family> shared;
    private final Map<Call, Family> own = new HashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Deque<Map<String, Family>> arguments = new ArrayDeque<>();
    private final Map<Integer, Lengths> lengths = new HashMap<>();
    private Map<String, Integer> inside = Map.of();
    private Set<String> left = Set.of();
    private boolean tagged;
    private int deep;

    /** @param shared what other intents have made already */
    Compiler(Names names, Nodes nodes, Map<Call, Family> shared) {
        this.names = names;
        this.nodes = nodes;
        this.families = new Families(nodes);
        this.shared = shared;
    }

    Family compile(Intent intent) {
        return compile((Expression) intent.body());
    }

    /** Named choices and coins that were met; the number of each is its place in a key. */
    List<Variable> variables() {
        return variables;
    }

    /** @throws Wrong if something that names alone do not show is wrong */
    private Family compile(Expression expression) {
        if (++deep > DEEPEST) {
            throw wrong(expression, "definitions and brackets are nested more than " + DEEPEST + " deep");
        }
        try {
            return made(expression);
        } catch (Nodes.TooLarge e) {
            throw wrong(expression, "grows explosively: " + e.getMessage());
        } finally {
            deep--;
        }
    }

    private Family made(Expression expression) {
        if (expression instanceof Text text) {
            return Family.of(families.text(text.text()));
        }
        if (expression instanceof Sequence sequence) {
            return sequence(sequence);
        }
        if (expression instanceof Choice choice) {
            return choice(choice.alternatives(), choice.spread());
        }
        if (expression instanceof Maybe maybe) {
            return maybe(maybe);
        }
        if (expression instanceof Tossed tossed) {
            return tossed(tossed);
        }
        if (expression instanceof Reference reference) {
            return reference(reference);
        }
        if (expression instanceof Parameter parameter) {
            return arguments.getFirst().get(parameter.name());
        }
        if (expression instanceof Inline inline) {
            Tag tag = names.slot(inline.slot())
                    .map(Compiler::tag)
                    .orElseGet(() -> new Tag(new Label(inline.slot()), Details.NONE));
            return mention(tag, inline, () -> compile(inline.body()));
        }
        if (expression instanceof Expression.Valued valued) {
            return compile(valued.body()).map(node -> nodes.made(new Node.Valued(node, valued.value())));
        }
        if (expression instanceof Range range) {
            return Family.of(nodes.made(new Steps(range.progression())));
        }
        if (expression instanceof Catalogue catalogue) {
            return Family.of(nodes.entries(catalogue.listing()));
        }
        if (expression instanceof Expression.Open open) {
            if (open.mention() && tagged) {
                throw nested(open);
            }
            return Family.of(nodes.made(new Open(open)));
        }
        if (expression instanceof Named choice) {
            return named(choice.name(), choice);
        }
        if (expression instanceof Expression.Capital capital) {
            return compile(capital.body()).map(node -> nodes.made(new Node.Capital(node)));
        }
        return Family.of(nodes.made(new Article(((Expression.Article) expression).capital())));
    }

    private Family sequence(Sequence sequence) {
        Set<String> before = left;
        Family joined = Family.of(nodes.sequence(List.of()));
        List<Node> run = new ArrayList<>();
        for (Expression part : sequence.parts()) {
            Family next = compile(part);
            if (next.isEmpty()) {
                left = before;
                return Family.EMPTY;
            }
            if (next.isFree()) {
                run.add(next.node());
            } else {
                joined = families.product(families.product(joined, Family.of(nodes.sequence(run))), next);
                run.clear();
            }
            if (!left.isEmpty() && next.members().values().stream().noneMatch(each -> nullable(each.node()))) {
                left = Set.of();
            }
        }
        left = before;
        return joined.isFree()
                ? Family.of(nodes.sequence(run))
                : families.product(joined, Family.of(nodes.sequence(run)));
    }

    private Family choice(List<Alternative> alternatives, Spread spread) {
        // No stream: its frames would halve how deep definitions may be nested.
        List<Family> made = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            made.add(compile(alternative.body()));
        }
        return families.choice(alternatives, made, spread);
    }

    private Family maybe(Maybe maybe) {
        return families.maybe(compile(maybe.body()), maybe.probability().orElse(0.5), names.ways(maybe));
    }

    private Family tossed(Tossed tossed) {
        int coin = variable(tossed.coin(), Optional.empty(), tossed);
        return families.tossed(
                compile(tossed.body()),
                tossed.heads() ? Family.heads(coin) : Family.tails(coin),
                tossed.heads() ? Family.tails(coin) : Family.heads(coin));
    }

    private Family reference(Reference reference) {
        List<Rule> rules = names.rules(reference);
        if (rules.isEmpty()) {
            return named(reference.name(), names.named(reference.name()).orElseThrow());
        }
        if (reference.slot() && names.isConstrained(reference.name())) {
            return named(reference.name(), reference);
        }
        return call(reference, rules);
    }

    private Family call(Reference reference, List<Rule> rules) {
        List<Family> given = new ArrayList<>();
        for (Expression argument : reference.arguments()) {
            given.add(compile(argument));
        }
        Map<String, Integer> outside = inside;
        OptionalInt length = OptionalInt.empty();
        Set<String> before = left;
        Map<String, Integer> deeper = new HashMap<>(outside);
        Set<String> begun = new HashSet<>(before);
        for (Rule rule : rules) {
            String key = Names.key(rule);
            int times = outside.getOrDefault(key, 0);
            Recursion recursion = rule.recursion();
            if (times > 0 && before.contains(key) && recursion.length() == 0) {
                throw wrong(
                        reference,
                        "left recursion: '" + Names.shown(rule) + "' begins with itself; expected other"
                                + " words before it");
            }
            if (times > 0 && recursion.most() == 0) {
                throw wrong(
                        reference,
                        "'" + Names.shown(rule) + "' stands inside itself without a bound; give depth=N or"
                                + " length=N in its head");
            }
            if (times > recursion.most()) {
                return Family.EMPTY;
            }
            if (recursion.length() > 0) {
                length = OptionalInt.of(Math.min(length.orElse(Integer.MAX_VALUE), recursion.length() - times));
            }
            deeper.put(key, times + 1);
            begun.add(key);
        }
        // Only where something may stand inside itself does it matter what it stands in.
        Call call = new Call(
                rules.stream().map(Names::key).collect(Collectors.joining()),
                given,
                names.isRecursive() ? outside : Map.of(),
                tagged);
        Family known = shared.containsKey(call) ? shared.get(call) : own.get(call);
        if (known != null) {
            return known;
        }
        inside = deeper;
        left = begun;
        arguments.push(bound(rules.get(0), given));
        try {
            List<Alternative> lines = rules.size() == 1
                    ? rules.get(0).body().alternatives()
                    : rules.stream()
                            .flatMap(rule -> rule.body().alternatives().stream())
                            .toList();
            Choice body =
                    new Choice(lines, rules.get(0).body().spread(), rules.get(0).at());
            Family made = rules.get(0) instanceof Slot slot
                    ? mention(tag(slot), reference, () -> compile(body))
                    : compile((Expression) body);
            if (length.isPresent()) {
                made = shortened(made, length.getAsInt(), rules);
            }
            (made.isFree() ? shared : own).put(call, made);
            return made;
        } finally {
            arguments.pop();
            inside = outside;
            left = before;
        }
    }

    /** What says no more than some characters. */
    private Family shortened(Family family, int length, List<Rule> rules) {
        int most =
                rules.stream().mapToInt(rule -> rule.recursion().length()).max().orElse(length);
        Lengths own = lengths.computeIfAbsent(most, key -> new Lengths(nodes, key));
        Map<Long, Member> members = new LinkedHashMap<>();
        family.members()
                .forEach((key, member) -> own.atMost(member.node(), length)
                        .ifPresent(node -> members.put(key, new Member(node, member.mass()))));
        return new Family(members);
    }

    private static Map<String, Family> bound(Rule rule, List<Family> given) {
        Map<String, Family> bound = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            bound.put(rule.parameters().get(i), given.get(i));
        }
        return bound;
    }

    private interface Body {
        Family make();
    }

    private Family mention(Tag tag, Expression at, Body body) {
        if (tagged) {
            throw nested(at);
        }
        tagged = true;
        try {
            return body.make().map(node -> nodes.made(new Tagged(node, tag)));
        } finally {
            tagged = false;
        }
    }

    private static Tag tag(Slot slot) {
        Details details = Details.NONE;
        details = slot.role().isPresent() ? details.withRole(slot.role().get()) : details;
        details = slot.group().isPresent() ? details.withGroup(slot.group().get()) : details;
        return new Tag(slot.label(), details);
    }

    /** A choice made once for the utterance. */
    private Family named(String name, Expression choice) {
        Integer known = numbers.get("choice " + name);
        if (known == null) {
            known = variable(name, Optional.of(once(choice)), choice);
        }
        Node body = variables.get(known).body().orElseThrow();
        return Family.of(Family.heads(known), nodes.made(new Recall(known, body)));
    }

    private Node once(Expression choice) {
        Expression body = choice instanceof Named named ? named.body() : choice;
        Family family = body instanceof Reference reference && reference.slot() && names.isConstrained(reference.name())
                ? call(reference, names.rules(reference))
                : compile(body);
        if (!family.isFree()) {
            throw wrong(choice, "a choice that is made once holds a coin or another such choice; expected neither");
        }
        if (family.isEmpty()) {
            throw wrong(choice, "a choice that is made once has nothing to choose from");
        }
        return family.node();
    }

    private int variable(String name, Optional<Node> body, Expression at) {
        String key = (body.isPresent() ? "choice " : "coin ") + name;
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        if (variables.size() == MOST_VARIABLES) {
            throw wrong(at, "more than " + MOST_VARIABLES + " coins and named choices in one intent");
        }
        numbers.put(key, variables.size());
        variables.add(new Variable(name, body));
        return variables.size() - 1;
    }

    private static boolean nullable(Node node) {
        if (node instanceof Node.Seq seq) {
            return seq.parts().stream().allMatch(Compiler::nullable);
        }
        if (node instanceof Node.Alt alt) {
            return alt.options().stream().anyMatch(Compiler::nullable);
        }
        return node instanceof Gap || (node instanceof Node.Around around && nullable(around.body()));
    }

    private static Wrong nested(Expression at) {
        return wrong(at, "a mention inside a mention; expected a phrase <...> there");
    }

    private static Wrong wrong(Expression at, String message) {
        return new Wrong(at.at(), message);
    }
}
