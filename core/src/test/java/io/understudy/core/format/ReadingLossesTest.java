package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader has no place for is counted; what it keeps, its own writer gives back. */
class ReadingLossesTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                "conll2003¦Ada NNP B-NP B-PER~lives VBZ O O~~-DOCSTART- -X- -X- O~~Bo NNP I-NP B-PER~"
                        + "¦{further columns of words=3, document boundaries=1}",
                "conll2003¦-DOCSTART- -X- O O~~Ada -X- O B-PER~Byrne _ _ I-PER~¦{}",
                "conll¦Ada B-PER~¦{}",
                "flair¦Ada\tS-PER\t+\tNNP~Bo\tS-PER\t-~¦{further columns of words=1}",
                "presidio¦[{'full_text':'Ada','spans':[{'entity_type':'A','entity_value':'Ada','start_position':0,"
                        + "'end_position':3,'score':1,'x':2}]}]¦{keys 'score' of spans=1, keys 'x' of spans=1}",
                "spacy-json¦[{'id':1,'lang':'en','paragraphs':[{'sentences':[{'tokens':[{'id':0,'orth':'Ada','ner':'O',"
                        + "'tag':'NNP','dep':'ROOT'},{'orth':'ran','ner':'O','tag':'VBD'}],'brackets':[{'first':0}]}]}]}]"
                        + "¦{keys 'lang' of documents=1, brackets=1, keys 'tag' of tokens=2, keys 'dep' of tokens=1}",
                "rasa-json¦{'rasa_nlu_data':{'common_examples':[{'text':'hi'}],'lookup_tables':[{'name':'a','elements':[],"
                        + "'file':'b'}],'old':[]},'more':1}"
                        + "¦{keys 'more' of the file=1, keys 'old' of rasa_nlu_data=1, keys 'file' of lookup tables=1}",
                "snips¦{'language':'en','intents':{'a':{'utterances':[{'data':[{'text':'hi'}]}]}},'entities':{'b':{'data':["
                        + "{'value':'c','synonyms':[],'weight':2}]}}}¦{keys 'weight' of values=1}",
                "watson¦{'intents':[{'intent':'a','examples':[{'text':'hi'}]}],'entities':[{'entity':'b','values':["
                        + "{'value':'c','type':'synonyms','metadata':{}}]}]}¦{keys 'metadata' of values=1}",
                "clu¦{'assets':{'projectKind':'Conversation','intents':[{'category':'a'},['b']],'entities':[1],'utterances':["
                        + "{'text':'hi','intent':'a'}]}}¦{intents that are no objects=1, entities that are no objects=1}",
                "webanno¦#FORMAT=WebAnno TSV 3.3~#T_SP=d.NamedEntity|identifier|value|note~#T_SP=d.POS|coarse|pos~"
                        + "#T_RL=d.Dependency|type|BT_d.POS~~#Text=Ada ran~1-1\t0-3\tAda\tQ1\tPER\tsure\tN\tNNP\tsubj\t1-2\t~"
                        + "1-2\t4-7\tran\t_\t_\t_\tV\tVBD\t_\t_\t~"
                        + "¦{cells of the layer NamedEntity (note)=1, cells of the layer POS (coarse)=2,"
                        + " cells of the layer POS (pos)=2, cells of the layer Dependency (type)=1,"
                        + " cells of the layer Dependency (BT_d.POS)=1}",
            })
    void isCounted(String format, String content, String losses) throws IOException {
        try (CorpusReader reader = open(format, content)) {
            while (reader.hasNext()) {
                reader.next();
            }
            assertThat(reader.losses()).hasToString(losses);
        }
    }

    /** Read by a format and written by it again, a file says the same; line breaks are ~, quotes are '. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                // Scores of several categories, and spans that are no entities.
                "spacy-doc¦[{'text':'Ada ran','ents':[],'spans':{'sc':[{'start':0,'end':3,'label':'PER'}],'b':[{'start':4,"
                        + "'end':7,'label':'V'}]},'cats':{'a':0.75,'b':0.25},'tokens':[{'id':0,'start':0,'end':3,'lemma':'Ada'},"
                        + "{'id':1,'start':4,'end':7,'lemma':'run'}]}]~",
                "webanno¦#FORMAT=WebAnno TSV 3.3~#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value"
                        + "~~~#Sentence.id=a~#Text=Ada ran~1-1\t0-3\tAda\tQ\\[7\\][1]\tPER[1]\t~1-2\t4-7\tran\t_\t_\t~",
            })
    void isGivenBack(String format, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusReader reader = open(format, content);
                CorpusWriter writer = Corpus.format(format).write(out, FormatOptions.DEFAULT)) {
            while (reader.hasNext()) {
                writer.write(reader.next());
            }
            writer.write(reader.data());
            writer.commit();
            assertThat(reader.losses()).isEmpty();
            assertThat(writer.losses()).isEmpty();
        }
        String written = out.toString(StandardCharsets.UTF_8);
        if (format.equals("webanno")) {
            assertThat(written).isEqualTo(plain(content));
        } else {
            assertThat(Json.read(written)).isEqualTo(Json.read(plain(content)));
        }
    }

    @Test
    void settingsOfBratAreKeptAndOtherFilesCounted(@TempDir Path folder) throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a.txt"), "Ada ran");
        Files.writeString(in.resolve("a.ann"), "T1\tPER 0 3\tAda\n");
        Files.writeString(in.resolve("annotation.conf"), "[entities]\nPER\nORG\n");
        Files.writeString(in.resolve("visual.conf"), "[labels]\nPER | Person\n");
        Files.writeString(in.resolve("README"), "not read");
        Path out = folder.resolve("out");
        try (CorpusReader reader = Corpus.open(in.toString(), Optional.empty(), FormatOptions.DEFAULT);
                CorpusWriter writer = Corpus.create(out, Optional.of("brat"), FormatOptions.DEFAULT)) {
            while (reader.hasNext()) {
                writer.write(reader.next());
            }
            writer.write(reader.data());
            writer.commit();
            assertThat(reader.losses()).isEqualTo(Map.of("files of other kinds", 1L));
        }
        for (String name : new String[] {"a.txt", "a.ann", "annotation.conf", "visual.conf"}) {
            assertThat(out.resolve(name)).hasSameTextualContentAs(in.resolve(name));
        }
    }

    @Test
    void thingsWithoutEndAreCountedTogether() {
        Dropped dropped = new Dropped();
        for (int i = 0; i < 1000; i++) {
            dropped.count("thing " + i);
        }
        assertThat(dropped.counts()).hasSize(101).containsEntry("other things", 900L);
    }

    private static CorpusReader open(String format, String content) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(plain(content).getBytes(StandardCharsets.UTF_8));
        return Corpus.format(format).read(in, "in.x", FormatOptions.DEFAULT);
    }

    private static String plain(String content) {
        return content.replace('\'', '"').replace('~', '\n');
    }
}
