package io.understudy.generator.onnx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An answer that grows by tokens. A token may end within a character; what is not whole waits. Text that may be the
 * beginning of a stop string waits too, so that what was said is never taken back.
 */
final class Text {

    private final List<String> stops;
    private final boolean dropsFirstSpace;
    private final StringBuilder text = new StringBuilder();
    private byte[] open = {};
    private int said;
    private boolean stopped;
    private boolean begun;

    Text(List<String> stops, boolean dropsFirstSpace) {
        this.stops = stops;
        this.dropsFirstSpace = dropsFirstSpace;
    }

    void add(byte[] bytes) {
        if (stopped || bytes.length == 0) {
            return;
        }
        byte[] all = Arrays.copyOf(open, open.length + bytes.length);
        System.arraycopy(bytes, 0, all, open.length, bytes.length);
        int whole = all.length - unfinished(all);
        open = Arrays.copyOfRange(all, whole, all.length);
        take(new String(all, 0, whole, StandardCharsets.UTF_8));
    }

    private void take(String more) {
        int before = text.length();
        text.append(!begun && dropsFirstSpace && more.startsWith(" ") ? more.substring(1) : more);
        begun |= !more.isEmpty();
        int first = -1;
        for (String stop : stops) {
            int at = text.indexOf(stop, Math.max(0, before - stop.length() + 1));
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        if (first >= 0) {
            text.setLength(first);
            stopped = true;
        }
    }

    /** Bytes at the end that begin a character and do not end it. */
    private static int unfinished(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int b = bytes[bytes.length - back] & 0xff;
            if (b >= 0xc0) {
                int needs = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return b < 0xf8 && needs > back ? back : 0;
            }
            if (b < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    boolean isStopped() {
        return stopped;
    }

    /** No more will come. What is left of a character becomes U+FFFD. */
    void end() {
        if (!stopped && open.length > 0) {
            byte[] rest = open;
            open = new byte[0];
            take(new String(rest, StandardCharsets.UTF_8));
        }
        stopped = true;
    }

    /** What is new and certain since the last call. */
    String fresh() {
        int certain = text.length();
        if (!stopped) {
            for (String stop : stops) {
                for (int length = Math.min(stop.length() - 1, text.length()); length > 0; length--) {
                    if (text.indexOf(stop.substring(0, length), text.length() - length) >= 0) {
                        certain = Math.min(certain, text.length() - length);
                        break;
                    }
                }
            }
        }
        if (certain <= said) {
            return "";
        }
        String fresh = text.substring(said, certain);
        said = certain;
        return fresh;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
