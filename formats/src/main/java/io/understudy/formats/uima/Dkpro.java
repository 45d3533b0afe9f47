package io.understudy.formats.uima;

import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;

/** The types of DKPro that we write, with the features that we write. */
final class Dkpro {

    static final String SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
    static final String TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
    static final String NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    static final String META_DATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";

    /** Feature of a named entity: which entity is meant. */
    static final String IDENTIFIER = "identifier";

    private Dkpro() {}

    static TypeSystemDescription types() {
        TypeSystemDescription types =
                UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
        types.addType(SENTENCE, "", CAS.TYPE_NAME_ANNOTATION);
        types.addType(TOKEN, "", CAS.TYPE_NAME_ANNOTATION);
        TypeDescription entity = types.addType(NAMED_ENTITY, "", CAS.TYPE_NAME_ANNOTATION);
        entity.addFeature("value", "", CAS.TYPE_NAME_STRING);
        entity.addFeature(IDENTIFIER, "", CAS.TYPE_NAME_STRING);
        TypeDescription document = types.addType(META_DATA, "", CAS.TYPE_NAME_DOCUMENT_ANNOTATION);
        document.addFeature("documentTitle", "", CAS.TYPE_NAME_STRING);
        document.addFeature("documentId", "", CAS.TYPE_NAME_STRING);
        return types;
    }

    /** @throws IllegalArgumentException if the types contradict each other */
    static CAS cas(TypeSystemDescription types) {
        try {
            return CasCreationUtils.createCas(types, null, null);
        } catch (ResourceInitializationException e) {
            throw new IllegalArgumentException("the type system cannot be used", e);
        }
    }
}
