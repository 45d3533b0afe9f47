package io.understudy.core.format.nlu;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Training data of Rasa 3, {@code nlu.yml}: intents, retrieval intents among them, entities with role, group and value,
 * synonyms, lookup tables, regular expressions; metadata and what else stands in the file is kept. Rasa takes spaces
 * and line breaks off both ends of an example.
 */
public final class RasaFormat implements CorpusFormat {

    static final Set<Part> CARRIES = Set.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.GROUP,
            Part.VALUE,
            Part.LINE_BREAKS,
            Part.SYNONYMS,
            Part.CATALOGUES,
            Part.PATTERNS);

    @Override
    public Facts facts() {
        return new Facts(
                "rasa",
                List.of("yml", "yaml"),
                "Rasa 3 training data (nlu.yml): intents, entities, synonyms, lookup tables, regular expressions",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return Head.yaml(head).contains("nlu");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new RasaReader(in, file));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        // The writer knows better which unknown keys it can write.
        Set<Part> counted = EnumSet.of(Part.SPAN_KEYS, Part.UNKNOWN_KEYS);
        counted.addAll(CARRIES);
        Losses losses = new Losses(counted);
        return new PushWriter(new RasaWriter(out, losses), losses);
    }
}
