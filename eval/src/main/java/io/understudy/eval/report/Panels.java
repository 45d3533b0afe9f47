package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the sections of a page are made of: tables of scores, figures, keys. */
final class Panels {

    private final Html html;

    Panels(Html html) {
        this.html = html;
    }

    void section(String name, String question) {
        html.open("section")
                .leaf("h2", name)
                .leaf("p", question, "class", "soft")
                .line();
    }

    void figure(String name, String meaning) {
        html.open("figure")
                .open("figcaption")
                .leaf("b", name)
                .text(": " + meaning)
                .close();
    }

    /** Colours and what they stand for: class of the mark, its name, and so on. */
    void key(String... marks) {
        html.open("ul", "class", "key");
        for (int i = 0; i < marks.length; i += 2) {
            html.open("li").leaf("i", "", "class", marks[i]).text(marks[i + 1]).close();
        }
        html.close();
    }

    void oursAndTheirs(boolean ruled) {
        if (ruled) {
            key("o", "these lines", "r", "original");
        } else {
            key("o", "these lines");
        }
    }

    /** Leaves the table's body, the table and its scroll area open. The first column is text, the others numbers. */
    void openTable(String caption, String... heads) {
        openFilteredTable(caption, "", heads);
    }

    /** @param filters numbers of the columns whose values a reader may choose among, with spaces between; or none */
    void openFilteredTable(String caption, String filters, String... heads) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", caption);
        if (filters.isEmpty()) {
            html.open("table");
        } else {
            html.open("table", "data-filter", filters);
        }
        html.leaf("caption", caption).open("thead").open("tr");
        for (int i = 0; i < heads.length; i++) {
            if (i == 0) {
                html.leaf("th", heads[i], "scope", "col");
            } else if (heads[i].equals("Meaning")) {
                html.leaf("th", heads[i], "scope", "col", "class", "w");
            } else if (heads[i].isEmpty()) {
                html.leaf("td", "");
            } else {
                html.leaf("th", heads[i], "scope", "col", "class", "n");
            }
        }
        html.close().close().open("tbody").line();
    }

    void closeTable() {
        html.close().close().close().line();
    }

    void cell(String text) {
        html.leaf("td", text, "class", "n");
    }

    void cell(JsonNode number) {
        cell(Figures.of(number));
    }

    /** A row's head: the figure's name, with what it means and how it is computed when pointed at. */
    void name(String key, String title, String what) {
        html.open("th", "scope", "row");
        Glossary.name(html, key, title, what);
        html.close();
    }

    /** A table of the scores a block holds; the missing ones with their reasons. Nothing where there is none. */
    void scores(String caption, JsonNode block) {
        List<String> keys = measured(block);
        if (keys.isEmpty()) {
            return;
        }
        openTable(caption, "Figure", "Here", "Original", "Better", "Meaning");
        for (String key : keys) {
            JsonNode about = about(block, key);
            html.open("tr");
            name(key, Figures.title(key), about.path("what").asText(""));
            cell(here(block, key));
            cell(about.path("original"));
            cell(direction(about.path("direction").asText()));
            html.leaf("td", meaning(block, key), "class", "w").close();
        }
        closeTable();
    }

    /** Names of a block's scores, those that could not be computed included. */
    static List<String> measured(JsonNode block) {
        List<String> keys = new ArrayList<>();
        block.fieldNames().forEachRemaining(key -> {
            if (block.path("about").has(key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    static String meaning(JsonNode block, String key) {
        JsonNode about = about(block, key);
        String what = about.path("what").asText("");
        if (block.has(key + "_reason")) {
            return (what + " Not computed: " + block.path(key + "_reason").asText() + ".").strip();
        }
        JsonNode sameSize = about.path("same_size");
        if (!sameSize.isObject()
                || sameSize.path("n").asLong() == about.path("n").asLong()) {
            return what + " n\u00a0=\u00a0" + Figures.of(about.path("n")) + ".";
        }
        return "%s n\u00a0=\u00a0%s; for n\u00a0=\u00a0%s it is %s."
                .formatted(
                        what, Figures.of(sameSize.path("n")), Figures.of(about.path("n")), Figures.of(block.path(key)));
    }

    /** The value as it can be compared: at the original's size, where there is one. */
    static JsonNode here(JsonNode block, String key) {
        JsonNode sameSize = about(block, key).path("same_size").path("value");
        return sameSize.isNumber() ? sameSize : block.path(key);
    }

    static JsonNode about(JsonNode block, String key) {
        return block.path("about").path(key);
    }

    static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    static String direction(String direction) {
        return switch (direction) {
            case "higher" -> "higher";
            case "lower" -> "lower";
            case "near_original" -> "near original";
            default -> Figures.NONE;
        };
    }

    static String sentence(String phrase) {
        return phrase.isEmpty() ? phrase : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }
}
