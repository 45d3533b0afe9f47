package io.understudy.templates.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Markup;
import io.understudy.core.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InductionTest {

    /** Two verbs and two nouns before the slot; three of the four pairs occur. */
    private static final List<String> SONGS = List.of(
            "play the song [Hey](TRACK)",
            "play the track [Hey](TRACK)",
            "start the song [Hey](TRACK)",
            "play the song [Hey](TRACK) now",
            "stop",
            "stop");

    private static Template template(String markup) {
        return Markup.read(markup).template();
    }

    private static Induced induced(List<String> lines) {
        Induction induction = new Induction();
        lines.forEach(line -> induction.add(template(line), Optional.of("music"), 1));
        return induction.build();
    }

    private static boolean derives(Induced induced, String markup) {
        return induced.derives(template(markup), Optional.of("music"));
    }

    private static List<String> times(int times, List<String> lines) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(lines);
        }
        return all;
    }

    @Test
    void each_carrier_can_be_derived() {
        Induced induced = induced(SONGS);
        assertThat(SONGS).allMatch(line -> derives(induced, line));
    }

    @Test
    void what_goes_on_alike_goes_on_alike() {
        // "play the" and "start the" both go before "song"; of the nouns, "start" has only one. Enough records of the
        // same kind make it cheaper to say (play|start) the (song|track) than to list three phrases.
        List<String> lines = times(
                3,
                List.of(
                        "play the song [Hey](TRACK)",
                        "play the track [Hey](TRACK)",
                        "play the tune [Hey](TRACK)",
                        "start the song [Hey](TRACK)",
                        "start the track [Hey](TRACK)",
                        "hear the song [Hey](TRACK)",
                        "hear the tune [Hey](TRACK)"));
        Induced induced = induced(lines);
        assertThat(derives(induced, "start the tune [Hey](TRACK)")).isTrue();
        assertThat(derives(induced, "hear the track [Hey](TRACK)")).isTrue();
        assertThat(derives(induced, "the song [Hey](TRACK)")).isFalse();
        assertThat(derives(induced, "play song [Hey](TRACK)")).isFalse();
        assertThat(derives(induced, "play the song")).isFalse();
    }

    @Test
    void rules_share_what_stands_between_the_same_slots() {
        Induced induced = induced(times(
                5,
                List.of(
                        "add [Hey](TRACK) to [Mix](LIST)",
                        "put [Hey](TRACK) to [Mix](LIST)",
                        "add [Hey](TRACK) by [Bo](ARTIST) to [Mix](LIST)")));
        assertThat(derives(induced, "put [Hey](TRACK) by [Bo](ARTIST) to [Mix](LIST)"))
                .isTrue();
        assertThat(derives(induced, "put [Bo](ARTIST) to [Mix](LIST)")).isFalse();
    }

    @Test
    void a_frame_is_slots_in_order_and_which_of_them_are_the_same() {
        Induced induced = induced(List.of("from [Oslo](CITY) to [Bonn](CITY)", "[Ada](PERSON) and [Ada](PERSON)"));
        assertThat(derives(induced, "from [Rome](CITY) to [Nice](CITY)")).isTrue();
        assertThat(derives(induced, "from [Rome](CITY) to [Rome](CITY)")).isFalse();
        assertThat(derives(induced, "[Bo](PERSON) and [Bo](PERSON)")).isTrue();
        assertThat(derives(induced, "[Bo](PERSON) and [Cy](PERSON)")).isFalse();
    }

    @Test
    void an_intent_keeps_to_itself() {
        Induced induced = new Induction()
                .add(template("stop"), Optional.of("music"), 1)
                .add(template("go"), Optional.empty(), 1)
                .build();
        assertThat(induced.derives(template("stop"), Optional.of("music"))).isTrue();
        assertThat(induced.derives(template("stop"), Optional.empty())).isFalse();
        assertThat(induced.derives(template("go"), Optional.of("utterance"))).isTrue();
        assertThat(induced.derives(template("go"), Optional.of("nothing"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Ada](PERSON)'s song",
                "(  [Ada](PERSON) )",
                "[Ada](PERSON)[Bo](PERSON)",
                "[Ada](PERSON), [Bo](PERSON) , and\tme",
                "",
                "  ",
                "one  two\n three",
                "why? because!!",
                "\u00a0x [Ada](PERSON)\u2026"
            })
    void spacing_and_marks_stay(String line) {
        Induced induced = induced(List.of(line, "other [Ada](PERSON) line"));
        assertThat(derives(induced, line)).isTrue();
        assertThat(derives(induced, "x" + line)).isFalse();
    }

    @Test
    void a_space_is_not_nothing() {
        Induced induced = induced(List.of("[Ada](PERSON)'s song"));
        assertThat(derives(induced, "[Ada](PERSON) 's song")).isFalse();
    }

    @Test
    void beyond_the_corpus_lies_what_its_parts_support() {
        // Ten records: the first phrase is "add" in 8, "put" in 2; the second "to" in 5, "by" in 5 of TRACK, ARTIST. By
        // hand: put .. by is 10 * .2 * .5 = 1 record expected; it is the only pair that no record has.
        List<String> lines = new ArrayList<>(times(3, List.of("add [Hey](TRACK) to [Bo](ARTIST)")));
        lines.addAll(times(5, List.of("add [Hey](TRACK) by [Bo](ARTIST)")));
        lines.addAll(times(2, List.of("put [Hey](TRACK) to [Bo](ARTIST)")));
        assertThat(induced(lines).beyond(10))
                .containsExactly(new Induced.Unseen("music", "put {TRACK_1} by {ARTIST_1}", 1.0));
    }

    @Test
    void the_order_of_the_corpus_changes_nothing() {
        List<String> lines = new ArrayList<>(times(2, SONGS));
        Induced first = induced(lines);
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(lines, new Random(seed));
            Induced other = induced(lines);
            assertThat(other.grammar(OptionalLong.empty()))
                    .as("seed " + seed)
                    .isEqualTo(first.grammar(OptionalLong.empty()));
            assertThat(other.beyond(50)).as("seed " + seed).isEqualTo(first.beyond(50));
        }
    }

    @Test
    void nothing_in_nothing_out() {
        assertThatThrownBy(() -> new Induction().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no carriers were given; expected at least one");
        assertThatThrownBy(() -> new Induction().add(template("stop"), Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a carrier has 0 records behind it; expected 1 or more");
    }
}
