package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Template;
import io.understudy.core.testing.SharedData;
import io.understudy.templates.induction.Induced;
import io.understudy.templates.induction.Induction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seven intents of SNIPS: rules learnt from train_full, asked about validate. */
class SnipsInductionTest {

    private static final List<String> INTENTS = List.of(
            "AddToPlaylist",
            "BookRestaurant",
            "GetWeather",
            "PlayMusic",
            "RateBook",
            "SearchCreativeWork",
            "SearchScreeningEvent");

    private static List<Template> templates(String intent, String file) throws IOException {
        Path path = SharedData.path("data/nlu/snips-2017/" + intent + "/" + file.formatted(intent));
        // One of the files is not UTF-8; Latin-1 reads all bytes, and no template depends on an accent.
        String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        List<Template> templates = new ArrayList<>();
        for (JsonNode utterance : new ObjectMapper().readTree(text).get(intent)) {
            AnnotatedText.Builder line = AnnotatedText.builder();
            for (JsonNode piece : utterance.get("data")) {
                String words = piece.get("text").asText();
                if (piece.has("entity") && !words.isEmpty()) {
                    line.append(words, new Label(piece.get("entity").asText()));
                } else {
                    line.append(words);
                }
            }
            templates.add(line.build().template());
        }
        return templates;
    }

    @Test
    void the_rules_say_all_of_train_and_most_of_validate() throws IOException {
        Induction induction = new Induction();
        Set<String> seen = new HashSet<>();
        for (String intent : INTENTS) {
            for (Template template : templates(intent, "train_%s_full.json")) {
                induction.add(template, Optional.of(intent), 1);
                seen.add(intent + template);
            }
        }
        Induced induced = induction.build();
        int verbatim = 0;
        int derived = 0;
        for (String intent : INTENTS) {
            assertThat(templates(intent, "train_%s_full.json"))
                    .allMatch(template -> induced.derives(template, Optional.of(intent)));
            for (Template template : templates(intent, "validate_%s.json")) {
                verbatim += seen.contains(intent + template) ? 1 : 0;
                derived += induced.derives(template, Optional.of(intent)) ? 1 : 0;
            }
        }
        // 272 of 700 (39 %) stand in train as they are, 43 % where case does not count; counted apart from this code.
        assertThat(verbatim).isEqualTo(272);
        assertThat(derived).as("of 700").isGreaterThan(470);
        assertThat(induced.size()).as("rules").isLessThan(1500);
    }
}
