package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile documents are one sentence, in bounded time and memory. */
class DocumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>|in:1: a document type (DOCTYPE); such XML is not read, because it can stand for anything",
                "<a>&b;</a>|in:1: not XML, or more of it than is read: a name, an entity or its end is wrong here",
                "<a>~<b></a>|in:2: not XML, or more of it than is read: a name, an entity or its end is wrong here",
            })
    void xmlHasNoEntities(String xml, String message) {
        assertThatThrownBy(() -> readXml(xml.replace('~', '\n')))
                .isInstanceOf(BadDataException.class)
                .hasMessage(message);
    }

    @Test
    void xmlIsNotNestedTooDeeply() {
        assertThatThrownBy(() -> readXml("<a>".repeat(100_000)))
                .isInstanceOf(BadDataException.class)
                .hasMessage("in:1: the XML is nested too deeply");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1~b: *x|in:2: an alias (*name); write out what it stands for, aliases are not read",
                "a: !!java.lang.Object 1|in:1: a tag (!name); tags are not read, remove it",
                "a: !python/object 1|in:1: a tag (!name); tags are not read, remove it",
                "a: [1~b: 2|in:2: not YAML from column 2 on; is it indented as it should be, and what has ': ' or '#' in it quoted?",
                "a: 1~a: 2|in:2: the key 'a' occurs twice",
            })
    void yamlHasNoAliasesAndNoTags(String yaml, String message) {
        assertThatThrownBy(() -> readYaml(yaml.replace('~', '\n')))
                .isInstanceOf(BadDataException.class)
                .hasMessage(message);
    }

    @Test
    void yamlIsNotNestedTooDeeply() {
        assertThatThrownBy(() -> readYaml("a: " + "[".repeat(100_000)))
                .isInstanceOf(BadDataException.class)
                .hasMessage("in:1: the YAML is nested too deeply");
    }

    @Test
    void standardTagsAndQuotesAreRead() throws IOException {
        assertThat(readYaml("a: !!str 1\nb: '1'\nc: [~, null, true, -3, 'x\"']\nd:\n  e: |\n    f\n")
                        .json())
                .isEqualTo("{\"a\":\"1\",\"b\":\"1\",\"c\":[null,null,true,-3,\"x\\\"\"],\"d\":{\"e\":\"f\\n\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,~2|in:2: the JSON document does not end; the file was cut off",
                "[1,~x]|in:2: not JSON from column 1 on",
                "[1]~[2]|in:2: something follows the JSON document; expected one",
            })
    void jsonIsWhole(String json, String message) {
        assertThatThrownBy(() -> readJson(bytes(json.replace('~', '\n'))))
                .isInstanceOf(BadDataException.class)
                .hasMessage(message);
    }

    @Test
    void jsonIsUtf8AndNotNestedTooDeeply() {
        assertThatThrownBy(() -> readJson(new ByteArrayInputStream(new byte[] {'[', '\n', '"', (byte) 0xe9, '"', ']'})))
                .isInstanceOf(BadDataException.class)
                .hasMessage(
                        "in:2: byte 0xe9 (byte 3 of the file) is not UTF-8; expected text in UTF-8 (iconv converts it)");
        assertThatThrownBy(() -> readJson(bytes("[".repeat(100_000))))
                .isInstanceOf(BadDataException.class)
                .hasMessage("in:1: the JSON is nested too deeply, or a string, name or number in it is too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../a|the zip holds a file whose name '../a' leads out of its folder",
                "a/../../b|the zip holds a file whose name 'a/../../b' leads out of its folder",
                "/etc/passwd|the zip holds a file whose name '/etc/passwd' is no relative name",
                "C:\\a|the zip holds a file whose name 'C:\\a' is no relative name",
            })
    void namesInAZipDoNotLeadOut(String name, String message) throws IOException {
        byte[] zip = zip(name, new byte[1]);
        assertThatThrownBy(() -> ZipSource.copy(new ByteArrayInputStream(zip), "in.zip"))
                .isInstanceOf(BadDataException.class)
                .hasMessage("in.zip: " + message);
    }

    @Test
    void aZipIsNotBelievedAndNoBombIsUnpacked() throws IOException {
        assertThatThrownBy(() -> ZipSource.copy(bytes("no zip"), "in.zip"))
                .isInstanceOf(BadDataException.class)
                .hasMessage("in.zip: is no zip, or a damaged one");
        byte[] zip = zip("bomb", new byte[1 << 27]);
        try (ZipSource source = ZipSource.copy(new ByteArrayInputStream(zip), "in.zip");
                InputStream bomb = source.open("bomb")) {
            assertThatThrownBy(() -> bomb.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(BadDataException.class)
                    .hasMessage("in.zip/bomb: unpacks to more than 200 times its size; such a zip is not read");
        }
    }

    @Test
    void aSpoolGivesGroupsBackWhole() throws IOException {
        List<StringBuilder> expected = new ArrayList<>();
        try (Spool spool = new Spool()) {
            for (int i = 0; i < 20_000; i++) {
                if (i < 3) {
                    expected.add(new StringBuilder());
                }
                String text = "text " + i + (i % 5_000 == 0 ? "x".repeat(10_000) : "") + "\n";
                expected.get(i % 3).append(text);
                spool.add("group " + i % 3, text);
            }
            assertThat(spool.groups()).containsExactly("group 0", "group 1", "group 2");
            for (int i = 0; i < 3; i++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                spool.copy("group " + i, out);
                assertThat(out.toString(StandardCharsets.UTF_8))
                        .isEqualTo(expected.get(i).toString());
            }
        }
    }

    private static void readXml(String content) throws IOException {
        try (XmlDocument xml = new XmlDocument(bytes(content), "in")) {
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                xml.line();
            }
        }
    }

    private static YamlValue readYaml(String content) throws IOException {
        try (YamlDocument yaml = new YamlDocument(bytes(content), "in")) {
            assertThat(yaml.nextDocument()).isTrue();
            YamlValue value = yaml.value();
            assertThat(yaml.nextDocument()).isFalse();
            return value;
        }
    }

    private static void readJson(InputStream in) throws IOException {
        try (JsonDocument json = new JsonDocument(in, "in")) {
            json.next();
            json.value();
            json.end();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
