package io.understudy.formats.spacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.Json;
import io.understudy.core.format.SpacedTokens;
import io.understudy.core.format.Tokens;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a DocBin says of a document that we have no place for: the example's key {@code spacy}, a JSON object. It goes
 * back as it was where the text is still the same and no mention cuts a token.
 */
final class SpacyKept {

    static final String KEY = "spacy";

    /** The words, and whether a space follows each; they say which token the other lists are about. */
    static final String ORTH = "orth";

    static final String SPACES = "spaces";
    static final String SPAN_GROUPS = "span_groups";
    static final String USER_DATA = "user_data";
    /** Those that the span groups refer to. */
    static final String STRINGS = "strings";

    static final String CATS = "cats";

    private static final Set<String> OTHERS = Set.of(ORTH, SPACES, SPAN_GROUPS, USER_DATA, STRINGS, CATS);

    private final JsonNode kept;
    private final List<SpacedTokens.Piece> pieces;

    private SpacyKept(JsonNode kept, List<SpacedTokens.Piece> pieces) {
        this.kept = kept;
        this.pieces = pieces;
    }

    /** Whether the example has any, of its own text or of another. */
    static boolean isIn(Example example) {
        return example.extra().containsKey(KEY);
    }

    /** Empty where there is none, or none that still goes with the example. */
    static Optional<SpacyKept> of(Example example) {
        String json = example.extra().get(KEY);
        JsonNode kept = json == null ? null : Json.read(json);
        if (kept == null || !kept.isObject()) {
            return Optional.empty();
        }
        return pieces(example, kept.path(ORTH), kept.path(SPACES)).map(pieces -> new SpacyKept(kept, pieces));
    }

    private static Optional<List<SpacedTokens.Piece>> pieces(Example example, JsonNode words, JsonNode spaces) {
        String text = example.text();
        List<Mention> mentions = example.annotated().mentions();
        List<SpacedTokens.Piece> pieces = new ArrayList<>();
        int at = 0;
        int mention = 0;
        boolean inside = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).asText();
            int end = at + word.length();
            boolean space = spaces.path(i).asBoolean();
            if (!text.startsWith(word, at) || (space && !text.startsWith(" ", end))) {
                return Optional.empty();
            }
            boolean first = mention < mentions.size() && mentions.get(mention).start() == at;
            inside |= first;
            boolean last = inside && mentions.get(mention).end() == end;
            if (mention < mentions.size() && !last && mentions.get(mention).end() <= end) {
                return Optional.empty();
            }
            pieces.add(new SpacedTokens.Piece(at, end, space, inside ? mention : Tokens.OUTSIDE, first, last));
            if (last) {
                mention++;
                inside = false;
            }
            at = end + (space ? 1 : 0);
        }
        return at == text.length() && mention == mentions.size() ? Optional.of(pieces) : Optional.empty();
    }

    /** The file's own tokens. */
    List<SpacedTokens.Piece> pieces() {
        return pieces;
    }

    /** Attribute to its values, one a token: strings, or numbers. */
    Map<String, JsonNode> attributes() {
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : kept.properties()) {
            if (!OTHERS.contains(member.getKey()) && member.getValue().size() == pieces.size()) {
                attributes.put(member.getKey(), member.getValue());
            }
        }
        return attributes;
    }

    byte[] bytes(String key) {
        try {
            return Base64.getDecoder().decode(kept.path(key).asText());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + key + "' in the key 'spacy' is not Base64", e);
        }
    }

    List<String> strings() {
        List<String> strings = new ArrayList<>();
        kept.path(STRINGS).forEach(string -> strings.add(string.asText()));
        return strings;
    }

    /** Scores of the categories, where they say more than the intent. */
    Map<String, Double> cats() {
        Map<String, Double> cats = new LinkedHashMap<>();
        kept.path(CATS)
                .properties()
                .forEach(cat -> cats.put(cat.getKey(), cat.getValue().asDouble()));
        return cats;
    }
}
