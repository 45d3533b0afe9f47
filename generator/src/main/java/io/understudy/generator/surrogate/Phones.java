package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Telephone numbers that ring nowhere ({@link PhonePlan}), in the punctuation of the original where one with as many
 * digits exists: of the original's country where that is known, else North American or British. Where a range runs out,
 * an extension is added.
 */
final class Phones implements Source {

    @Override
    public String draw(Wish wish) {
        Look look = wish.look();
        SplittableRandom random = wish.random();
        if (wish.plausible()) {
            return Codes.follow(look.has(Run.DIGITS) ? look : Look.of(new Shape("ddd-ddd-dddd")), random, 0);
        }
        int extension = extension(look);
        int count = look.digits() - extension;
        String digits = wish.original()
                .map(original -> like(firstDigits(original.surface(), count), look, random))
                .orElseGet(() -> digits(count, look.has('+'), random));
        // "+46 ..." of 11 digits: the only country code of one digit with a reserved range is +1.
        boolean splitCode = wish.original().isEmpty()
                && digits.startsWith("1")
                && look.shape().pattern().matches("\\+ ?dd\\D.*");
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

    /** As many digits of the same country; empty where its free ranges have no such number. */
    private static String like(String original, Look look, SplittableRandom random) {
        int count = original.length();
        boolean international = look.has('+') || original.startsWith("00");
        if (!international) {
            return original.startsWith("0") ? national(count, look, random) : digits(count, false, random);
        }
        String lead = look.has('+') ? "" : "00";
        String code = PhonePlan.codeOf(original.substring(lead.length()));
        String rest = original.substring(lead.length() + code.length());
        // "+44 (0)20": the trunk prefix is written though not dialled.
        String trunk = rest.startsWith("0") && look.has('(') ? "0" : "";
        int digits = rest.length() - trunk.length();
        PhonePlan plan = PhonePlan.ofCode(code, digits);
        return plan.draw(digits, random)
                .map(number -> lead + code + trunk + number)
                .orElse("");
    }

    /** Numbers with a trunk prefix: France writes pairs, Australia has ten digits, Britain eleven. */
    private static String national(int count, Look look, SplittableRandom random) {
        boolean pairs = look.shape().pattern().matches("dd(\\Ddd){4}");
        List<PhonePlan> plans =
                pairs ? List.of(PhonePlan.FRANCE) : List.of(PhonePlan.BRITAIN, PhonePlan.GERMANY, PhonePlan.AUSTRALIA);
        for (PhonePlan plan : plans) {
            Optional<String> number = plan.draw(count - 1, random);
            if (number.isPresent()) {
                return "0" + number.get();
            }
        }
        return "";
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
