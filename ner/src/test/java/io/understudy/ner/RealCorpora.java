package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.testing.Corpora;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Real corpora under the labels of our recognizers; a test that asks for one is skipped where it is missing. */
public final class RealCorpora {

    private static final Map<Label, Label> NAMES = Map.of(
            new Label("PER"), Label.PERSON,
            new Label("LOC"), Label.LOCATION,
            new Label("ORG"), Label.ORGANIZATION,
            new Label("GPE"), Label.LOCATION);

    private RealCorpora() {}

    /** 1,696 sentences of Wikipedia, tokens joined by spaces. */
    public static List<AnnotatedText> wikigold() {
        return relabelled(Corpora.wikigold());
    }

    /**
     * 1,500 sentences of presidio-research's synth_dataset_v2; GPE is LOCATION, STREET_ADDRESS is none of the three.
     */
    public static List<AnnotatedText> presidio() {
        return relabelled(Corpora.presidio());
    }

    /** The 700 utterances of SNIPS validate in small letters, with its slots as labels. */
    public static List<AnnotatedText> snipsLowerCase() {
        return Corpora.snipsValidate().stream()
                .map(example -> lowerCase(example.annotated()))
                .toList();
    }

    /** Under the labels of our recognizers. */
    public static List<AnnotatedText> relabelled(List<Example> corpus) {
        return corpus.stream()
                .map(Example::annotated)
                .map(text -> new AnnotatedText(
                        text.text(),
                        text.mentions().stream()
                                .map(mention -> mention.withLabel(NAMES.getOrDefault(mention.label(), mention.label())))
                                .toList()))
                .toList();
    }

    private static AnnotatedText lowerCase(AnnotatedText text) {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        int at = 0;
        for (Mention mention : text.mentions()) {
            builder.append(text.text().substring(at, mention.start()).toLowerCase(Locale.ROOT));
            builder.append(text.surface(mention).toLowerCase(Locale.ROOT), mention.label());
            at = mention.end();
        }
        return builder.append(text.text().substring(at).toLowerCase(Locale.ROOT))
                .build();
    }
}
