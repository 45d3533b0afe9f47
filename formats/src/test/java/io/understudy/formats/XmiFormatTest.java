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
        for (long seed : Hostile.seeds(100).toArray()) {
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

    /** A document as INCEpTION exports it: lemmas and a second feature have no place, the identifier has one. */
    @Test
    void otherLayersAreCountedAndIdentifiersKept() throws IOException {
        String types = "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><types>"
                + type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "value", "identifier", "note")
                + type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma", "value")
                + "</types></typeSystemDescription>";
        String cas = "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\""
                + " xmlns:n=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\""
                + " xmlns:s=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" xmi:version=\"2.0\">"
                + "<cas:NULL xmi:id=\"0\"/>"
                + "<n:NamedEntity xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" value=\"PER\" identifier=\"Q7\" note=\"x\"/>"
                + "<s:Lemma xmi:id=\"3\" sofa=\"1\" begin=\"4\" end=\"7\" value=\"run\"/>"
                + "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"Ada ran\"/>"
                + "<cas:View sofa=\"1\" members=\"2 3\"/></xmi:XMI>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "TypeSystem.xml", types);
            put(zip, "a.xmi", cas);
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (CorpusReader reader =
                        format.read(new ByteArrayInputStream(bytes.toByteArray()), "in.zip", FormatOptions.DEFAULT);
                CorpusWriter writer = format.write(again, FormatOptions.DEFAULT)) {
            Example example = reader.next();
            assertThat(example.labels())
                    .hasToString(
                            "[Mark[pieces=[Span[start=0, end=3]], label=PER, details=Details[entity=Optional.empty,"
                                    + " role=Optional.empty, group=Optional.empty, value=Optional.empty, extra={identifier=\"Q7\"}]]]");
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.losses())
                    .isEqualTo(Map.of(
                            "features 'note' of the layer NamedEntity", 1L, "annotations of the layer Lemma", 1L));
            writer.write(example);
            writer.commit();
            assertThat(writer.losses()).isEmpty();
            assertThat(read(again.toByteArray()).get(0).labels()).isEqualTo(example.labels());
        }
    }

    private static String type(String name, String... features) {
        StringBuilder type = new StringBuilder("<typeDescription><name>" + name + "</name><description/>"
                + "<supertypeName>uima.tcas.Annotation</supertypeName><features>");
        for (String feature : features) {
            type.append("<featureDescription><name>")
                    .append(feature)
                    .append("</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>");
        }
        return type.append("</features></typeDescription>").toString();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
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
            put(zip, "a.xmi", xmi);
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
