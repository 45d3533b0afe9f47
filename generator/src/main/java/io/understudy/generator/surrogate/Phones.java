package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Telephone numbers that ring nowhere ({@link PhonePlan}), in the punctuation of the original where one with as many
 * digits exists: of the original's country where that is known, else North American or British. Where a range runs out,
 * an extension is added.
 */
final class Phones implements Source {

    /** Digits of a number of North America. */
    private static final int AMERICAN = 10;

    @Override
    public String draw(Wish wish) {
        Look look = wish.look();
        SplittableRandom random = wish.random();
        if (wish.plausible()) {
            return Codes.follow(look.has(Run.DIGITS) ? look : Look.of(new Shape("ddd-ddd-dddd")), random, 0);
        }
        int extension = extension(look);
        int count = look.digits() - extension;
        if (wish.original().isPresent()) {
            return known(wish.original().get(), look, count, extension, random);
        }
        String digits = digits(count, look.has('+'), random);
        // "+46 ..." of 11 digits: the only country code of one digit with a reserved range is +1.
        boolean splitCode = digits.startsWith("1") && look.shape().pattern().matches("\\+ ?dd\\D.*");
        String number;
        if (look.has('+') && (digits.isEmpty() || splitCode)) {
            String local = PhonePlan.BRITAIN.draw(random);
            number = "+44 " + local.substring(0, 4) + ' ' + local.substring(4);
        } else if (digits.isEmpty()) {
            String plain = PhonePlan.NORTH_AMERICA.draw(random);
            number = "(" + plain.substring(0, 3) + ") " + plain.substring(3, 6) + "-" + plain.substring(6);
        } else {
            number = laidOut(look, digits + Codes.digits(extension, random));
        }
        return wish.relaxed() ? number.replaceAll(" ?x.*", "") + " x" + Codes.digits(4, random) : number;
    }

    private static String firstDigits(String surface, int count) {
        StringBuilder digits = new StringBuilder();
        surface.chars().filter(Character::isDigit).limit(count).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    /**
     * What stands before a number that is dealt.
     *
     * @param code of the country
     * @param number of the original, without country code and trunk prefix
     */
    private record Line(String lead, Stock stock, String code, String number) {

        /** A number of the region that stands in for the one that the original's area code names, laid out. */
        Optional<String> regional(Original original, Look look, String extension) {
            Optional<Region> from = AreaCodes.region(code, number);
            Optional<Region> to = from.map(region -> region.country().equals("US")
                    ? original.standIn(region)
                    : original.region(region.country(), region.code()));
            return to.flatMap(region -> PhonePlan.ofCode(code, number.length()).stock(number.length(), region))
                    .flatMap(own -> original.deal().placed(own, Optional::of))
                    .map(dealt -> laidOut(
                            regrouped(
                                    look,
                                    lead.length(),
                                    from.get().dialling().length(),
                                    to.get().dialling().length()),
                            lead + dealt + extension));
        }
    }

    /** Of an extension: so many more numbers when those of a range are given. */
    private static final BigInteger EXTENSIONS = BigInteger.valueOf(10_000);

    private static final Stock LOCAL = Stock.of("555-01xx", Draft.of("55501dd"));

    private static String known(Original original, Look look, int count, int extension, SplittableRandom random) {
        Deal deal = original.deal();
        Optional<Line> line = like(firstDigits(original.surface(), count), look);
        if (line.isPresent()) {
            Stock stock = line.get().stock();
            Function<String, String> laidOut =
                    number -> laidOut(look, line.get().lead() + number + Codes.digits(extension, random));
            Stock more = new Stock(
                    stock.name() + ", with extensions",
                    stock.size().multiply(EXTENSIONS),
                    index -> laidOut(look, line.get().lead() + stock.at().apply(index.divide(EXTENSIONS)))
                                    .replaceAll(" ?x.*", "")
                            + " x"
                            + Draft.of("dddd").at(index.mod(EXTENSIONS)));
            return line.get()
                    .regional(original, look, Codes.digits(extension, random))
                    .or(() -> deal.placed(stock, Optional::of).map(laidOut))
                    .or(() -> deal.placed(more, Optional::of))
                    .orElseGet(() -> laidOut.apply(deal.shared(stock, Optional::of)));
        }
        Stock plain = PhonePlan.NORTH_AMERICA.stock(AMERICAN, 0).orElseThrow();
        String number = deal.placed(plain, Optional::of).orElseGet(() -> deal.shared(plain, Optional::of));
        return "(" + number.substring(0, 3) + ") " + number.substring(3, 6) + "-" + number.substring(6);
    }

    /** As many digits of the same country; empty where its free ranges have no such number. */
    private static Optional<Line> like(String original, Look look) {
        boolean international = look.has('+') || original.startsWith("00");
        if (!international) {
            return original.startsWith("0") ? national(original, look) : american(original);
        }
        String lead = look.has('+') ? "" : "00";
        String code = PhonePlan.codeOf(original.substring(lead.length()));
        String rest = original.substring(lead.length() + code.length());
        // "+44 (0)20": the trunk prefix is written though not dialled.
        String trunk = rest.startsWith("0") && look.has('(') ? "0" : "";
        int digits = rest.length() - trunk.length();
        return PhonePlan.ofCode(code, digits)
                .stock(digits, area(look, lead.length() + code.length() + trunk.length()))
                .map(stock -> new Line(lead + code + trunk, stock, code, rest.substring(trunk.length())));
    }

    /** Numbers with a trunk prefix: France writes pairs, Australia has ten digits, Britain eleven. */
    private static Optional<Line> national(String original, Look look) {
        boolean pairs = look.shape().pattern().matches("dd(\\Ddd){4}");
        List<PhonePlan> plans =
                pairs ? List.of(PhonePlan.FRANCE) : List.of(PhonePlan.BRITAIN, PhonePlan.GERMANY, PhonePlan.AUSTRALIA);
        String number = original.substring(1);
        return plans.stream()
                .flatMap(plan -> plan.stock(number.length(), area(look, 1)).stream()
                        .map(stock -> new Line("0", stock, plan.code(), number)))
                .findFirst();
    }

    /** How many digits stand together behind the first few. */
    private static int area(Look look, int before) {
        int seen = 0;
        for (Token token : look.tokens()) {
            if (token.run() == Run.DIGITS) {
                seen += token.text().length();
                if (seen > before) {
                    return Math.min(seen - before, token.text().length());
                }
            }
        }
        return 0;
    }

    private static Optional<Line> american(String original) {
        return switch (original.length()) {
            case 7 -> Optional.of(new Line("", LOCAL, "", original));
            case AMERICAN -> american("", original);
            case AMERICAN + 1 -> american("1", original.substring(1));
            default -> Optional.empty();
        };
    }

    private static Optional<Line> american(String lead, String number) {
        return PhonePlan.NORTH_AMERICA.stock(AMERICAN, 0).map(stock -> new Line(lead, stock, "1", number));
    }

    /** Empty where no reserved number has so many digits. */
    private static String digits(int count, boolean plus, SplittableRandom random) {
        return switch (count) {
            case 7 -> "55501" + Codes.digits(2, random);
            case 10 -> american(random);
            case 11 ->
                plus ? "1" + american(random) : random.nextInt(4) == 0 ? "1" + american(random) : "0" + british(random);
            case 12 -> plus ? "44" + british(random) : "";
            case 13 -> plus ? "440" + british(random) : "001" + american(random);
            case 14 -> plus ? "" : "0044" + british(random);
            default -> "";
        };
    }

    private static String american(SplittableRandom random) {
        return PhonePlan.NORTH_AMERICA.draw(random);
    }

    private static String british(SplittableRandom random) {
        return PhonePlan.BRITAIN.draw(random);
    }

    /** Digits behind letters ("x0135", "ext. 12"), which are no part of the number. */
    private static int extension(Look look) {
        int extension = 0;
        boolean behind = false;
        int before = 0;
        for (Token token : look.tokens()) {
            if (token.run() == Run.LETTERS) {
                behind = before > 0;
            } else if (token.run() == Run.DIGITS) {
                extension += behind ? token.text().length() : 0;
                before += token.text().length();
            }
        }
        return extension;
    }

    /** "dd dddd dddd" is "ddd ddd dddd" where the area code behind the first digits has one digit more. */
    private static Look regrouped(Look look, int before, int from, int to) {
        String pattern = look.shape().pattern();
        int seen = 0;
        for (int at = 0; at < pattern.length(); at++) {
            seen += pattern.charAt(at) == 'd' ? 1 : 0;
            boolean ends = at + 1 < pattern.length() && pattern.charAt(at + 1) != 'd';
            int next = pattern.indexOf('d', at + 1);
            if (seen == before + from && pattern.charAt(at) == 'd' && ends && next > 0 && from != to) {
                String area = pattern.substring(0, at + 1);
                String gap = pattern.substring(at + 1, next);
                String rest = pattern.substring(next);
                return Look.of(new Shape(
                        to > from
                                ? area + "d".repeat(to - from) + gap + rest.substring(to - from)
                                : area.substring(0, area.length() - (from - to)) + gap + "d".repeat(from - to) + rest));
            }
        }
        return look;
    }

    private static String laidOut(Look look, String digits) {
        StringBuilder number = new StringBuilder();
        int at = 0;
        for (Token token : look.tokens()) {
            switch (token.run()) {
                case DIGITS -> {
                    number.append(digits, at, at + token.text().length());
                    at += token.text().length();
                }
                case SPACE -> number.append(' ');
                case LETTERS -> number.append(at > 0 ? "x" : "");
                case MARK -> number.append("+-().,/".contains(token.text()) ? token.text() : "");
            }
        }
        return number.toString().strip();
    }
}
