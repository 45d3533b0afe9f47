package io.understudy.ner.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lists that come with CoreNLP's models: read from the class path when first asked for, then kept for the JVM. Where
 * they are not there they are empty. Names are in small letters.
 */
public final class NameLists {

    private static final String GENDER = "edu/stanford/nlp/models/gender/";
    private static final String PLACES = "edu/stanford/nlp/models/kbp/english/gazetteers/regexner_caseless.tab";
    private static final String TOWN = "\tCITY\tLOCATION";

    private NameLists() {}

    /** Some 600 frequent first names of the United States. */
    public static Set<String> firstNames() {
        return FirstNames.ALL;
    }

    /** Some 48,000 towns of the world, many of them words as well. */
    public static Set<String> towns() {
        return Towns.ALL;
    }

    private static final class FirstNames {
        private static final Set<String> ALL = read();

        private static Set<String> read() {
            Set<String> names = new HashSet<>();
            forEachLine(GENDER + "male_first_names.txt", names::add);
            forEachLine(GENDER + "female_first_names.txt", names::add);
            return names;
        }
    }

    private static final class Towns {
        private static final Set<String> ALL = read();

        private static Set<String> read() {
            Set<String> towns = new HashSet<>(100_000);
            forEachLine(PLACES, line -> {
                int tab = line.indexOf('\t');
                if (tab > 2 && line.startsWith(TOWN, tab)) {
                    towns.add(line.substring(0, tab));
                }
            });
            return towns;
        }
    }

    private static void forEachLine(String resource, Consumer<String> consumer) {
        try (InputStream in = CRFClassifier.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)
                        .lines()
                        .forEach(consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("list '" + resource + "' of the models cannot be read", e);
        }
    }
}
