package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** DATA_CARD.md: what the folder holds, how it was made and what it is worth, for whoever is handed it. */
public final class DataCard {

    private DataCard() {}

    /** Markdown; ends with a line feed. No text of the original, no path, no time. */
    public static String of(Manifest manifest, Report report) {
        StringJoiner card = new StringJoiner("\n\n", "", "\n");
        Verdict verdict = new Verdict(report.tree());
        card.add("# Data card");
        card.add("**" + verdict.mood().word() + ".** " + String.join(" ", verdict.sentences()));
        card.add("## What this is");
        card.add("""
                Synthetic, labelled text written by Understudy. The sentences keep their shape, the names and numbers in \
                them are invented: they stand in for an original that is not in this folder. Labels come from the \
                generator and were not found again in the text, so offsets are exact.""");
        card.add(inputs(manifest));
        card.add("## How it was made");
        card.add(counts(manifest));
        card.add(dropped(manifest));
        card.add(recipe(manifest));
        card.add("## What it is worth");
        card.add(figures(report.tree()));
        card.add("## What it is not");
        card.add("""
                - It is not anonymous by proof. Names that no recognizer found, or that hide in paraphrase, \
                are not searched for.
                - Facts in it are invented: do not learn facts from it.
                - Frequencies of names follow the catalogues of surrogates, not the original.""");
        if (manifest.recipe().containsKey("labels")) {
            card.add("- Only names of these kinds were taken out: "
                    + manifest.recipe().get("labels")
                    + ". Others stand in the lines as in the original, and were not searched for.");
        }
        card.add("## Files");
        card.add("""
                - `synthetic.*`: the lines; offsets count %s.
                - `report.html`, `report.json`: every figure, with the same figure for the original where there is one.
                - `manifest.json`: inputs with their SHA-256, recipe, seed, versions, models, counts.""".formatted(unit(manifest.offsetUnit())));
        return card.toString();
    }

    private static String inputs(Manifest manifest) {
        StringJoiner list = new StringJoiner("\n");
        list.add("Made from:").add("");
        manifest.inputs()
                .forEach(input -> list.add("- `%s`, %s, SHA-256 `%s`"
                        .formatted(code(input.name()), Verdict.count(input.records(), "record"), input.sha256())));
        manifest.models()
                .forEach(model -> list.add("- model %s, licence %s, SHA-256 `%s`"
                        .formatted(code(model.name()), model.licence(), model.sha256())));
        return list.toString();
    }

    private static String counts(Manifest manifest) {
        Manifest.Counts counts = manifest.counts();
        String made = "%s asked for, %s written, from %s of %s."
                .formatted(
                        Verdict.count(counts.requested(), "line"),
                        Verdict.count(counts.out()),
                        Verdict.count(counts.candidates(), "candidate"),
                        Verdict.count(counts.in(), "original record"));
        return counts.out() < counts.requested() ? made + " There were no more distinct lines to make." : made;
    }

    private static String dropped(Manifest manifest) {
        if (manifest.dropped().isEmpty()) {
            return "Nothing was dropped.";
        }
        StringJoiner list = new StringJoiner("\n");
        list.add("Dropped:").add("");
        manifest.dropped().forEach((reason, count) -> list.add("- %s: %s".formatted(reason, Verdict.count(count))));
        return list.toString();
    }

    private static String recipe(Manifest manifest) {
        StringJoiner list = new StringJoiner("\n");
        list.add("Seed %d, and:".formatted(manifest.seed())).add("");
        manifest.recipe().forEach((name, value) -> list.add("- %s: `%s`".formatted(name, code(value))));
        manifest.versions().forEach((name, version) -> list.add("- %s %s".formatted(name, version)));
        return list.toString();
    }

    private static String figures(JsonNode tree) {
        StringJoiner table = new StringJoiner("\n");
        table.add("| figure | all lines | as many lines as the original | original |")
                .add("|---|---:|---:|---:|");
        row(table, "distinct pairs of words", tree.path("diversity").path("surface"), "distinct_2");
        row(table, "the same, names masked", tree.path("diversity").path("masked"), "distinct_2");
        row(table, "effective templates", tree.path("diversity"), "effective_templates");
        row(table, "share of duplicates", tree.path("diversity"), "duplicates");
        return table.toString();
    }

    private static void row(StringJoiner table, String name, JsonNode block, String key) {
        JsonNode about = block.path("about").path(key);
        table.add("| %s | %s | %s | %s |"
                .formatted(
                        name,
                        Figures.of(block.path(key)),
                        Figures.of(about.path("same_size").path("value")),
                        Figures.of(about.path("original"))));
    }

    private static String unit(String offsetUnit) {
        return switch (offsetUnit) {
            case "codepoint" -> "Unicode code points";
            case "utf16" -> "UTF-16 units";
            case "byte" -> "bytes of UTF-8";
            case "token" -> "tokens";
            default -> offsetUnit;
        };
    }

    /** A backtick would end the code. */
    private static String code(String text) {
        return text.replace('`', '\'');
    }
}
