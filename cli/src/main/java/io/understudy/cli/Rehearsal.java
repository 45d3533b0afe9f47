package io.understudy.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs each verb once on a few lines, so that the archive of classes that the launcher makes holds what they need.
 * Loads no model. Not a verb.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("understudy");
        try {
            Path corpus = folder.resolve("corpus.jsonl");
            Files.writeString(corpus, """
                    {"text":"Ada flies to Oslo.","intent":"fly","spans":[{"start":0,"end":3,"label":"PERSON"},{"start":13,"end":17,"label":"CITY"}]}
                    {"text":"Bo pays 30 euros.","spans":[{"start":0,"end":2,"label":"PERSON"},{"start":8,"end":16,"label":"MONEY"}]}
                    """);
            Path grammar = folder.resolve("fly.grammar");
            Files.writeString(grammar, """
                    intent fly
                      [please] (fly|go) to {city} on the <1..31 as ordinal>
                    slot city: CITY
                      Oslo
                      2: NYC = New York
                    """);
            String rules = grammar.toString();
            String in = corpus.toString();
            String out = folder.resolve("out").toString();
            for (List<String> words : List.of(
                    List.of("--help"),
                    List.of("--version"),
                    List.of("formats"),
                    List.of("generate", "--help"),
                    List.of("nothing"),
                    List.of("grammar", "check", rules),
                    List.of("grammar", "count", rules),
                    List.of("grammar", "sample", rules, "-n", "300"),
                    List.of("grammar", "show", rules, "--nth", "3"),
                    List.of("convert", in, folder.resolve("corpus.conll").toString()),
                    List.of("generate", in, "-n", "3", "-o", out),
                    List.of("evaluate", out + "/synthetic.jsonl", "--against", in))) {
                Understudy.run(
                        words.toArray(String[]::new),
                        Terminal.piped(nothing(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream()));
            }
        } finally {
            JobFolder.delete(folder);
        }
    }

    private static InputStream nothing() {
        return new ByteArrayInputStream("".getBytes(StandardCharsets.UTF_8));
    }
}
