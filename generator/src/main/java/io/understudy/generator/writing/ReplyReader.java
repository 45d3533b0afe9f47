package io.understudy.generator.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.prompts.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a reply apart into the texts that were asked for: JSON, whole or cut, or lines; without what models put around
 * them (thoughts, fences, numbers, bullets, quotation marks).
 */
final class ReplyReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern THOUGHTS = Pattern.compile("(?s)<think>.*?(</think>|\\z)");
    private static final Pattern FENCE = Pattern.compile("(?s)```[a-zA-Z]*\\s*\\n(.*?)(\\n\\s*```|\\z)");
    private static final Pattern MARK = Pattern.compile("^(\\(?\\d{1,3}[.):]|[-*\u2022\u2013])\\s+");
    private static final Pattern BEGINS_JSON = Pattern.compile("(?s)^(\\{\\s*\"|\\[\\s*[\"\\[{]).*");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(\\s*:)?");
    private static final String QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e`";

    private ReplyReader() {}

    static List<String> texts(Reply reply, Output output) {
        String text = THOUGHTS.matcher(reply.text()).replaceAll("").strip();
        Matcher fence = FENCE.matcher(text);
        if (fence.find()) {
            text = fence.group(1).strip();
        }
        boolean cut = reply.finish() == Finish.LENGTH;
        List<String> texts;
        if (BEGINS_JSON.matcher(text).matches()) {
            texts = json(text);
            cut = false;
        } else {
            texts = output == Output.TEXT ? new ArrayList<>(List.of(text)) : lines(text);
        }
        if (cut && !texts.isEmpty()) {
            texts.remove(texts.size() - 1);
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .forEach(line -> lines.add(unquoted(MARK.matcher(line.strip()).replaceFirst(""))));
        return lines;
    }

    private static String unquoted(String line) {
        String text = line.strip();
        while (text.length() >= 2
                && QUOTES.indexOf(text.charAt(0)) >= 0
                && QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static List<String> json(String text) {
        List<String> texts = new ArrayList<>();
        try {
            collect(JSON.readTree(text), texts);
        } catch (JsonProcessingException e) {
            // Cut, or with something behind it: every string that is whole and no key.
            Matcher strings = STRING.matcher(text);
            while (strings.find()) {
                if (strings.group(2) == null) {
                    texts.add(unescaped(strings.group(1)));
                }
            }
        }
        texts.replaceAll(String::strip);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        } else {
            node.forEach(each -> collect(each, texts));
        }
    }

    private static String unescaped(String string) {
        try {
            return JSON.readTree('"' + string + '"').asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
