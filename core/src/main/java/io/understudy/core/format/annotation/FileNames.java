package io.understudy.core.format.annotation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Names of files from ids and back: what is no letter, digit, {@code . - _} is written as in an URL. */
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** @throws IllegalArgumentException if a part of the name would be longer than file systems take */
    public static String name(String id) {
        StringBuilder name = new StringBuilder();
        int part = 0;
        for (int at = 0; at < id.length(); ) {
            int c = id.codePointAt(at);
            boolean first = part == name.length();
            boolean last = at + Character.charCount(c) == id.length();
            if (c == '/' && !first && !last && id.charAt(at + 1) != '/') {
                name.append('/');
                part = name.length();
            } else if (isPlain(c) && !(first && c == '.')) {
                name.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    name.append('%').append("%02X".formatted(b & 0xff));
                }
            }
            if (name.length() - part > LONGEST) {
                throw new IllegalArgumentException(
                        "the id of an example is longer than the name of a file may be; use --to jsonl");
            }
            at += Character.charCount(c);
        }
        return name.toString();
    }

    public static String id(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int high = encoded[i] == '%' && i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(encoded[i + 2], 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }
}
