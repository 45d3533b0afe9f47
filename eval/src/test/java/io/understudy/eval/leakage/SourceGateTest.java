package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceGateTest {

    static KnownText known(String... markup) {
        KnownText known = new KnownText();
        int line = 0;
        for (String one : markup) {
            line++;
            known.add(new Example(
                    "o-" + line, Optional.empty(), Markup.read(one), new Provenance.Original("original.txt", line)));
        }
        return known;
    }

    private static String verdict(Gate gate, String markup) {
        return gate.refuse(Markup.read(markup)).orElse("pass");
    }

    private static String verdict(String original, String markup) {
        return verdict(new SourceGate(known(original), GateRules.STANDARD), markup);
    }

    /** One original line, one synthetic line, what the gate says; hits beside near-misses. */
    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # names, whole words
            [Ada Byrne](PERSON) called      | I met [Ada Byrne](PERSON) today        | source_surface
            [Ada Byrne](PERSON) called      | ask Ada Byrne again                    | source_surface
            [Ada Byrne](PERSON) called      | [Dr Ada Byrne Smith](PERSON) is in     | source_surface
            [Ada Byrne](PERSON) called      | [Ada](PERSON) met [Byrne](PERSON)      | pass
            [Ada Byrne](PERSON) called      | ask Ada Byrnes again                   | pass
            [Ada](PERSON) called            | the Canadian adage                     | pass
            [Ada](PERSON) called            | the [Ada](PERSON)verse                 | source_surface
            # case, accents, quotes, dashes, width, spacing, possessive
            [Siobhán O'Connor](PERSON) rang | siobhan oconnor wrote                  | source_surface
            [Siobhán O'Connor](PERSON) rang | at Siobhán O’Connor's house            | source_surface
            [Siobhán O'Connor](PERSON) rang | at Siobhán Connor's house              | pass
            [Jean-Luc](PERSON) rang         | JEAN LUC wrote                         | source_surface
            [Oslo](CITY) is cold            | Ｏｓｌｏ is far                          | source_surface
            [New York](CITY) is big         | new   york is far                      | source_surface
            [New York](CITY) is big         | newyork is far                         | pass
            [Straße](STREET) is long        | the STRASSE is far                     | source_surface
            # longer surfaces and their beginnings
            [New York City](CITY) is big    | [New York](CITY) is far                | pass
            # short surfaces are compared with whole mentions only
            give me [2](NUMBER) seats       | on 2 May                               | pass
            give me [2](NUMBER) seats       | on [2](NUMBER) May                     | source_surface
            give me [2](NUMBER) seats       | on [12](NUMBER) May                    | pass
            play [my](OWNER) list           | it is my turn                          | pass
            play [my](OWNER) list           | it is [My](OWNER) turn                 | source_surface
            play [!!!](ARTIST) now          | stop!!!                                | pass
            play [!!!](ARTIST) now          | play [!!!](ARTIST) later               | source_surface
            # identifiers, however they are grouped
            call [5550134-77](PHONE) now    | it is 555 0134 77                      | digits
            call [5550134-77](PHONE) now    | it is (555)0134.77                     | digits
            call [5550134-77](PHONE) now    | it is 555013477, thanks                | digits
            call [5550134-77](PHONE) now    | it is 555 0134 78                      | pass
            call [5550134-77](PHONE) now    | room 555, then floor 0134, then 77     | pass
            [+44 20 7946 0958](PHONE) rang  | it is (020) 7946-0958                  | digits
            [+44 20 7946 0958](PHONE) rang  | it is +44 20 7946 0959                 | pass
            [4539 1488 0343 6467](CREDIT_CARD) | pay 4539-1488-0343-6467             | source_surface
            [4539 1488 0343 6467](CREDIT_CARD) | pay 4539148803436467 now            | digits
            [GB33BUKB20201555555555](IBAN)  | send GB33 BUKB 2020 1555 5555 55       | digits
            [123456](ID) is open            | 1234 56                                | pass
            # scripts without spaces between words
            [東京タワー](LOCATION)に行く       | 明日東京タワーを見る                       | source_surface
            [東京タワー](LOCATION)に行く       | 明日東京駅を見る                           | pass
            # whole records
            what is the [weather](TOPIC)    | What is the WEATHER?                   | source_surface
            turn the light on               | Turn  the light ON                     | verbatim_record
            turn the light on               | turn the lights on                     | pass
            """)
    void refusesWhatTheOriginalSaid(String original, String line, String verdict) {
        assertThat(verdict(original, line)).isEqualTo(verdict);
    }

    @Test
    void letsPassASlotlessLineThatEnoughRecordsShare() {
        String[] five = {"thank you", "Thank you", "THANK YOU", "thank  you", "thank you"};
        assertThat(verdict(new SourceGate(known(five), GateRules.STANDARD), "thank you"))
                .isEqualTo("pass");
        assertThat(verdict(new SourceGate(known(five), new GateRules(6, false, false)), "thank you"))
                .isEqualTo("verbatim_record");
    }

    @Test
    void refusesAVerbatimLineWithMentionsHoweverManyShareIt() {
        String[] five = {"[2](N) up", "[2](N) up", "[2](N) up", "[2](N) up", "[2](N) up"};
        assertThat(verdict(new SourceGate(known(five), GateRules.STANDARD), "[2](OTHER) up"))
                .isEqualTo("verbatim_record");
    }

    @Test
    void allowsVerbatimLinesButNoSurfacesWhenAsked() {
        SourceGate gate = new SourceGate(known("turn it off", "ask [Ada](PERSON)"), new GateRules(5, true, false));
        assertThat(verdict(gate, "turn it off")).isEqualTo("pass");
        assertThat(verdict(gate, "ask [Ada](PERSON)")).isEqualTo("source_surface");
    }

    @Test
    void asksMinSourcesOfEveryCarrierWhenPrivate() {
        KnownText known = known("fly to [Oslo](CITY)", "fly to [Bergen](CITY)", "walk to [Rome](CITY)");
        SourceGate gate = new SourceGate(known, new GateRules(2, false, true));
        assertThat(verdict(gate, "fly to [Paris](CITY)")).isEqualTo("pass");
        assertThat(verdict(gate, "walk to [Paris](CITY)")).isEqualTo("few_sources");
        assertThat(gate.refuse(Markup.read("fly to [x](CITY)").template())).isEmpty();
        assertThat(gate.refuse(Markup.read("walk to [x](CITY)").template())).contains("few_sources");
    }

    @Test
    void judgesASurfaceByItselfWithoutAskingForItsCarrier() {
        KnownText known = known("call [Ada Byrne](PERSON)", "call [Cy](PERSON)");
        for (boolean everyCarrier : new boolean[] {false, true}) {
            SourceGate gate = new SourceGate(known, new GateRules(2, false, everyCarrier));
            assertThat(gate.refuse(Label.PERSON, "ada byrne")).contains("source_surface");
            assertThat(gate.refuse(Label.PERSON, "Dan Byrne")).isEmpty();
        }
    }

    @Test
    void doesNotSearchRunningTextForACommonWordOfTheCorpus() {
        String[] lines = {
            "ask [May](PERSON)",
            "may I go",
            "you may go",
            "it may rain",
            "may I stay",
            "that may be",
            "I met [Kim](PERSON)"
        };
        SourceGate gate = new SourceGate(known(lines), GateRules.STANDARD);
        assertThat(known(lines).commonWords(5)).isEqualTo(1);
        assertThat(known(lines).commonWords(6)).isZero();
        assertThat(verdict(gate, "you zeb sing")).isEqualTo("pass");
        assertThat(verdict(gate, "ask [may](PERSON) again")).isEqualTo("source_surface");
        assertThat(verdict(gate, "you kim sing")).isEqualTo("source_surface");
    }

    @Test
    void searchesForAWordThatIsLabelledMoreOftenThanNot() {
        String[] lines = new String[11];
        for (int i = 0; i < 11; i++) {
            lines[i] = i < 6 ? "ask [Zeb](PERSON) " + i : "zeb I go " + i;
        }
        assertThat(verdict(new SourceGate(known(lines), GateRules.STANDARD), "you zeb sing"))
                .isEqualTo("source_surface");
    }

    @Test
    void refusesATemplateWhoseLiteralsHoldASourceSurface() {
        SourceGate gate = new SourceGate(known("[Ada Byrne](PERSON) called", "is it open"), GateRules.STANDARD);
        assertThat(gate.refuse(Markup.read("tell Ada Byrne about [Oslo](CITY)").template()))
                .contains("source_surface");
        assertThat(gate.refuse(Markup.read("tell Ada about [Byrne](CITY)").template()))
                .isEmpty();
        assertThat(new SourceGate(known("[5550134-77](PHONE)"), GateRules.STANDARD)
                        .refuse(Markup.read("555 0134 77 for [Oslo](CITY)").template()))
                .contains("digits");
        assertThat(gate.refuse(Markup.read("is it open").template())).contains("verbatim_record");
    }

    @Test
    void findsTheLastWordsOfALineAndTheLongestSurface() {
        KnownText known = known("[New York](CITY)", "[New York City](CITY)", "[City Hall](LOCATION)");
        LeakageCheck check = new LeakageCheck(known, GateRules.STANDARD, true);
        check.add(new Example(
                "s-1",
                Optional.empty(),
                Markup.read("from here to New York City Hall"),
                new Provenance.Synthetic("test", Optional.empty(), 1)));
        assertThat(check.result().findings())
                .extracting(Finding::original, finding -> finding.text().orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("o-2", "new york city"));
    }
}
