package io.understudy.core.format;

import io.understudy.core.BadDataException;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Synthetic;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What is and what is not UTF-8 text. */
public final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Utf8() {}

    static boolean startsWithMark(byte[] bytes, int length) {
        return length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    /** @throws BadDataException if the bytes begin with the mark of another Unicode encoding */
    static void refuseOtherEncodings(String file, byte[] bytes, int length) {
        int first = length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = length < 4 ? -1 : ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        String other = (first == 0xfffe && second == 0) || (first == 0 && second == 0xfeff)
                ? "UTF-32"
                : first == 0xfffe || first == 0xfeff ? "UTF-16" : "";
        if (!other.isEmpty()) {
            throw new BadDataException(
                    file, 0, "is %s; expected UTF-8 (iconv -f %s -t UTF-8 converts it)".formatted(other, other));
        }
    }

    /** The first index from {@code at} whose byte is not ASCII or is NUL; {@code to} if there is none. */
    static int asciiEnd(byte[] bytes, int at, int to) {
        int i = at;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            if (((word | ((word - ONES) & ~word)) & HIGH) != 0) {
                break;
            }
        }
        while (i < to && bytes[i] > 0) {
            i++;
        }
        return i;
    }

    /**
     * The number of bytes of the well-formed character at {@code at}, 0 where there is none (Unicode Standard, table
     * 3-7) or where it is NUL.
     */
    static int width(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return lead == 0 ? 0 : 1;
        }
        int width =
                lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        if (width == 0 || at + width > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < width; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return width;
    }

    static String problem(byte found, long offset) {
        return found == 0
                ? "holds a NUL byte (byte %d of the file); looks like a binary file, expected text in UTF-8"
                        .formatted(offset)
                : "byte 0x%02x (byte %d of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)"
                        .formatted(found & 0xff, offset);
    }

    /** @throws IllegalArgumentException if a surrogate stands alone: UTF-8 cannot say it */
    public static void requireWhole(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException(
                            "%s holds half a surrogate pair (\\u%04x at UTF-16 unit %d), which UTF-8 cannot say"
                                    .formatted(what, (int) c, i));
                }
                i++;
            }
        }
    }

    /** @throws IllegalArgumentException if a surrogate stands alone in any string of the example */
    public static void requireWhole(Example example) {
        requireWhole("text", example.text());
        requireWhole("id", example.id());
        example.intent().ifPresent(intent -> requireWhole("intent", intent));
        for (Mention mention : example.annotated().mentions()) {
            requireWhole(mention.label(), mention.details());
        }
        for (Mark mark : example.marks()) {
            requireWhole(mark.label(), mark.details());
        }
        if (example.provenance() instanceof Synthetic synthetic) {
            synthetic.template().ifPresent(template -> requireWhole("template", template));
        }
    }

    private static void requireWhole(Label label, Details details) {
        requireWhole("label", label.name());
        if (!details.isNone()) {
            details.entity().ifPresent(name -> requireWhole("entity", name));
            details.role().ifPresent(name -> requireWhole("role", name));
            details.group().ifPresent(name -> requireWhole("group", name));
            details.value().ifPresent(name -> requireWhole("value", name));
        }
    }

    /**
     * As {@link #requireWhole}, and no NUL: formats without escapes cannot say it without looking like binary files.
     */
    public static void requirePlain(String what, String text) {
        requireWhole(what, text);
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    what + " holds a NUL character, which this format cannot say; use --to jsonl");
        }
    }
}
