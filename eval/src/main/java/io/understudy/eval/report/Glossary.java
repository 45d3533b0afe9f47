package io.understudy.eval.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How each figure is computed, and who says so: what a reader sees when pointing at its name. */
final class Glossary {

    /**
     * @param formula in a line
     * @param source who defined it; empty where it is a count
     */
    record Entry(String formula, String source) {}

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        String li = "Li et al., 2016, A Diversity-Promoting Objective Function";
        for (int n = 1; n <= 3; n++) {
            add("distinct_" + n, "distinct " + n + "-grams / all " + n + "-grams, within lines", li);
            add("distinct_" + n + "_of_5000", "distinct-" + n + " of 5,000 words, mean of 20 draws", li + "; rarefied");
            add("entropy_" + n, "\u2212\u03A3 p log\u2082 p over " + n + "-grams", "Shannon, 1948");
            add("effective_" + n, "2 to the power of the entropy of " + n + "-grams", "Hill, 1973");
        }
        add("words_per_line", "words and punctuation marks / lines", "Unicode Standard Annex 29 says what a word is");
        add("compression_ratio", "bytes / bytes after raw DEFLATE, level 9", "Shaib et al., 2024, compressed once");
        add("self_bleu", "mean BLEU of each line against all others, orders up to 4", "Zhu et al., 2018, Texygen");
        add(
                "self_repetition",
                "mean over lines of ln(1 + \u03A3 (df \u2212 1)) over its 4-grams",
                "Salkar et al., 2022");
        add("mattr_50", "mean of types / 50 over windows of 50 words", "Covington and McFall, 2010");
        add("mtld", "words / stretches that keep types / words above 0.72", "McCarthy and Jarvis, 2010");
        add("vendi", "exp(\u2212\u03A3 \u03BB ln \u03BB), \u03BB the eigenvalues of K / n", "Friedman and Dieng, 2023");
        add("template_rate", "lines with one of the 100 most frequent 5-grams / lines", "Shaib et al., 2024, on words");
        add("duplicates", "lines equal to an earlier one / lines", "");
        add("masked_duplicates", "lines whose masked text equals an earlier one's / lines", "");
        add(
                "near_duplicates",
                "lines with Jaccard \u2265 0.8 of 3-grams to an earlier one / lines",
                "Broder, 1997, MinHash");
        add("effective_templates", "exp(\u2212\u03A3 p ln p) over templates", "Hill, 1973");
        add("unique_templates", "distinct templates / lines", "");
        add("top_template", "lines on the most frequent template / lines", "");
        add("top_10_templates", "lines on the ten most frequent templates / lines", "");
        String js = "\u00BD KL(p \u2016 m) + \u00BD KL(q \u2016 m), m = (p + q) / 2, in bits";
        for (String of :
                new String[] {"labels", "intents", "length", "mentions", "label_pairs", "punctuation", "casing"}) {
            add(of + "_js", js, "Lin, 1991");
        }
        add(
                "c2st_auc",
                "area under the ROC curve of a linear classifier, cross-validated; 0.5 is a coin",
                "Lopez-Paz and Oquab, 2017");
        add(
                "perplexity",
                "exp(\u2212 mean ln p) of these lines under a Kneser\u2013Ney model of the original",
                "Chen and Goodman, 1999");
        add("reverse_perplexity", "the same of the original under a model of these lines", "Caccia et al., 2020");
        add(
                "precision",
                "share of these lines inside the original's neighbourhoods",
                "Kynk\u00E4\u00E4nniemi et al., 2019");
        add(
                "recall",
                "share of the original inside these lines' neighbourhoods",
                "Kynk\u00E4\u00E4nniemi et al., 2019");
        add("density", "mean number of the original's neighbourhoods around a line / k", "Naeem et al., 2020");
        add("coverage", "share of the original with one of these lines as a neighbour", "Naeem et al., 2020");
        add(
                "frechet",
                "\u2016\u03BC\u2081 \u2212 \u03BC\u2082\u2016\u00B2 + tr(\u03A3\u2081 + \u03A3\u2082 \u2212 2 (\u03A3\u2081\u03A3\u2082)^\u00BD) of embeddings",
                "Heusel et al., 2017");
        add(
                "vendi_meaning",
                "exp(\u2212\u03A3 \u03BB ln \u03BB), \u03BB the eigenvalues of the embeddings' K / n",
                "Friedman and Dieng, 2023");
        add(
                "remote_clique",
                "mean cosine distance of two lines' embeddings",
                "Cox et al., 2021, the diagonal left out");
        add("chamfer", "mean cosine distance of a line to its nearest other", "Cox et al., 2021");
        add("mauve", "area under the curve of divergences of mixtures", "Pillutla et al., 2021");
        String tstr = "Esteban et al., 2017, train on synthetic, test on real";
        add("intent_accuracy", "right / all; a linear SVM over TF-IDF of words and characters", tstr);
        add("intent_macro_f1", "mean over intents of 2 \u00B7 right / (predicted + gold)", tstr);
        add(
                "slot_f1",
                "2 \u00B7 right / (predicted + gold), exact spans; an averaged perceptron",
                tstr + "; Collins, 2002; conlleval");
        add("slot_macro_f1", "mean over labels of their F1", tstr);
        add("label_triples_js", js, "Lin, 1991");
        add("length_w1", "area between the two cumulative distributions", "Wasserstein distance of order 1");
        add("length_ks", "widest gap between the two cumulative distributions", "Kolmogorov and Smirnov");
        add("c2st_accuracy", "lines told right / lines; 0.5 is a coin", "Lopez-Paz and Oquab, 2017");
        add("c2st_p", "chance of so many right if both sides were alike: exact binomial", "Lopez-Paz and Oquab, 2017");
        add("unknown_words", "words that the model of the original never saw / words", "");
        add("chi_square", "\u03A3 (observed \u2212 expected)\u00B2 / expected", "Pearson, 1900");
        add(
                "coincidence",
                "rate at which the holdout's come through / rate at which the original's do, at most 1; left are the"
                        + " findings beyond it, where p is small or an identifier came through",
                "Levin, 1953, attributable fraction; Fisher, 1935");
        add("p", "one-sided hypergeometric tail", "Fisher, 1935, exact test");
        add(
                "exposure",
                "log\u2082 of the canaries there might be \u2212 log\u2082 of the rank",
                "Carlini et al., 2019");
        add("interval", "2.5 % and 97.5 % of 1,000 paired resamples of the test lines", "Koehn, 2004, bootstrap");
    }

    private static void add(String key, String formula, String source) {
        ENTRIES.put(key, new Entry(formula, source));
    }

    private Glossary() {}

    static Optional<Entry> entry(String key) {
        return Optional.ofNullable(ENTRIES.get(key));
    }

    /**
     * A figure's name; pointing at it, or focusing it, shows what it means and how it is computed.
     *
     * @param what in a sentence, may be empty
     */
    static void name(Html html, String key, String name, String what) {
        Optional<Entry> entry = entry(key);
        if (entry.isEmpty() && what.isEmpty()) {
            html.text(name);
            return;
        }
        String id = html.nextId();
        html.open("span", "class", "why");
        html.leaf("button", name, "type", "button", "aria-describedby", id);
        html.open("span", "role", "tooltip", "id", id);
        if (!what.isEmpty()) {
            html.text(what + " ");
        }
        entry.ifPresent(known -> {
            html.leaf("span", known.formula(), "class", "formula");
            if (!known.source().isEmpty()) {
                html.leaf("cite", known.source());
            }
        });
        html.close().close();
    }
}
