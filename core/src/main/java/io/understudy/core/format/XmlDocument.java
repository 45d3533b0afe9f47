package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML document read from its beginning, without document type, entities of its own or anything from outside; its
 * nesting has a limit.
 */
public final class XmlDocument implements Closeable {

    private final Utf8Input in;
    private final String file;
    private final XMLStreamReader xml;
    private int depth;

    /** @param in closed with this */
    public XmlDocument(InputStream in, String file) {
        this.in = new Utf8Input(in, file);
        this.file = file;
        try {
            this.xml = factory().createXMLStreamReader(this.in, "UTF-8");
        } catch (XMLStreamException e) {
            throw wrong(e);
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((XMLResolver) (publicId, systemId, base, space) -> {
            throw new XMLStreamException("nothing is read from outside");
        });
        return factory;
    }

    /** Goes to the next event of {@link XMLStreamConstants}. */
    public int next() {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw wrong("a document type (DOCTYPE); such XML is not read, because it can stand for anything");
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw wrong("an entity of the document's own; such XML is not read");
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > Limits.NESTING) {
                throw wrong("the XML is nested too deeply");
            }
            return event;
        } catch (XMLStreamException e) {
            throw wrong(e);
        }
    }

    /** For names, attributes and characters of the current event; never to go on. */
    public XMLStreamReader event() {
        return xml;
    }

    public long line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    public long bytesRead() {
        return in.bytesRead();
    }

    public BadDataException wrong(String problem) {
        return new BadDataException(file, line(), problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The parser's own message may quote the file; what the bytes are is said by whoever read them. */
    private BadDataException wrong(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadDataException bad) {
                return bad;
            }
        }
        long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return new BadDataException(
                file, line, "not XML, or more of it than is read: a name, an entity or its end is wrong here");
    }
}
