package io.understudy.generator.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.BadDataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each token stands for, in bytes of UTF-8. A token may be a part of a character. Reads the two kinds of
 * {@code tokenizer.json} that decoders have: bytes written as letters (GPT-2, Llama 3, Qwen), and pieces with {@code ▁}
 * for a space and {@code <0x0A>} for a byte (Llama 2, Gemma, Mistral).
 */
final class Vocabulary {

    private static final Pattern BYTE = Pattern.compile("<0x([0-9A-F]{2})>");

    private final List<byte[]> bytes;
    private final Set<Integer> special;
    private final Map<String, Integer> added;
    private final boolean spaced;

    private Vocabulary(List<byte[]> bytes, Set<Integer> special, Map<String, Integer> added, boolean spaced) {
        this.bytes = bytes;
        this.special = special;
        this.added = added;
        this.spaced = spaced;
    }

    /**
     * @param tokenizer the content of {@code tokenizer.json}
     * @param size tokens that the model knows; those that the tokenizer lacks stand for nothing
     */
    static Vocabulary of(Path file, JsonNode tokenizer, int size) {
        Map<String, Integer> pieces = pieces(file, tokenizer.path("model").path("vocab"));
        boolean letters = mentions(tokenizer.path("decoder"), "ByteLevel")
                || mentions(tokenizer.path("pre_tokenizer"), "ByteLevel");
        List<byte[]> bytes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            bytes.add(new byte[0]);
        }
        int[] byteOf = letters ? letters() : null;
        pieces.forEach((piece, id) -> {
            if (id >= 0 && id < size) {
                bytes.set(id, letters ? ofLetters(piece, byteOf) : ofPiece(piece));
            }
        });
        Set<Integer> special = new HashSet<>();
        Map<String, Integer> added = new HashMap<>();
        for (JsonNode token : tokenizer.path("added_tokens")) {
            int id = token.path("id").asInt();
            String content = token.path("content").asText();
            added.put(content, id);
            if (id < 0 || id >= size) {
                continue;
            }
            if (token.path("special").asBoolean()) {
                special.add(id);
                bytes.set(id, new byte[0]);
            } else {
                bytes.set(id, content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Vocabulary(bytes, special, added, !letters && mentions(tokenizer.path("decoder"), "Strip"));
    }

    private static Map<String, Integer> pieces(Path file, JsonNode vocab) {
        Map<String, Integer> pieces = new HashMap<>();
        if (vocab.isObject()) {
            vocab.properties()
                    .forEach(
                            entry -> pieces.put(entry.getKey(), entry.getValue().asInt()));
        } else if (vocab.isArray()) {
            for (int i = 0; i < vocab.size(); i++) {
                pieces.put(vocab.get(i).path(0).asText(), i);
            }
        }
        if (pieces.isEmpty()) {
            throw new BadDataException(
                    file.toString(), 0, "lists no tokens; expected model.vocab, as the tokenizer of a decoder has it");
        }
        return pieces;
    }

    private static boolean mentions(JsonNode node, String type) {
        return node.findValues("type").stream().anyMatch(each -> each.asText().equals(type));
    }

    /** The byte that each letter stands for; -1: none. GPT-2's table: printable bytes are themselves, others follow. */
    private static int[] letters() {
        int[] byteOf = new int[512];
        java.util.Arrays.fill(byteOf, -1);
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean itself = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
            byteOf[itself ? b : next++] = b;
        }
        return byteOf;
    }

    private static byte[] ofLetters(String piece, int[] byteOf) {
        byte[] out = new byte[piece.length()];
        for (int i = 0; i < out.length; i++) {
            char c = piece.charAt(i);
            if (c >= byteOf.length || byteOf[c] < 0) {
                return piece.getBytes(StandardCharsets.UTF_8);
            }
            out[i] = (byte) byteOf[c];
        }
        return out;
    }

    private static byte[] ofPiece(String piece) {
        java.util.regex.Matcher matcher = BYTE.matcher(piece);
        return matcher.matches()
                ? new byte[] {(byte) Integer.parseInt(matcher.group(1), 16)}
                : piece.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return bytes.size();
    }

    /** Not to be changed; empty for special tokens. */
    byte[] bytes(int token) {
        return bytes.get(token);
    }

    /** What some tokens say together. */
    String text(List<Integer> tokens) {
        Text text = new Text(List.of(), dropsFirstSpace());
        tokens.forEach(token -> text.add(bytes(token)));
        text.end();
        return text.toString();
    }

    boolean isSpecial(int token) {
        return special.contains(token);
    }

    /** Whether the space before a text's first word is no part of it. */
    boolean dropsFirstSpace() {
        return spaced;
    }

    /** A token that was added to the vocabulary, such as {@code <|im_end|>}. */
    Optional<Integer> added(String content) {
        return Optional.ofNullable(added.get(content)).filter(id -> id >= 0 && id < bytes.size());
    }
}
