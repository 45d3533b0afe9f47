package io.understudy.formats.spacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.SpacedTokens;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Gathers tokens, and writes the file at the end: its arrays begin with their lengths. */
final class DocBinWriter implements PushWriter.Target {

    /** ORTH, ENT_IOB, ENT_TYPE: text, place in the entity, label. */
    private static final int[] ATTRIBUTES = {65, 77, 78};

    private static final int INSIDE = 1;
    private static final int OUTSIDE = 2;
    private static final int BEGIN = 3;
    /** The arrays of a MessagePack file have 32-bit lengths. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE / Long.BYTES;
    /** Attributes beside ours that a file may have had; each is a column over all tokens. */
    private static final int MOST_ATTRIBUTES = 32;

    private final OutputStream out;
    private final Losses losses;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Map<String, Double>> cats = new ArrayList<>();
    private final Map<Integer, long[]> columns = new TreeMap<>();
    private final Map<Integer, byte[]> spanGroups = new HashMap<>();
    private final Map<Integer, byte[]> userData = new HashMap<>();
    private int[] words = new int[1 << 12];
    private int[] labels = new int[1 << 12];
    private byte[] places = new byte[1 << 12];
    private int[] lengths = new int[1 << 8];
    private int tokens;
    private int documents;

    DocBinWriter(OutputStream out, Losses losses) {
        this.out = out;
        this.losses = losses;
        number("");
    }

    @Override
    public void write(Example example) {
        String text = example.text();
        Utf8.requireWhole("text", text);
        example.intent().ifPresent(intent -> Utf8.requireWhole("intent", intent));
        List<Mention> mentions = example.annotated().mentions();
        mentions.forEach(mention -> Utf8.requireWhole("label", mention.label().name()));
        Optional<SpacyKept> kept = SpacyKept.of(example);
        Tokens cut = Tokens.of(text, mentions);
        List<SpacedTokens.Piece> pieces = kept.isPresent() ? kept.get().pieces() : SpacedTokens.of(text, mentions, cut);
        int most = MOST_NUMBERS / (ATTRIBUTES.length + MOST_ATTRIBUTES);
        if (tokens > most - pieces.size()) {
            throw new IllegalArgumentException(
                    "more than %,d tokens, which one DocBin cannot hold; split the corpus".formatted(most));
        }
        kept.ifPresent(this::keep);
        for (SpacedTokens.Piece piece : pieces) {
            boolean inside = piece.mention() != Tokens.OUTSIDE;
            int place = inside ? (piece.first() ? BEGIN : INSIDE) : OUTSIDE;
            String label = inside ? mentions.get(piece.mention()).label().name() : "";
            add(text.substring(piece.start(), piece.end()), label, place, piece.space());
        }
        if (documents == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * documents);
        }
        lengths[documents++] = pieces.size();
        Map<String, Double> scores = kept.map(SpacyKept::cats)
                .filter(each -> !each.isEmpty() && DocBinFile.best(each).equals(example.intent()))
                .orElse(example.intent().map(intent -> Map.of(intent, 1.0)).orElse(Map.of()));
        cats.add(scores);
        if (kept.isEmpty()) {
            cut.countCuts(losses);
        }
        if (kept.isEmpty() && SpacyKept.isIn(example)) {
            losses.count("what spaCy said of another text, or of tokens that mentions cut");
        }
        if (example.extra().size() > (SpacyKept.isIn(example) ? 1 : 0)) {
            losses.count(Part.UNKNOWN_KEYS.words());
        }
    }

    /** What was said of the tokens and the document that come next. */
    private void keep(SpacyKept kept) {
        kept.attributes().forEach((name, values) -> {
            int attribute = attribute(name);
            if (attribute == 0 || (columns.size() == MOST_ATTRIBUTES && !columns.containsKey(attribute))) {
                losses.count("attributes of tokens that spaCy does not know");
                return;
            }
            long[] column = columns.getOrDefault(attribute, new long[0]);
            if (column.length < tokens + values.size()) {
                column = Arrays.copyOf(column, Math.max(2 * column.length, tokens + values.size()));
                columns.put(attribute, column);
            }
            for (int i = 0; i < values.size(); i++) {
                column[tokens + i] = value(values.get(i));
            }
        });
        kept.strings().forEach(this::number);
        put(spanGroups, kept.bytes(SpacyKept.SPAN_GROUPS));
        put(userData, kept.bytes(SpacyKept.USER_DATA));
    }

    private void put(Map<Integer, byte[]> all, byte[] bytes) {
        if (bytes.length > 0) {
            all.put(documents, bytes);
        }
    }

    /** 0 where spaCy has none of this name, or we write it ourselves. */
    private static int attribute(String name) {
        long number = StringIds.symbol(name);
        return number <= 0 || Arrays.stream(ATTRIBUTES).anyMatch(own -> own == number) ? 0 : (int) number;
    }

    private long value(JsonNode value) {
        if (!value.isTextual()) {
            return value.bigIntegerValue().longValue();
        }
        number(value.textValue());
        return StringIds.of(value.textValue());
    }

    private void add(String word, String label, int place, boolean space) {
        if (tokens == words.length) {
            words = Arrays.copyOf(words, 2 * tokens);
            labels = Arrays.copyOf(labels, 2 * tokens);
            places = Arrays.copyOf(places, 2 * tokens);
        }
        words[tokens] = number(word);
        labels[tokens] = number(label);
        places[tokens] = (byte) (place | (space ? 1 << 4 : 0));
        tokens++;
    }

    private int number(String string) {
        Integer number = numbers.putIfAbsent(string, strings.size());
        if (number == null) {
            strings.add(string);
            return strings.size() - 1;
        }
        return number;
    }

    @Override
    public void finish() throws IOException {
        DeflaterOutputStream zlib = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION), 1 << 16);
        MessagePacker pack = MessagePack.newDefaultPacker(zlib);
        pack.packMapHeader(userData.isEmpty() ? 9 : 10);
        pack.packString("version").packString("0.1");
        pack.packString("attrs").packArrayHeader(ATTRIBUTES.length + columns.size());
        for (int attribute : ATTRIBUTES) {
            pack.packInt(attribute);
        }
        for (int attribute : columns.keySet()) {
            pack.packInt(attribute);
        }
        tokens(pack);
        pack.packString("spaces").packBinaryHeader(tokens);
        for (int i = 0; i < tokens; i++) {
            pack.writePayload(new byte[] {(byte) (places[i] >> 4)});
        }
        pack.packString("lengths").packBinaryHeader(documents * Integer.BYTES);
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < documents; i++) {
            pack.writePayload(length.putInt(0, lengths[i]).array());
        }
        pack.packString("strings").packArrayHeader(strings.size());
        for (String string : strings) {
            pack.packString(string);
        }
        pack.packString("cats").packArrayHeader(documents);
        for (Map<String, Double> scores : cats) {
            pack.packMapHeader(scores.size());
            for (Map.Entry<String, Double> score : scores.entrySet()) {
                pack.packString(score.getKey()).packDouble(score.getValue());
            }
        }
        pack.packString("flags").packArrayHeader(documents);
        for (int i = 0; i < documents; i++) {
            pack.packMapHeader(1).packString("has_unknown_spaces").packBoolean(false);
        }
        each(pack, "span_groups", spanGroups, new byte[0]);
        if (!userData.isEmpty()) {
            each(pack, "user_data", userData, new byte[] {DocBinFile.EMPTY_MAP});
        }
        pack.flush();
        zlib.finish();
        out.flush();
    }

    private void each(MessagePacker pack, String key, Map<Integer, byte[]> said, byte[] nothing) throws IOException {
        pack.packString(key).packArrayHeader(documents);
        for (int i = 0; i < documents; i++) {
            byte[] bytes = said.getOrDefault(i, nothing);
            pack.packBinaryHeader(bytes.length);
            pack.writePayload(bytes);
        }
    }

    private void tokens(MessagePacker pack) throws IOException {
        long[] ids = strings.stream().mapToLong(StringIds::of).toArray();
        int width = (ATTRIBUTES.length + columns.size()) * Long.BYTES;
        pack.packString("tokens").packBinaryHeader(tokens * width);
        ByteBuffer row = ByteBuffer.allocate(width).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tokens; i++) {
            row.putLong(0, ids[words[i]]).putLong(8, places[i] & 15).putLong(16, ids[labels[i]]);
            int at = ATTRIBUTES.length * Long.BYTES;
            for (long[] column : columns.values()) {
                row.putLong(at, i < column.length ? column[i] : 0);
                at += Long.BYTES;
            }
            pack.writePayload(row.array());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
