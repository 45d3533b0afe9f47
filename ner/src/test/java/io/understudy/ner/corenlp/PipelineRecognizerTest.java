package io.understudy.ner.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Markup;
import io.understudy.ner.LoadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineRecognizerTest {

    @Test
    void tellsTownsFromCountriesAndNationalities() {
        assertThat(
                        Markup.write(
                                new PipelineRecognizer(LoadListener.SILENT)
                                        .recognize(
                                                "The Norwegian painter moved from Oslo to Canada\nand \ud83d\ude00 Ada Byrne to Texas.")))
                .isEqualTo(
                        "The [Norwegian](NATIONALITY) [painter](TITLE) moved from [Oslo](CITY) to [Canada](COUNTRY)\\n"
                                + "and \ud83d\ude00 [Ada Byrne](PERSON) to [Texas](STATE).");
    }

    @Test
    void leavesPronounsAlone() {
        assertThat(Markup.write(new PipelineRecognizer(LoadListener.SILENT)
                        .recognize("Ada Byrne said that she would call her brother, and he wrote to them.")))
                .isEqualTo("[Ada Byrne](PERSON) said that she would call her brother, and he wrote to them.");
    }

    @ParameterizedTest
    @CsvSource({
        "de, models-german, german.distsim",
        "fr, models-french, french-wikiner-4class",
        "es, models-spanish, spanish.ancora.distsim.s512"
    })
    void saysWhichArtefactALanguageNeeds(String code, String artefact, String model) {
        String resource = "edu/stanford/nlp/models/ner/" + model + ".crf.ser.gz";
        org.junit.jupiter.api.Assumptions.assumeTrue(
                getClass().getClassLoader().getResource(resource) == null, "the model is on the class path");
        assertThatThrownBy(() -> new LanguageRecognizer(Language.of(code), LoadListener.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model '" + model
                        + "' is not on the class path; expected it in the artefact edu.stanford.nlp:stanford-corenlp with classifier '"
                        + artefact + "'");
    }

    @Test
    void refusesALanguageWithoutAModel() {
        assertThatThrownBy(() -> Language.of("xx")).hasMessage("unknown language 'xx'; have: en, de, fr, es");
    }

    @ParameterizedTest
    @CsvSource({"PERS,PERSON", "LUG,LOCATION", "I-ORG,ORGANIZATION", "OTROS,MISC", "I-PER,PERSON"})
    void namesKindsAsTheHouseDoes(String theirs, String ours) {
        assertThat(Language.label(theirs))
                .hasValueSatisfying(label -> assertThat(label).hasToString(ours));
    }
}
