package io.understudy.core.format.nlu;

import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A bot of Amazon Lex V2, as its console exports and imports it: samples with slots, slot types with values and
 * synonyms, in one language. What else a bot's files say, such as prompts, is kept for Lex.
 */
public final class LexFormat implements BundleFormat {

    static final Set<Part> CARRIES = Set.of(Part.INTENT, Part.SPANS, Part.ROLE, Part.SYNONYMS, Part.CATALOGUES);

    /** The member of an intent with its samples. */
    static final String SAMPLES = "sampleUtterances";

    static final Pattern INTENT = Pattern.compile("(.*/BotLocales/[^/]+/)Intents/([^/]+)/Intent\\.json");
    static final Pattern PLACE = Pattern.compile("((.*?/)BotLocales/[^/]+/).*");
    static final Pattern TYPE = Pattern.compile(".*/BotLocales/[^/]+/SlotTypes/[^/]+/SlotType\\.json");

    @Override
    public Facts facts() {
        return new Facts(
                "lex",
                List.of("zip"),
                "Amazon Lex V2 bot (zip or folder): sample utterances with slots, slot types",
                CARRIES);
    }

    @Override
    public boolean recognizes(List<String> names) {
        return names.stream().anyMatch(name -> INTENT.matcher(name).matches());
    }

    @Override
    public CorpusReader read(BundleSource files, FormatOptions options) {
        return new PullReader(new LexReader(files));
    }

    @Override
    public CorpusWriter write(BundleTarget files, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new LexWriter(files, losses), losses);
    }
}
