package io.understudy.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.formats.spacy.DocBinFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

class DocBinFormatTest extends BinaryContract {

    private static final long ADA = Long.parseUnsignedLong("13014124235272500476");

    @Override
    protected CorpusFormat format() {
        return new DocBinFormat();
    }

    /** Numbers as spaCy 3.8 gives them: "Ada" by its hash, PERSON and DATE by their places among its symbols. */
    @Test
    void stringsHaveTheNumbersOfSpacy() throws IOException {
        byte[] bin = bin(2, new long[] {ADA, 3, 380, 391, 2, 0}, new int[] {2}, "Ada", "PERSON");
        Example example = read(new ByteArrayInputStream(bin)).get(0);
        assertThat(example.text()).isEqualTo("Ada DATE ");
        assertThat(example.annotated().mentions())
                .extracting(
                        mention -> mention.label() + " " + example.annotated().surface(mention))
                .containsExactly("PERSON Ada");
    }

    /** As spaCy cuts them, which is not how we do: what a DocBin says of its tokens goes back to them. */
    @Test
    void whatElseIsSaidOfADocumentIsGivenBack() throws IOException {
        String said = "{\"LEMMA\":[\"do\",\"not\",\"go\",\".\"],\"HEAD\":[2,18446744073709551615,0,0],"
                + "\"span_groups\":\"kA==\",\"strings\":[],\"user_data\":\"gA==\",\"cats\":{\"a\":0.75,\"b\":0.25},"
                + "\"orth\":[\"Do\",\"n't\",\"go\",\".\"],\"spaces\":[false,true,false,true]}";
        AnnotatedText text = AnnotatedText.builder()
                .append("Don't ")
                .append("go", Label.MISC)
                .append(". ")
                .build();
        Example example = new Example("x-1", Optional.of("a"), text, new Original("x", 1), Map.of("spacy", said));
        Example back = read(new ByteArrayInputStream(write(List.of(example)))).get(0);
        assertThat(back.annotated()).isEqualTo(text);
        assertThat(back.intent()).contains("a");
        assertThat(Json.read(back.extra().get("spacy")))
                .isEqualTo(
                        Json.read(said.replace("\"span_groups\":\"kA==\",\"strings\":[],\"user_data\":\"gA==\",", "")));
    }

    @Test
    void whatWasSaidOfAnotherTextIsCounted() throws IOException {
        String said = "{\"LEMMA\":[\"do\"],\"orth\":[\"Do\"],\"spaces\":[false]}";
        Example example = new Example(
                "x-1",
                Optional.empty(),
                AnnotatedText.plain("Go"),
                new Original("x", 1),
                Map.of("spacy", said, "k", "1"));
        CorpusWriter writer = format().write(new ByteArrayOutputStream(), FormatOptions.DEFAULT);
        writer.write(example);
        assertThat(writer.losses())
                .isEqualTo(Map.of(
                        "what spaCy said of another text, or of tokens that mentions cut", 1L, "unknown keys", 1L));
    }

    @Test
    void aLengthThatLiesIsRefused() throws IOException {
        byte[] bin = bin(2, new long[] {ADA, 3, 380, 391, 2, 0}, new int[] {1_000_000_000}, "Ada", "PERSON");
        assertThatThrownBy(() -> read(new ByteArrayInputStream(bin)))
                .hasMessage("in.x: documents of 1000000000 tokens together, but 2 tokens and 2 spaces;"
                        + " the file is damaged");
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib);
                MessagePacker pack = MessagePack.newDefaultPacker(out)) {
            pack.packMapHeader(1).packString("tokens").packBinaryHeader(Integer.MAX_VALUE);
        }
        assertThatThrownBy(() -> read(new ByteArrayInputStream(zlib.toByteArray())))
                .hasMessage("in.x: the MessagePack data ends early; the file was cut off, or a length in it is wrong");
    }

    @Test
    void whatUnpacksToAThousandTimesItsSizeIsRefused() throws IOException {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib);
                MessagePacker pack = MessagePack.newDefaultPacker(out)) {
            pack.packMapHeader(1).packString("tokens").packBinaryHeader(100 << 20);
            for (int i = 0; i < 100; i++) {
                pack.writePayload(new byte[1 << 20]);
            }
        }
        assertThatThrownBy(() -> read(new ByteArrayInputStream(zlib.toByteArray())))
                .hasMessage("in.x: unpacks to more than 200 times its size; such files are not read");
    }

    @Test
    void whatIsNoDocBinIsRefused() throws IOException {
        assertThatThrownBy(() -> read("{}")).hasMessage("in.x: is no DocBin: no zlib data, or damaged");
        byte[] whole = write(List.of(plain("Ada lives here")));
        assertThatThrownBy(() -> read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2))))
                .hasMessageStartingWith("in.x: the ");
    }

    private static byte[] bin(int tokens, long[] rows, int[] lengths, String... strings) throws IOException {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib);
                MessagePacker pack = MessagePack.newDefaultPacker(out)) {
            pack.packMapHeader(5);
            pack.packString("attrs").packArrayHeader(3).packInt(65).packInt(77).packInt(78);
            pack.packString("tokens").packBinaryHeader(8 * rows.length);
            for (long row : rows) {
                pack.writePayload(little(row, 8));
            }
            pack.packString("spaces").packBinaryHeader(tokens);
            for (int i = 0; i < tokens; i++) {
                pack.writePayload(new byte[] {1});
            }
            pack.packString("lengths").packBinaryHeader(4 * lengths.length);
            for (int length : lengths) {
                pack.writePayload(little(length, 4));
            }
            pack.packString("strings").packArrayHeader(strings.length);
            for (String string : strings) {
                pack.packString(string);
            }
        }
        return zlib.toByteArray();
    }

    private static byte[] little(long value, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >> (8 * i));
        }
        return bytes;
    }
}
