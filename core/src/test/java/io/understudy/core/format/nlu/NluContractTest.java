package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.FormatContract;
import io.understudy.core.testing.Hostile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;

/** What goes into the formats of NLU tools comes out again, hostile as it may be. */
class NluContractTest {

    /** A format that groups by intent and may rename: labels are compared by which are the same in an example. */
    abstract static class Renaming extends FormatContract {
        @Override
        protected boolean keepsOrder() {
            return false;
        }

        @Override
        protected boolean holds(Example example) {
            return true;
        }

        static LongStream seeds() {
            return fewer();
        }

        @Override
        protected List<Object> seen(Example example) {
            List<Object> seen = new ArrayList<>();
            AnnotatedText annotated = project(example.annotated());
            seen.add(annotated.text());
            seen.add(example.intent().isPresent());
            Set<String> labels = new LinkedHashSet<>();
            List<Mark> all = format().carries().contains(Part.OVERLAP)
                    ? example.labels()
                    : annotated.mentions().stream().map(Mark::of).toList();
            for (Mark mark : all) {
                if (!mark.isDiscontinuous()) {
                    labels.add(mark.label().name());
                    seen.add(List.copyOf(labels).indexOf(mark.label().name()) + " " + mark.pieces());
                }
            }
            if (format().carries().contains(Part.UNKNOWN_KEYS)) {
                // Numbers may be written otherwise.
                seen.add(example.extra().keySet());
            }
            return seen;
        }
    }

    @Nested
    class Rasa extends FormatContract {
        @Override
        protected CorpusFormat format() {
            return new RasaFormat();
        }

        /** A line of YAML has a million characters at most. */
        @Override
        protected int longLine() {
            return 2000;
        }

        static LongStream seeds() {
            return fewer();
        }

        @Override
        protected boolean keepsOrder() {
            return false;
        }

        @Override
        protected boolean holds(Example example) {
            AnnotatedText stripped = project(example.annotated());
            try {
                RasaMarkup.write(stripped);
                return !stripped.text().isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** Metadata is kept, other keys are counted. */
        @Override
        protected boolean isKeptAllTheSame(Part part) {
            return false;
        }

        /** Rasa takes spaces and line breaks off both ends. */
        @Override
        protected AnnotatedText project(AnnotatedText annotated) {
            String stripped = RasaWriter.strip(annotated.text());
            return Trim.to(annotated, annotated.text().indexOf(stripped), stripped.length());
        }
    }

    @Nested
    class Snips extends FormatContract {
        @Override
        protected CorpusFormat format() {
            return new SnipsFormat();
        }

        static LongStream seeds() {
            return fewer();
        }

        @Override
        protected boolean keepsOrder() {
            return false;
        }

        @Override
        protected boolean holds(Example example) {
            return true;
        }

        @Override
        protected List<Object> seen(Example example) {
            return inNormalForm(super.seen(example));
        }
    }

    /** Numbers of unknown keys may be written otherwise. */
    private static List<Object> inNormalForm(List<Object> seen) {
        return seen.stream()
                .map(each -> (Object) each.toString()
                        .replace(" ", "")
                        .replace("-1e5", "-1E+5")
                        .replace("\\ud83d\\ude00", "😀"))
                .toList();
    }

    @Nested
    class SnipsYaml extends Renaming {
        @Override
        protected CorpusFormat format() {
            return new SnipsYamlFormat();
        }

        /** A line of YAML has a million characters at most. */
        @Override
        protected int longLine() {
            return 2000;
        }

        /** No bracket where it would be read as the beginning of a name. */
        @Override
        protected boolean holds(Example example) {
            AnnotatedText stripped = project(example.annotated());
            return around(stripped).indexOf('[') < 0 && !stripped.text().isEmpty();
        }

        /** The words around the names; a bracket inside a name is none of the markup's. */
        private static String around(AnnotatedText annotated) {
            StringBuilder words = new StringBuilder();
            int from = 0;
            for (Mention mention : annotated.mentions()) {
                words.append(annotated.text(), from, mention.start());
                from = mention.end();
            }
            return words.append(annotated.text().substring(from)).toString();
        }

        /** A name with the bracket that ends names has no label. */
        @Override
        protected AnnotatedText project(AnnotatedText annotated) {
            String stripped = annotated.text().strip();
            AnnotatedText trimmed = Trim.to(annotated, annotated.text().indexOf(stripped), stripped.length());
            return new AnnotatedText(
                    stripped,
                    trimmed.mentions().stream()
                            .filter(mention -> trimmed.surface(mention).indexOf(')') < 0)
                            .toList());
        }
    }

    /** Fewer seeds than our own formats have: there are many formats. */
    private static LongStream fewer() {
        return Hostile.seeds(60);
    }

    @Nested
    class Luis extends Renaming {
        @Override
        protected CorpusFormat format() {
            return new LuisFormat();
        }
    }

    @Nested
    class Clu extends Renaming {
        @Override
        protected CorpusFormat format() {
            return new CluFormat();
        }
    }

    @Nested
    class Watson extends Renaming {
        @Override
        protected CorpusFormat format() {
            return new WatsonFormat();
        }

        @Override
        protected boolean holds(Example example) {
            return !example.text().isBlank();
        }

        /** Watson's examples are lines: a space stands for a tab or a line break. */
        @Override
        protected AnnotatedText project(AnnotatedText annotated) {
            return new AnnotatedText(annotated.text().replaceAll("[\\t\\r\\n]", " "), annotated.mentions());
        }

        @Override
        protected int longLine() {
            return 1;
        }
    }

    @Nested
    class WatsonCsv extends Watson {
        @Override
        protected CorpusFormat format() {
            return new WatsonCsvFormat();
        }

        @Override
        protected AnnotatedText project(AnnotatedText annotated) {
            return AnnotatedText.plain(super.project(annotated).text());
        }
    }

    @Nested
    class Dialogflow extends Renaming {
        @Override
        protected CorpusFormat format() {
            return new DialogflowFormat();
        }
    }

    @Nested
    class DialogflowCx extends Renaming {
        @Override
        protected CorpusFormat format() {
            return new DialogflowCxFormat();
        }
    }
}
