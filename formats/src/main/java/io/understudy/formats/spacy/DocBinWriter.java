package io.understudy.formats.spacy;

import io.understudy.core.Example;
import io.understudy.core.Mention;
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
    private static final int MOST_TOKENS = Integer.MAX_VALUE / (ATTRIBUTES.length * Long.BYTES);

    private final OutputStream out;
    private final Losses losses;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<String> intents = new ArrayList<>();
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
        Tokens cut = Tokens.of(text, mentions);
        List<SpacedTokens.Piece> pieces = SpacedTokens.of(text, mentions, cut);
        if (tokens > MOST_TOKENS - pieces.size()) {
            throw new IllegalArgumentException(
                    "more than %,d tokens, which one DocBin cannot hold; split the corpus".formatted(MOST_TOKENS));
        }
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
        intents.add(example.intent().orElse(""));
        cut.countCuts(losses);
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
        pack.packMapHeader(9);
        pack.packString("version").packString("0.1");
        pack.packString("attrs").packArrayHeader(ATTRIBUTES.length);
        for (int attribute : ATTRIBUTES) {
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
        for (String intent : intents) {
            pack.packMapHeader(intent.isEmpty() ? 0 : 1);
            if (!intent.isEmpty()) {
                pack.packString(intent).packDouble(1);
            }
        }
        pack.packString("flags").packArrayHeader(documents);
        for (int i = 0; i < documents; i++) {
            pack.packMapHeader(1).packString("has_unknown_spaces").packBoolean(false);
        }
        pack.packString("span_groups").packArrayHeader(documents);
        for (int i = 0; i < documents; i++) {
            pack.packBinaryHeader(0);
        }
        pack.flush();
        zlib.finish();
        out.flush();
    }

    private void tokens(MessagePacker pack) throws IOException {
        long[] ids = strings.stream().mapToLong(StringIds::of).toArray();
        pack.packString("tokens").packBinaryHeader(tokens * ATTRIBUTES.length * Long.BYTES);
        ByteBuffer row = ByteBuffer.allocate(ATTRIBUTES.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tokens; i++) {
            row.putLong(0, ids[words[i]]).putLong(8, places[i] & 15).putLong(16, ids[labels[i]]);
            pack.writePayload(row.array());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
