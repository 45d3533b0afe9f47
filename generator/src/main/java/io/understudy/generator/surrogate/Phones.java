package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.util.SplittableRandom;

/**
 * Telephone numbers that ring nowhere, in the punctuation of the original where one with as many digits exists. North
 * America: 555-0100 to 555-0199 of every area code is for fiction (NANPA, "555 line numbers"). United Kingdom: Ofcom,
 * "Telephone numbers for use in TV and radio drama programmes": 07700 900000-900999, 020 7946 0000-0999, 01632
 * 960000-960999.
 */
final class Phones implements Source {

    @Override
    public String draw(Wish wish) {
        Look look = wish.look();
        SplittableRandom random = wish.random();
        int extension = extension(look);
        String digits = digits(look.digits() - extension, look.has('+'), random);
        // "+46 ..." of 11 digits: the only country code of one digit with a reserved range is +1.
        boolean splitCode = digits.startsWith("1") && look.shape().pattern().matches("\\+ ?dd\\D.*");
        if (look.has('+') && (digits.isEmpty() || splitCode || wish.relaxed())) {
            String local = british(random);
            return "+44 " + local.substring(1, 5) + ' ' + local.substring(5);
        }
        if (digits.isEmpty() || wish.relaxed()) {
            String plain = american(random);
            return "(" + plain.substring(0, 3) + ") " + plain.substring(3, 6) + "-" + plain.substring(6);
        }
        return laidOut(look, digits + Codes.digits(extension, random));
    }

    /** Empty where no reserved number has so many digits. */
    private static String digits(int count, boolean plus, SplittableRandom random) {
        return switch (count) {
            case 7 -> "55501" + Codes.digits(2, random);
            case 10 -> american(random);
            case 11 ->
                plus ? "1" + american(random) : random.nextInt(4) == 0 ? "1" + american(random) : british(random);
            case 12 -> plus ? "44" + british(random).substring(1) : "";
            case 13 -> plus ? "44" + british(random) : "001" + american(random);
            case 14 -> plus ? "" : "0044" + british(random).substring(1);
            default -> "";
        };
    }

    /** Area codes are 2 to 9, 0 to 8, 0 to 9, and do not end in 11. */
    private static String american(SplittableRandom random) {
        int area;
        do {
            area = random.nextInt(200, 990);
        } while (area / 10 % 10 == 9 || area % 100 == 11);
        return area + "55501" + Codes.digits(2, random);
    }

    /** 11 digits, the first a 0. */
    private static String british(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> "07700900" + Codes.digits(3, random);
            case 1 -> "02079460" + Codes.digits(3, random);
            default -> "01632960" + Codes.digits(3, random);
        };
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
