package io.understudy.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.Hostile;
import io.understudy.formats.uima.XmiFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class XmiFormatTest {

    private final XmiFormat format = new XmiFormat();

    /** Documents come in the order of their names, so they are compared by id; XML cannot say all characters. */
    @Test
    void hostileCorporaComeBack() throws IOException {
        for (long seed = 1; seed <= Integer.getInteger("understudy.seeds", 100); seed++) {
            Map<String, List<Object>> expected = new TreeMap<>();
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            try (CorpusWriter writer = format.write(zip, FormatOptions.DEFAULT)) {
                for (Example example : Hostile.corpus(seed)) {
                    String all = example.id() + example.text();
                    if (all.chars().noneMatch(c -> (c < ' ' && "\t\n\r".indexOf(c) < 0) || c >= 0xfffe)) {
                        writer.write(example);
                        expected.put(example.id(), said(example));
                    } else {
                        assertThatThrownBy(() -> writer.write(example)).hasMessageContaining("which XML cannot say");
                    }
                }
                writer.commit();
            }
            Map<String, List<Object>> found = new TreeMap<>();
            read(zip.toByteArray()).forEach(example -> found.put(example.id(), said(example)));
            assertThat(found).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void entitiesAndOtherXmlAreRefused() throws IOException {
        assertThatThrownBy(() -> read(zip("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")))
                .hasMessage("in.zip/a.xmi:1: a document type (DOCTYPE); such XML is not read, because it can stand for"
                        + " anything");
        assertThatThrownBy(() -> read(zip("<a>"))).hasMessageStartingWith("in.zip/a.xmi:1: ");
        assertThatThrownBy(() -> read(zip("<a><b/></a>"))).hasMessage("in.zip/a.xmi: is no CAS in XMI");
    }

    private static byte[] zip(String xmi) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.xmi"));
            zip.write(xmi.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private List<Example> read(byte[] zip) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CorpusReader reader = format.read(new ByteArrayInputStream(zip), "in.zip", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
        }
        return examples;
    }

    private static List<Object> said(Example example) {
        return List.of(
                example.text(),
                example.labels().stream()
                        .filter(label -> !label.isDiscontinuous())
                        .map(label -> label.label() + " " + label.pieces())
                        .sorted()
                        .toList());
    }
}
