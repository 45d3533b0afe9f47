package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.SpacedTokens;
import io.understudy.core.format.TaggedTokens;
import io.understudy.core.format.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Paragraphs of spaCy's training JSON, and pairs of a text and what is in it. */
final class SpacyParagraph {

    static final Set<String> OWN = Set.of("raw", "sentences", "cats", "entities");

    private static final Set<String> TOKEN = Set.of("id", "orth", "space", "ner");

    private SpacyParagraph() {}

    static List<Example> examples(JsonCorpus.Item item, OffsetUnit unit) {
        JsonNode node = item.node();
        if (node.isArray()
                && node.size() == 2
                && node.get(0).isTextual()
                && node.get(1).isObject()) {
            return List.of(
                    pair(item, node.get(0).textValue(), new JsonObject(node.get(1), "example", item::wrong), unit));
        }
        JsonObject document = item.object();
        List<JsonObject> paragraphs = document.objects("paragraphs");
        if (document.find("paragraphs").isEmpty()) {
            throw document.problem("has no 'paragraphs'; expected spaCy's training JSON");
        }
        Dropped dropped = item.dropped();
        dropped.keys(document, "documents", Set.of("id", "paragraphs"));
        Optional<String> id = document.optionalScalar("id");
        List<Example> examples = new ArrayList<>();
        for (JsonObject paragraph : paragraphs) {
            boolean only = paragraphs.size() == 1;
            Optional<String> own = only ? id : id.map(name -> name + "-" + (examples.size() + 1));
            examples.add(new Example(
                    item.id(own),
                    intent(paragraph, dropped),
                    annotated(paragraph, dropped),
                    item.place(),
                    extra(paragraph)));
        }
        return examples;
    }

    private static Example pair(JsonCorpus.Item item, String text, JsonObject said, OffsetUnit unit) {
        LabelList labels = new LabelList(unit);
        for (JsonNode entity : said.array("entities")) {
            if (entity.size() != 3
                    || !entity.get(0).canConvertToInt()
                    || !entity.get(1).canConvertToInt()
                    || entity.get(0).intValue() < 0) {
                throw said.problem("has an entity that is none; expected a start, an end and a label");
            }
            labels.add(
                    "entity",
                    entity.get(0).intValue(),
                    entity.get(1).intValue(),
                    Optional.empty(),
                    new Label(entity.get(2).asText()),
                    Details.NONE);
        }
        Mark.Parted parted = labels.of(text);
        Optional<String> intent = said.optionalObject("cats").flatMap(cats -> SpacyDoc.best(cats.node()));
        return new Example(
                item.id(Optional.empty()),
                intent,
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                said.rest(Set.of("entities", "cats")),
                parted.marks());
    }

    /** The first category that holds. */
    private static Optional<String> intent(JsonObject paragraph, Dropped dropped) {
        List<String> holding = new ArrayList<>();
        for (JsonObject cat : paragraph.objects("cats")) {
            dropped.keys(cat, "cats", Set.of("label", "value"));
            if (cat.node().path("value").asDouble() >= 0.5) {
                holding.add(cat.string("label"));
            }
        }
        dropped.count("categories beside the intent", holding.size() - 1L);
        return holding.stream().findFirst();
    }

    private static Map<String, String> extra(JsonObject paragraph) {
        Map<String, String> extra = new LinkedHashMap<>(paragraph.rest(OWN));
        extra.remove("links", "[]");
        return extra;
    }

    private static AnnotatedText annotated(JsonObject paragraph, Dropped dropped) {
        List<JsonObject> all = new ArrayList<>();
        for (JsonObject sentence : paragraph.objects("sentences")) {
            all.addAll(sentence.objects("tokens"));
            dropped.keys(sentence, "sentences", Set.of("tokens", "brackets"));
            dropped.count("brackets", sentence.array("brackets").size());
        }
        all.forEach(token -> dropped.keys(token, "tokens", TOKEN));
        boolean spaced = all.stream().allMatch(token -> token.find("space").isPresent());
        // Where the file says the spacing of each token, that is the text; raw says it again.
        TaggedTokens tokens = new TaggedTokens(spaced && !all.isEmpty() ? Optional.empty() : raw(paragraph, all));
        for (JsonObject token : all) {
            String tag = token.optionalString("ner").orElse("O");
            tokens.add(
                    token.string("orth"),
                    tag.equals("-") || tag.isEmpty() ? "O" : tag,
                    spaced ? token.string("space") : " ");
        }
        AnnotatedText annotated = spaced ? tokens.annotatedToTheEnd() : tokens.annotated();
        Optional<String> raw = paragraph.optionalString("raw");
        if (spaced && raw.isPresent() && !all.isEmpty() && !raw.get().equals(annotated.text())) {
            throw paragraph.problem("has a 'raw' that is not its tokens and their spaces");
        }
        return annotated;
    }

    /** Treebank quotes are no part of the text that they stand for; such a paragraph is read by its tokens. */
    private static Optional<String> raw(JsonObject paragraph, List<JsonObject> tokens) {
        boolean quotes = tokens.stream()
                .map(token -> token.string("orth"))
                .anyMatch(orth -> orth.equals("``") || orth.equals("''"));
        return paragraph.optionalString("raw").filter(text -> !quotes || text.contains("``"));
    }

    static ObjectNode document(Example example, Losses losses) {
        List<Mention> mentions = example.annotated().mentions();
        Tokens words = Tokens.of(example.text(), mentions);
        words.countCuts(losses);
        ObjectNode document = JsonCorpus.object();
        document.put("id", example.id());
        ObjectNode paragraph = document.putArray("paragraphs").addObject();
        paragraph.put("raw", example.text());
        ObjectNode sentence = paragraph.putArray("sentences").addObject();
        ArrayNode tokens = sentence.putArray("tokens");
        for (SpacedTokens.Piece piece : SpacedTokens.of(example.text(), mentions, words)) {
            ObjectNode token = tokens.addObject();
            token.put("id", tokens.size() - 1);
            token.put("orth", example.text().substring(piece.start(), piece.end()));
            token.put("space", piece.space() ? " " : "");
            token.put("ner", SpacedTokens.tag(piece, mentions));
        }
        sentence.putArray("brackets");
        ArrayNode cats = paragraph.putArray("cats");
        example.intent()
                .ifPresent(intent -> cats.addObject().put("label", intent).put("value", 1.0));
        ArrayNode entities = paragraph.putArray("entities");
        for (LabelBounds label : LabelBounds.of(example, OffsetUnit.CODEPOINT, false, false)) {
            entities.addArray()
                    .add(label.start())
                    .add(label.end())
                    .add(label.label().label().name());
        }
        JsonCorpus.putRest(paragraph, example.extra(), OWN);
        return document;
    }
}
