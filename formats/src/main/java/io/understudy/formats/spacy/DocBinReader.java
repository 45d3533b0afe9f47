package io.understudy.formats.spacy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Span;
import io.understudy.core.format.Json;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives out document by document what {@link DocBinFile} has read. */
final class DocBinReader implements PullReader.Source {

    private static final int ORTH = 65;
    private static final int ENT_IOB = 77;
    private static final int ENT_TYPE = 78;
    /** Says again whether a space follows. */
    private static final String SPACY = "SPACY";
    /** Attributes whose numbers stand for strings. */
    private static final Set<String> STRINGS = Set.of(
            "LOWER",
            "NORM",
            "SHAPE",
            "PREFIX",
            "SUFFIX",
            "LEMMA",
            "POS",
            "TAG",
            "DEP",
            "LANG",
            "ENT_KB_ID",
            "ENT_ID",
            "MORPH");

    private static final long INSIDE = 1;
    private static final long BEGIN = 3;

    private final InputStream in;
    private final String file;
    private DocBinFile bin;
    private int document;
    private int token;

    DocBinReader(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (bin == null) {
            bin = DocBinFile.read(in, file);
        }
        if (document == bin.lengths().length) {
            return Optional.empty();
        }
        try {
            return Optional.of(next());
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file, 0, "document " + (document + 1) + ": " + e.getMessage());
        }
    }

    private Example next() {
        int length = bin.lengths()[document];
        StringBuilder text = new StringBuilder();
        List<Mention> mentions = new ArrayList<>();
        int start = -1;
        int end = -1;
        String label = "";
        for (int i = token; i < token + length; i++) {
            int at = text.length();
            text.append(string(bin.token(i, ORTH)));
            long place = bin.has(ENT_IOB) ? bin.token(i, ENT_IOB) : 0;
            String type = bin.has(ENT_TYPE) ? string(bin.token(i, ENT_TYPE)) : "";
            boolean goesOn = place == INSIDE && start >= 0 && type.equals(label);
            if (start >= 0 && !goesOn) {
                mentions.add(new Mention(new Span(start, end), new Label(label)));
                start = -1;
            }
            if (!type.isEmpty() && (place == BEGIN || place == INSIDE)) {
                start = start < 0 ? at : start;
                label = type;
                end = text.length();
            }
            // Where a document does not know its spaces, spaCy puts one after each token.
            text.append(bin.spaceAfter(document, i) ? " " : "");
        }
        if (start >= 0) {
            mentions.add(new Mention(new Span(start, end), new Label(label)));
        }
        Optional<String> intent = DocBinFile.best(bin.cats(document));
        Map<String, String> extra = kept(length, intent);
        document++;
        token += length;
        return new Example(
                Names.id(file, document),
                intent,
                new AnnotatedText(text.toString(), mentions),
                new Original(Names.corpus(file), document),
                extra);
    }

    private String string(long number) {
        return bin.ids()
                .string(number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a token stands for a string that is not in the file's list of strings"));
    }

    /** What we have no place for, as JSON; {@link SpacyKept} gives it back. */
    private Map<String, String> kept(int length, Optional<String> intent) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int attribute : bin.attributes()) {
            if (attribute == ORTH || attribute == ENT_IOB || attribute == ENT_TYPE) {
                continue;
            }
            String name = bin.ids().string(attribute).orElse(Integer.toString(attribute));
            boolean any = false;
            List<String> values = new ArrayList<>();
            for (int i = token; i < token + length; i++) {
                long value = bin.token(i, attribute);
                any |= value != 0;
                values.add(value(name, value));
            }
            if (any && !name.equals(SPACY)) {
                kept.put(name, list(values));
            }
        }
        bin.spanGroups(document).ifPresent(bytes -> {
            kept.put(SpacyKept.SPAN_GROUPS, base64(bytes));
            kept.put(
                    SpacyKept.STRINGS,
                    list(SpanGroups.strings(bytes, bin.ids()).stream()
                            .map(Json::quote)
                            .toList()));
        });
        bin.userData(document).ifPresent(bytes -> kept.put(SpacyKept.USER_DATA, base64(bytes)));
        Map<String, Double> cats = bin.cats(document);
        Map<String, Double> ours = intent.map(name -> Map.of(name, 1.0)).orElse(Map.of());
        if (!cats.equals(ours)) {
            Map<String, String> scores = new LinkedHashMap<>();
            cats.forEach((name, score) -> {
                if (Double.isFinite(score)) {
                    scores.put(name, score.toString());
                }
            });
            kept.put(SpacyKept.CATS, Json.object(scores));
        }
        if (kept.isEmpty()) {
            return Map.of();
        }
        List<String> words = new ArrayList<>();
        List<String> spaces = new ArrayList<>();
        for (int i = token; i < token + length; i++) {
            words.add(Json.quote(string(bin.token(i, ORTH))));
            spaces.add(bin.spaceAfter(document, i) ? "true" : "false");
        }
        kept.put(SpacyKept.ORTH, list(words));
        kept.put(SpacyKept.SPACES, list(spaces));
        return Map.of(SpacyKept.KEY, Json.object(kept));
    }

    private String value(String attribute, long value) {
        return (STRINGS.contains(attribute) ? bin.ids().string(value) : Optional.<String>empty())
                .map(Json::quote)
                .orElse(Long.toUnsignedString(value));
    }

    private static String list(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    private static String base64(byte[] bytes) {
        return Json.quote(Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public long bytesRead() {
        return bin == null ? 0 : bin.bytesRead();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
