package io.understudy.core.format.nlu;

import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.Utf8Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rasa's Markdown of before Rasa 3; only read. */
public final class RasaMarkdownFormat implements CorpusFormat {

    private static final Pattern SECTION = Pattern.compile("##\\s*(intent|synonym|regex|lookup)\\s*:\\s*(.+?)\\s*");

    @Override
    public Facts facts() {
        return new Facts("rasa-markdown", List.of("md"), "Rasa's older Markdown (## intent:greet)", RasaFormat.CARRIES);
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean recognizes(String head) {
        return head.lines().anyMatch(line -> SECTION.matcher(line).matches());
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new Source(new Utf8Lines(in, file)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        throw new IllegalArgumentException("format 'rasa-markdown' is only read, not written; use rasa");
    }

    private static final class Source implements PullReader.Source {
        private final Utf8Lines lines;
        private final Numbered numbered;
        private final Map<String, List<String>> synonyms = new LinkedHashMap<>();
        private final Map<String, List<String>> patterns = new LinkedHashMap<>();
        private final Map<String, List<String>> lookups = new LinkedHashMap<>();
        private final Dropped dropped = new Dropped();
        private String kind = "";
        private String name = "";
        private boolean inComment;

        Source(Utf8Lines lines) {
            this.lines = lines;
            this.numbered = new Numbered(lines.file());
        }

        @Override
        public Optional<Example> read() throws IOException {
            while (lines.next()) {
                String line = withoutComment(lines.text()).strip();
                Matcher section = SECTION.matcher(line);
                if (section.matches()) {
                    kind = section.group(1);
                    name = section.group(2);
                } else if (line.startsWith("##")) {
                    throw lines.wrong(
                            "an unknown section; expected ## intent:, synonym:, regex: or lookup: and a name");
                } else if (line.startsWith("-") || line.startsWith("*") || line.startsWith("+")) {
                    String text = RasaWriter.strip(line.substring(1));
                    if (kind.equals("intent")) {
                        return Optional.of(example(text));
                    }
                    item(text);
                } else if (!line.isEmpty()) {
                    dropped.count("lines that are no items");
                }
            }
            return Optional.empty();
        }

        private Example example(String text) {
            try {
                RasaMarkup markup = RasaMarkup.read(text);
                return numbered.example(lines.line(), Optional.of(name), markup.annotated(), markup.marks(), Map.of());
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }

        private void item(String text) {
            Map<String, List<String>> lists = switch (kind) {
                case "synonym" -> synonyms;
                case "regex" -> patterns;
                case "lookup" -> lookups;
                default -> throw lines.wrong("an item before the first section; expected such as ## intent:greet");
            };
            lists.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
        }

        private String withoutComment(String line) {
            String rest = line;
            StringBuilder kept = new StringBuilder();
            while (true) {
                int at = rest.indexOf(inComment ? "-->" : "<!--");
                if (at < 0) {
                    return inComment ? kept.toString() : kept + rest;
                }
                if (!inComment) {
                    kept.append(rest, 0, at);
                }
                rest = rest.substring(at + (inComment ? 3 : 4));
                inComment = !inComment;
            }
        }

        @Override
        public CorpusData data() {
            List<Catalogue> catalogues = new ArrayList<>();
            lookups.forEach((label, values) -> catalogues.add(new Catalogue(
                    label,
                    values.stream().map(value -> new Entry(value, List.of())).toList())));
            return new CorpusData(catalogues, synonyms, patterns, Map.of());
        }

        @Override
        public Map<String, Long> losses() {
            return dropped.counts();
        }

        @Override
        public long bytesRead() {
            return lines.bytesRead();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
