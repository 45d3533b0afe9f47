package io.understudy.templates.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Grammars of other tools with a few characters or lines changed, and such as are too deep or too long. */
final class HostileFiles {

    private static final Map<ForeignGrammar, String> WHOLE = Map.of(
            ForeignGrammar.CHATITO,
            """
            // said
            %[a b]('training': '10', 'testing': '2', "distribution": "even")
                ~[x?] to @[c#v] and @[c] ~[not defined?]
                *[20%] ~[x] b
            ~[x]('synonym': 'true')
                one
                two ~[y?]
            ~[y]
                y
            @[c#v]
                ~[x]
                city ~[y?]
            @[c]('entity': 'e')
                else
            """,
            ForeignGrammar.CHATETTE,
            """
            // said
            %[&a b](training: 10, 'test': '2')
              [&hi|ho?/40] ~[x?p] to @[c#v?!p] and @[&c] // more
              {old/choice} ~[y$arg] \\[ [a [b|c]?] ; old
            ~[&x]
              one
              ~[y$A]
            ~[y$A]
              $A is [$A?]
            @[c#v]
              city = town
              ~[x] = /
            @[c#w]
              Else
            """,
            ForeignGrammar.HASSIL,
            """
            language: en
            intents:
              a:
                data:
                  - sentences:
                      - "[to] (b|c) {l:s} <r>"
                      - '(x;[y];{n}) \\( z'
                    expansion_rules:
                      q: "local {l}"
                    requires_context: {a: b}
            lists:
              l:
                values: [one, {in: "(t|w)o", out: 2}]
              n:
                range: {from: 1, to: 10, step: 2, fractions: halves}
            expansion_rules:
              r: "<q> r[s]"
              q: "q"
            skip_words: [please]
            """,
            ForeignGrammar.RASA,
            """
            version: "3.1"
            nlu:
            - intent: a/b
              examples: |
                - to [x](c) and [y z]{"entity": "c", "role": "r", "value": "yz"}
                - hi
            - synonym: xx
              examples: |
                - x
                - [q]
            - lookup: c
              examples: |
                - w
            - regex: c
              examples: |
                - \\b[a-z]{2}\\d{1,4}(x|y)?
            """);

    private static final List<String> SIGNS = List.of(
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "<",
            ">",
            "~[",
            "@[",
            "%[",
            "|",
            ";",
            "/",
            "?",
            "!",
            "#",
            "$",
            "&",
            "=",
            "\\",
            "*[",
            "'",
            "\"",
            ":",
            ",",
            "\n",
            "\r",
            "\t",
            " ",
            "    ",
            "- ",
            "//",
            "%",
            "\0",
            "é",
            "e\u0301",
            "\ud83d\ude00",
            "\ud800",
            "\u00a0",
            "\u202e",
            "ß",
            "ı",
            "9999999999",
            "{0,999}",
            "x",
            "~[x]",
            "@[c]",
            "<r>",
            "{l}",
            "*",
            "&a",
            "*a",
            "!!x");

    private HostileFiles() {}

    static String of(ForeignGrammar tool, SplittableRandom chance) {
        StringBuilder text = new StringBuilder(WHOLE.get(tool));
        int changes = 1 + chance.nextInt(chance.nextInt(4) == 0 ? 30 : 3);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            int at = chance.nextInt(text.length());
            int end = Math.min(text.length(), at + chance.nextInt(8));
            switch (chance.nextInt(4)) {
                case 0 -> text.insert(at, SIGNS.get(chance.nextInt(SIGNS.size())));
                case 1 -> text.delete(at, end);
                case 2 -> text.replace(at, end, SIGNS.get(chance.nextInt(SIGNS.size())));
                default -> {
                    int from = chance.nextInt(text.length());
                    text.insert(at, text.substring(from, Math.min(text.length(), from + chance.nextInt(60))));
                }
            }
        }
        return text.toString();
    }

    static List<String> large(ForeignGrammar tool) {
        int much = 30_000;
        List<String> files = new ArrayList<>();
        switch (tool) {
            case CHATITO -> {
                files.add("%[a]\n    " + "~[b?] ".repeat(much) + "c\n");
                files.add("%[a]\n    b\n~[a]\n    " + "~[b?]".repeat(400) + " c\n");
                files.add("%[a]\n    " + "@[".repeat(much) + "\n");
                files.add("%[a]\n    ~[x0]\n" + chain("~[x%d]\n    ~[x%d]\n", much));
                files.add("%[a]\n    b\n" + chain("@[x%d]\n    c%d\n", much));
            }
            case CHATETTE -> {
                files.add("%[a]\n  " + "[".repeat(much) + "b" + "]".repeat(much) + "\n");
                files.add("%[a]\n  " + "[b|c] ".repeat(much) + "\n");
                files.add("%[&a]\n  " + "[b?] ".repeat(490) + "\n");
                files.add("%[a]\n  b\n~[a]\n  " + "[b?]".repeat(490) + " c\n");
                files.add("%[a]\n  b\n~[a]\n  [b?x1] [b?x2] [b?x3] [b?x4] [b?x5] [b?x6] [b?x7]\n");
                files.add("%[a]\n  ~[x0]\n" + chain("~[x%d]\n  ~[x%d]\n", much));
                files.add("%[a]\n  b\n" + chain("~[x%d$A]\n  $A%d\n", much));
                files.add("%[a]\n  b\n" + chain("~[x%d$A%1$d]\n  $A%d\n", much));
                files.add("%[a]\n  ~[x0]\n" + chain("~[&x%d]\n  ~[&x%d] ~[&x%2$d] C\n", 90) + "~[x90]\n  c\n");
            }
            case HASSIL -> {
                String head = "intents: {a: {data: [{sentences: ['%s']}]}}\n";
                files.add(head.formatted("(".repeat(much) + "b" + ")".repeat(much)));
                files.add(head.formatted("(a;b;c;d;e;f)".repeat(1000)));
                files.add(head.formatted("(".repeat(20) + "a" + ";b;c;d;e)".repeat(20)));
                files.add(head.formatted("<x0>") + "expansion_rules:\n" + chain("  x%d: <x%d>\n", much));
                files.add(head.formatted("{x}")
                        + "lists: {x: {range: {from: 0, to: 999999999999, fractions: tenths}}}\n");
                files.add("a: &a [x,x]\n" + chain("b%d: &b%1$d [*a, *a, *b%d]\n", 1000));
                files.add("[".repeat(much));
            }
            default -> {
                String regex = "nlu:\n- intent: a\n  examples: |\n    - [x](c)\n- regex: c\n  examples: |\n    - ";
                files.add(regex + "(".repeat(much) + "a" + ")".repeat(much) + "\n");
                files.add(regex + "(((a{40}){40}){40}){40}\n");
                files.add(regex + "[a-z]".repeat(much) + "\n");
                files.add(regex + "\\d{1,9999}\n");
                files.add("nlu:\n- intent: a\n  examples: |\n" + "    - a [b](c)\n".repeat(much));
                files.add("nlu:\n- intent: a\n  examples: |\n    - " + "[".repeat(much) + "\n");
                files.add("nlu:\n- intent: a\n  examples: |\n    - " + "[a](".repeat(much) + "\n");
            }
        }
        return files;
    }

    private static String chain(String link, int length) {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < length; i++) {
            chain.append(link.formatted(i, i + 1));
        }
        return chain.toString();
    }
}
