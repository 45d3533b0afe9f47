package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.core.format.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits are those of IBM's API: lines, 1,024 characters of an example, 64 of a value. */
class WatsonFormatTest {

    @Test
    void theCsvHasAnExampleAndItsIntentInARow() throws IOException {
        Written csv = Written.in("watson-csv", "fly: to [Oslo](CITY), \"now\"", "hello");
        assertThat(csv.file()).isEqualTo("\"to Oslo, \"\"now\"\"\",fly\n\"hello\",none\n");
        assertThat(csv.writer().losses()).containsExactly(entry("spans", 1L));
        assertThat(csv.read("watson-csv")).containsExactly("fly: to Oslo, \"now\"", "hello");
    }

    @Test
    void aSpaceStandsForATabOrALineBreakSoThatOffsetsStay() throws IOException {
        Written csv = Written.in("watson-csv", "fly: to\tOslo\r\nnow", "fly: plain");
        assertThat(csv.file()).isEqualTo("\"to Oslo  now\",fly\n\"plain\",fly\n");
        assertThat(csv.writer().losses()).containsExactly(entry("tabs and line breaks", 1L));
        Written workspace = Written.in("watson", "fly: to\t[Oslo](CITY)");
        assertThat(Json.tree(workspace.file()).at("/intents/0/examples/0"))
                .isEqualTo(Json.tree("{\"text\":\"to Oslo\",\"mentions\":[{\"entity\":\"CITY\",\"location\":[3,7]}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"watson", "watson-csv"})
    void aBlankOrLongTextIsRefused(String format) throws IOException {
        Written.in(format, "fly: " + "x".repeat(1024));
        assertThatThrownBy(() -> Written.in(format, "fly: ok", "fly: " + "x".repeat(1025)))
                .hasMessage(
                        "the text of example 'in-2' has 1,025 characters, and Watson takes 1,024; take it out, or use"
                                + " --to jsonl");
        assertThatThrownBy(() -> Written.in(format, "fly: \t"))
                .hasMessage("the text of example 'in-1' is blank, and Watson has no blank examples; take it out, or use"
                        + " --to jsonl");
    }

    @Test
    void valuesThatWatsonRefusesAreLeftOutAndCounted() throws IOException {
        Written workspace =
                Written.in("watson", "fly: to [" + "x".repeat(65) + "](CITY)", "fly: to [a\tb](CITY) or [Oslo](CITY)");
        assertThat(Json.tree(workspace.file()).at("/entities/0/values"))
                .isEqualTo(Json.tree("[{\"type\":\"synonyms\",\"value\":\"Oslo\",\"synonyms\":[]}]"));
        assertThat(workspace.writer().dataLosses())
                .containsExactly(
                        entry("values that are blank, have a tab or a line break, or more than 64 characters", 2L));
    }

    @ParameterizedTest
    @CsvSource({"a b,a_b", "sys-date,date", "#tag,tag", "a.b-c,a.b-c", "日本,日本"})
    void intentsThatWatsonForbidsAreRenamedAndListed(String intent, String expected) throws IOException {
        for (String format : new String[] {"watson", "watson-csv"}) {
            Written written = Written.in(format, intent + ": hello");
            assertThat(written.read(format)).containsExactly(expected + ": hello");
            assertThat(written.writer().renamed())
                    .isEqualTo(intent.equals(expected) ? Map.of() : Map.of(intent, expected));
        }
    }
}
