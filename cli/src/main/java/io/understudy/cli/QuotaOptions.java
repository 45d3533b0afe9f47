package io.understudy.cli;

import io.understudy.core.Label;
import io.understudy.core.text.Nearest;
import io.understudy.generator.Balance;
import io.understudy.generator.Quota;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.language.Trait;
import io.understudy.templates.grammar.language.Walk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What of a grammar is to be in how many lines. */
final class QuotaOptions {

    @Option(
            names = "--quota",
            paramLabel = "WHAT=N",
            converter = Asked.Reader.class,
            description =
                    "Grammar: how many lines are of intent:NAME, or hold label:LABEL, value:LABEL:VALUE or"
                            + " line:NUMBER[:COLUMN] of the grammar: N, at least N.., at most ..N, or N..M; may be given again.")
    private List<Asked> quotas = new ArrayList<>();

    @Option(
            names = "--balance",
            paramLabel = "WHAT",
            split = ",",
            converter = Balanced.class,
            description = "Grammar: what occurs equally often: intents, labels, values, alternatives; commas between.")
    private List<Balance> balance = new ArrayList<>();

    @Option(
            names = "--cover",
            paramLabel = "WHAT",
            converter = Cover.Reader.class,
            description =
                    "Grammar: begin with lines in which all alternatives occur: each, pairs (any two that can occur"
                            + " together) or triples. Without -n, no others.")
    Optional<Cover> cover = Optional.empty();

    /** Names of the options that were given. */
    List<String> used() {
        List<String> used = new ArrayList<>();
        if (!quotas.isEmpty()) {
            used.add("--quota");
        }
        if (!balance.isEmpty()) {
            used.add("--balance");
        }
        cover.ifPresent(what -> used.add("--cover"));
        return used;
    }

    Set<Balance> balance() {
        return balance.isEmpty() ? Set.of() : EnumSet.copyOf(balance);
    }

    /** @throws IllegalArgumentException if one names no line of the grammar, or cannot be beside a covering */
    List<Quota> quotas(Grammar grammar) {
        List<Quota> all = quotas.stream().map(each -> each.quota(grammar)).toList();
        if (cover.isPresent()
                && (balance.contains(Balance.LABELS)
                        || all.stream().anyMatch(each -> each.trait().isPresent()))) {
            throw new IllegalArgumentException(
                    "--cover takes a line for what occurs together in it, whatever else it holds, so --quota of a label,"
                            + " value or line and --balance labels cannot hold beside it; expected --quota intent:NAME=N"
                            + " or --balance intents,values,alternatives, which shape the lines after the covering");
        }
        return all;
    }

    /** Lines that quotas divide: where a covering decides how many there are, those that they ask for. */
    Optional<Long> lines(Optional<Long> count, List<Quota> all) {
        return count.isPresent() || cover.isEmpty() || all.isEmpty()
                ? count
                : Optional.of(all.stream()
                        .mapToLong(each -> each.most() == Long.MAX_VALUE ? each.least() : each.most())
                        .sum());
    }

    /** What of this shapes the output, by option. */
    void record(Map<String, String> recipe) {
        if (!quotas.isEmpty()) {
            recipe.put("quota", quotas.stream().map(Asked::text).collect(Collectors.joining(",")));
        }
        if (!balance.isEmpty()) {
            recipe.put("balance", balance.stream().map(Choice::name).collect(Collectors.joining(",")));
        }
        cover.ifPresent(what -> recipe.put("cover", Choice.name(what)));
    }

    static final class Balanced implements ITypeConverter<Balance> {
        @Override
        public Balance convert(String value) {
            return Choice.of("balance", value, Balance.values());
        }
    }

    /** As it was typed. */
    record Asked(String text, String kind, String what, long least, long most) {

        private static final Pattern FORM = Pattern.compile("([a-z]+):(.+)=(\\d{0,15})(\\.\\.)?(\\d{0,15})");
        private static final List<String> KINDS = List.of("intent", "label", "value", "line");

        static final class Reader implements ITypeConverter<Asked> {
            @Override
            public Asked convert(String value) {
                Matcher form = FORM.matcher(value);
                boolean isRange = form.matches() && form.group(4) != null;
                if (!form.matches()
                        || (form.group(3).isEmpty()
                                && (!isRange || form.group(5).isEmpty()))
                        || (!isRange && !form.group(5).isEmpty())) {
                    throw new TypeConversionException(
                            "'" + value
                                    + "' is no quota; expected WHAT=N such as label:CITY=50, value:CITY:Oslo=10.. or line:12=..5");
                }
                if (!KINDS.contains(form.group(1))) {
                    throw new TypeConversionException(Nearest.unknown("kind of quota", form.group(1), KINDS));
                }
                long least = form.group(3).isEmpty() ? 0 : Long.parseLong(form.group(3));
                long most = !isRange ? least : form.group(5).isEmpty() ? Long.MAX_VALUE : Long.parseLong(form.group(5));
                if (most < least) {
                    throw new TypeConversionException("'" + value + "': expected the lower number first");
                }
                return new Asked(value, form.group(1), form.group(2), least, most);
            }
        }

        Quota quota(Grammar grammar) {
            String said = "--quota " + text;
            return kind.equals("intent")
                    ? new Quota(said, Optional.of(what), Optional.empty(), least, most)
                    : new Quota(said, Optional.empty(), Optional.of(trait(grammar)), least, most);
        }

        private Trait trait(Grammar grammar) {
            if (kind.equals("label")) {
                return new Trait.Labelled(new Label(what));
            }
            if (kind.equals("line")) {
                return new Trait.Written(written(grammar));
            }
            int colon = what.indexOf(':');
            if (colon <= 0 || colon == what.length() - 1) {
                throw new IllegalArgumentException(
                        "--quota " + text + ": expected a label and a value, such as value:CITY:Oslo=10");
            }
            return new Trait.Valued(new Label(what.substring(0, colon)), what.substring(colon + 1));
        }

        /** The line itself, or what stands at a column. */
        private Set<Alternative> written(Grammar grammar) {
            Matcher place = Pattern.compile("(?:(.*[^\\d:][^:]*):)?(\\d{1,9})(?::(\\d{1,9}))?")
                    .matcher(what);
            Set<Alternative> found = Collections.newSetFromMap(new IdentityHashMap<>());
            if (place.matches()) {
                int line = Integer.parseInt(place.group(2));
                List<Alternative> there = Walk.alternatives(grammar).stream()
                        .filter(each -> each.at().line() == line && isIn(each.at(), place.group(1), grammar))
                        .toList();
                int column = place.group(3) != null
                        ? Integer.parseInt(place.group(3))
                        : there.stream()
                                .mapToInt(each -> each.at().column())
                                .min()
                                .orElse(0);
                there.stream().filter(each -> each.at().column() == column).forEach(found::add);
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException("--quota " + text
                        + ": nothing begins there; expected line:NUMBER or line:NUMBER:COLUMN, as grammar check"
                        + " --against lists them");
            }
            return found;
        }

        private static boolean isIn(Position at, String file, Grammar grammar) {
            return file == null
                    ? at.file().equals(grammar.intents().get(0).at().file())
                    : at.file().equals(file) || Path.of(at.file()).endsWith(file);
        }
    }
}
