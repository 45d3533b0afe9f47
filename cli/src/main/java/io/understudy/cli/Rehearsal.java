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
            String in = write(folder.resolve("corpus.jsonl"), """
                    {"text":"Ada flies to Oslo.","intent":"fly","spans":[{"start":0,"end":3,"label":"PERSON"},{"start":13,"end":17,"label":"CITY"}]}
                    {"text":"Bo pays 30 euros.","spans":[{"start":0,"end":2,"label":"PERSON"},{"start":8,"end":16,"label":"MONEY"}]}
                    """);
            String rules = write(folder.resolve("fly.grammar"), """
                    intent fly
                      [please] (fly|go) to {city} on the <1..31 as ordinal>
                    slot city: CITY
                      Oslo
                      2: NYC = New York
                    """);
            String chatito = write(folder.resolve("fly.chatito"), """
                    %[fly]('training': '9')
                        ~[go?] ~[flying] to @[city]
                    ~[go]
                        go
                    ~[flying]
                        go flying
                        flying
                    @[city]
                        Oslo
                        Rome
                    """);
            String chatette = write(folder.resolve("fly.chatette"), """
                    %[&fly](9)
                      ~[go?] [flying|going] to @[city]~[mark?]
                    ~[go]
                      let us
                    ~[mark]
                      \\?
                    @[city]
                      ~[town$N] = Oslo
                    ~[town$NAME]
                      [the ]city $NAME
                    """);
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
                    List.of("grammar", "sample", chatito, "-n", "300", "-o", out + ".jsonl"),
                    List.of("grammar", "sample", chatette, "-n", "300"),
                    List.of("grammar", "import", chatette),
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

    private static String write(Path file, String text) throws IOException {
        return Files.writeString(file, text).toString();
    }

    private static InputStream nothing() {
        return new ByteArrayInputStream("".getBytes(StandardCharsets.UTF_8));
    }
}
