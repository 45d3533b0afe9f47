package io.understudy.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Bytes of a file, changed to do harm: single ones, stretches, numbers, pieces of many a format's syntax. */
final class HostileBytes {

    private static final int LONGEST = 1 << 14;

    private static final String[] PIECES = {
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\\",
        "\\u0000",
        "\\ud83d",
        "\u0000",
        "\ufeff",
        "-1",
        "0",
        "1",
        "2147483647",
        "2147483648",
        "-9223372036854775809",
        "1e400",
        "NaN",
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"text\"",
        "\"start\"",
        "\"label\"",
        "&a ",
        "*a",
        "!!java.net.URL ",
        "!tag ",
        "- ",
        "? ",
        "|\n",
        ">\n",
        "---\n",
        "...\n",
        "<<: ",
        "%YAML 9\n",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;",
        "&#0;",
        "<![CDATA[",
        "<a>",
        "</a>",
        "B-PER",
        "I-PER",
        "O",
        "-DOCSTART-",
        "# text = ",
        "_",
        "*",
        "[1]",
        "|",
        "T1\tPER 0 3\t",
        "R1\tx Arg1:T1 Arg2:T9",
        "<START:a>",
        "<END>",
        "](",
        "{a}",
        "[a]{\"entity\":\"b\"}",
        "[a:b](c)",
        "../",
        "/etc/",
        "=1+1",
        "_x0000_",
        "😀",
        "e\u0301",
        "\u202e",
        "## intent:a\n",
        "- intent: a\n",
        "  examples: |\n",
        "type: intent\n",
    };

    private HostileBytes() {}

    /** @param other a file of which a stretch may come in */
    static byte[] changed(byte[] base, byte[] other, SplittableRandom random) {
        byte[] file = base;
        for (int i = random.nextInt(4); i >= 0; i--) {
            file = changedOnce(file, other, random);
        }
        return file.length > LONGEST ? Arrays.copyOf(file, LONGEST) : file;
    }

    private static byte[] changedOnce(byte[] file, byte[] other, SplittableRandom random) {
        int at = random.nextInt(file.length + 1);
        int to = Math.min(file.length, at + 1 + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(10)) {
            // One byte is another, or one of its bits.
            case 0, 1 -> {
                byte[] changed = file.clone();
                if (at < file.length) {
                    changed[at] =
                            (byte) (random.nextBoolean() ? random.nextInt(256) : file[at] ^ (1 << random.nextInt(8)));
                }
                yield changed;
            }
            case 2 -> spliced(file, at, to, new byte[0]);
            // A stretch again, once or often.
            case 3 -> {
                byte[] stretch = Arrays.copyOfRange(file, at, to);
                yield spliced(file, at, at, times(stretch, random.nextInt(8) == 0 ? 200 : 1));
            }
            case 4 -> Arrays.copyOf(file, at);
            // A stretch of another file.
            case 5 -> {
                int from = random.nextInt(other.length + 1);
                int end = Math.min(other.length, from + random.nextInt(300));
                yield spliced(file, at, random.nextBoolean() ? at : to, Arrays.copyOfRange(other, from, end));
            }
            case 6 -> number(file, at, random);
            case 7 -> {
                String piece = PIECES[random.nextInt(PIECES.length)];
                yield spliced(file, at, at, times(utf8(piece), 1 << random.nextInt(12)));
            }
            default -> spliced(file, at, random.nextBoolean() ? at : to, utf8(PIECES[random.nextInt(PIECES.length)]));
        };
    }

    /** The next number in the file becomes another. */
    private static byte[] number(byte[] file, int from, SplittableRandom random) {
        int at = from;
        while (at < file.length && (file[at] < '0' || file[at] > '9')) {
            at++;
        }
        int end = at;
        while (end < file.length && file[end] >= '0' && file[end] <= '9') {
            end++;
        }
        String[] numbers = {"0", "1", "2", "3", "7", "-1", "99", "2147483647", "4294967296", "1.5", "1e9"};
        return spliced(file, at, end, utf8(numbers[random.nextInt(numbers.length)]));
    }

    private static byte[] times(byte[] piece, int times) {
        int most = Math.min(times, LONGEST / Math.max(1, piece.length));
        byte[] all = new byte[piece.length * most];
        for (int i = 0; i < most; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] piece) {
        byte[] spliced = new byte[file.length - (to - from) + piece.length];
        System.arraycopy(file, 0, spliced, 0, from);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(file, to, spliced, from + piece.length, file.length - to);
        return spliced;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
