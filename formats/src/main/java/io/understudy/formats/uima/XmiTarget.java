package io.understudy.formats.uima;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.annotation.FileNames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.xml.sax.SAXException;

/** Writes one CAS a file; one is in memory, and used again. */
final class XmiTarget implements PushWriter.Target {

    private final BundleTarget files;
    private final Losses losses;
    private final TypeSystemDescription types = Dkpro.types();
    private final CAS cas = Dkpro.cas(types);

    XmiTarget(BundleTarget files, Losses losses) {
        this.files = files;
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole(example);
        requireXml("text", example.text(), example);
        example.labels().forEach(label -> requireXml("label", label.label().name(), example));
        requireXml("id", example.id(), example);
        cas.reset();
        cas.setDocumentText(example.text());
        fill(example);
        try (OutputStream out = files.create(FileNames.name(example.id()) + XmiDocuments.XMI)) {
            XmiCasSerializer.serialize(cas, out);
        } catch (SAXException e) {
            throw new IllegalArgumentException(
                    "example '" + Json.brief(example.id()) + "' holds what XML cannot say; use --to jsonl", e);
        }
        if (example.labels().stream()
                .anyMatch(label -> label.details().extra().size()
                        > identifier(label).stream().count())) {
            losses.count(Part.SPAN_KEYS.words());
        }
    }

    private void fill(Example example) {
        TypeSystem system = cas.getTypeSystem();
        Type document = system.getType(Dkpro.META_DATA);
        AnnotationFS data = cas.createAnnotation(document, 0, example.text().length());
        data.setStringValue(document.getFeatureByBaseName("documentId"), example.id());
        data.setStringValue(document.getFeatureByBaseName("documentTitle"), example.id());
        cas.addFsToIndexes(data);
        List<Tokens.Token> words = Tokens.of(example.text(), List.of()).tokens();
        if (!words.isEmpty()) {
            int end = words.get(words.size() - 1).end();
            cas.addFsToIndexes(cas.createAnnotation(
                    system.getType(Dkpro.SENTENCE), words.get(0).start(), end));
        }
        Type token = system.getType(Dkpro.TOKEN);
        words.forEach(word -> cas.addFsToIndexes(cas.createAnnotation(token, word.start(), word.end())));
        Type entity = system.getType(Dkpro.NAMED_ENTITY);
        for (Mark label : example.labels()) {
            if (!label.isDiscontinuous()) {
                AnnotationFS annotation = cas.createAnnotation(entity, label.start(), label.end());
                annotation.setStringValue(
                        entity.getFeatureByBaseName("value"), label.label().name());
                identifier(label).ifPresent(each -> {
                    requireXml("identifier", each, example);
                    annotation.setStringValue(entity.getFeatureByBaseName(Dkpro.IDENTIFIER), each);
                });
                cas.addFsToIndexes(annotation);
            }
        }
    }

    private static Optional<String> identifier(Mark label) {
        return Optional.ofNullable(label.details().extra().get(Dkpro.IDENTIFIER))
                .map(Json::read)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static void requireXml(String what, String text, Example example) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\ufffe' || c == '\uffff') {
                throw new IllegalArgumentException(
                        "the %s of example '%s' holds the character U+%04X, which XML cannot say; use --to jsonl"
                                .formatted(what, Json.brief(example.id()).replaceAll("\\p{Cntrl}", " "), (int) c));
            }
        }
    }

    @Override
    public void finish() throws IOException {
        try (OutputStream out = files.create(XmiDocuments.TYPES)) {
            types.toXML(out);
        } catch (SAXException e) {
            throw new IOException(e);
        }
        files.finish();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
