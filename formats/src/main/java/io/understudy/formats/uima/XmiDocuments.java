package io.understudy.formats.uima;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Span;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Json;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.XmlDocument;
import io.understudy.core.format.annotation.FileNames;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.SofaFS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.InvalidXMLException;
import org.apache.uima.util.XMLInputSource;
import org.xml.sax.SAXException;

/** Reads one CAS after the other. Each file is first read as XML that may hold no document type, then by UIMA. */
final class XmiDocuments implements PullReader.Source {

    static final String XMI = ".xmi";
    static final String TYPES = "TypeSystem.xml";

    /** Layers that are written again from the text and the id. */
    private static final Set<String> MADE_AGAIN =
            Set.of(Dkpro.SENTENCE, Dkpro.TOKEN, Dkpro.META_DATA, CAS.TYPE_NAME_DOCUMENT_ANNOTATION);

    private final BundleSource files;
    private final Iterator<String> names;
    private final Dropped dropped = new Dropped();
    private CAS cas;

    XmiDocuments(BundleSource files) {
        this.files = files;
        this.names = files.names().stream().filter(name -> name.endsWith(XMI)).iterator();
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!names.hasNext()) {
            return Optional.empty();
        }
        if (cas == null) {
            cas = cas();
        }
        String name = names.next();
        check(name);
        cas.reset();
        try (InputStream in = files.open(name)) {
            XmiCasDeserializer.deserialize(in, cas, true);
        } catch (BadDataException e) {
            throw e;
        } catch (SAXException | CharConversionException | UnsupportedEncodingException | RuntimeException e) {
            // Of the library, which fails in many ways at elements that are none of its own.
            throw new BadDataException(files.file(name), 0, "is no CAS in XMI");
        }
        try {
            return Optional.of(example(name));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(files.file(name), 0, e.getMessage());
        }
    }

    private void check(String name) throws IOException {
        try (XmlDocument xml = new XmlDocument(files.open(name), files.file(name))) {
            int event;
            do {
                event = xml.next();
            } while (event != XMLStreamConstants.END_DOCUMENT);
        }
    }

    /** One for the file's own type system; for ours where it has none. */
    private CAS cas() throws IOException {
        for (String name : files.names()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(TYPES.toLowerCase(Locale.ROOT))) {
                check(name);
                try (InputStream in = files.open(name)) {
                    return Dkpro.cas(
                            UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(in, null)));
                } catch (InvalidXMLException | RuntimeException e) {
                    // Of the library, which fails in many ways at types without a name.
                    throw new BadDataException(files.file(name), 0, "is no type system of UIMA");
                }
            }
        }
        return Dkpro.cas(Dkpro.types());
    }

    private Example example(String name) {
        String text = cas.getDocumentText() == null ? "" : cas.getDocumentText();
        Type entity = cas.getTypeSystem().getType(Dkpro.NAMED_ENTITY);
        List<Mark> labels = new ArrayList<>();
        for (AnnotationFS annotation : cas.getAnnotationIndex()) {
            boolean wanted = entity != null
                    ? cas.getTypeSystem().subsumes(entity, annotation.getType())
                    : isUsersOwn(annotation.getType());
            if (wanted && annotation.getBegin() < annotation.getEnd()) {
                labels.add(new Mark(
                        List.of(new Span(annotation.getBegin(), annotation.getEnd())),
                        new Label(label(annotation)),
                        details(annotation)));
            } else if (wanted) {
                dropped.count("empty annotations of the layer " + shortName(annotation.getType()));
            } else if (!MADE_AGAIN.contains(annotation.getType().getName())) {
                dropped.count("annotations of the layer " + shortName(annotation.getType()));
            }
        }
        for (Iterator<SofaFS> sofas = cas.getSofaIterator(); sofas.hasNext(); ) {
            dropped.count("views other than the first", sofas.next().getSofaID().equals(CAS.NAME_DEFAULT_SOFA) ? 0 : 1);
        }
        Mark.Parted parted = Mark.part(labels);
        return new Example(
                FileNames.id(name.substring(0, name.length() - XMI.length())),
                Optional.empty(),
                new AnnotatedText(text, parted.mentions()),
                new Original(name.substring(name.lastIndexOf('/') + 1), 1),
                Map.of(),
                parted.marks());
    }

    /** What a named entity says beside its value: its identifier is kept, of other features that they are there. */
    private Details details(AnnotationFS annotation) {
        Map<String, String> extra = new LinkedHashMap<>();
        boolean labelled = false;
        for (Feature feature : annotation.getType().getFeatures()) {
            String name = feature.getShortName();
            boolean string = feature.getRange().isStringOrStringSubtype();
            String value = string ? annotation.getStringValue(feature) : null;
            if (name.equals(Dkpro.IDENTIFIER) && value != null) {
                extra.put(name, Json.quote(value));
            } else if (value != null && !labelled && value.equals(label(annotation))) {
                labelled = true;
            } else if (value != null || (!string && isSet(annotation, feature))) {
                dropped.count(
                        "features '%s' of the layer %s".formatted(Json.brief(name), shortName(annotation.getType())));
            }
        }
        return Details.NONE.withExtra(extra);
    }

    private static boolean isSet(AnnotationFS annotation, Feature feature) {
        if (feature.getDomain().getName().startsWith("uima.")) {
            return false;
        }
        return feature.getRange().isPrimitive()
                ? !List.of("0", "0.0", "false").contains(annotation.getFeatureValueAsString(feature))
                : annotation.getFeatureValue(feature) != null;
    }

    private static String shortName(Type type) {
        return Json.brief(type.getShortName());
    }

    private static boolean isUsersOwn(Type type) {
        return !type.getName().startsWith("uima.") && !type.getName().startsWith("de.tudarmstadt.ukp.");
    }

    /** The value, else the first string that it has, else the name of its type. */
    private static String label(AnnotationFS annotation) {
        Type type = annotation.getType();
        List<Feature> features = new ArrayList<>();
        Optional.ofNullable(type.getFeatureByBaseName("value")).ifPresent(features::add);
        features.addAll(type.getFeatures());
        for (Feature feature : features) {
            if (feature.getRange().isStringOrStringSubtype() && annotation.getStringValue(feature) != null) {
                return annotation.getStringValue(feature);
            }
        }
        return type.getShortName();
    }

    @Override
    public Map<String, Long> losses() {
        return dropped.counts();
    }

    @Override
    public long bytesRead() {
        return files.bytesRead();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
