package io.understudy.ner.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.ner.RecognizerContract;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Left of "=>" what the model found, right of it what comes out; "|" is a line break. */
class NamesInContextTest implements RecognizerContract {

    private static final Lexicon LEXICON = new Lexicon() {
        @Override
        public boolean isFirstName(String smallLetters) {
            return Set.of("anna", "paul", "maria").contains(smallLetters);
        }

        @Override
        public boolean isRegion(String name) {
            return Set.of("England", "Ohio").contains(name);
        }

        @Override
        public boolean isPlace(String name) {
            return isRegion(name) || name.equals("Paris");
        }
    };

    @Override
    public EntityRecognizer recognizer() {
        return new NamesInContext(AnnotatedText::plain, LEXICON);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void mendsAndAdds(String line) {
        String[] sides = line.replace("|", "\\n").split(" => ", -1);
        AnnotatedText model = Markup.read(sides[0]);
        assertThat(Markup.write(new NamesInContext(text -> model, LEXICON).recognize(model.text())))
                .isEqualTo(sides[sides.length - 1]);
    }

    static Stream<String> lines() {
        return """
                quote [BIC](ORGANIZATION) COBADEFF and [IBAN](PERSON) => quote BIC COBADEFF and IBAN
                el [NIE de Lucía](PERSON) es => el NIE de [Lucía](PERSON) es
                [Saw Priyanka](PERSON) at noon => Saw [Priyanka](PERSON) at noon
                went to [Paris](ORGANIZATION), then => went to [Paris](LOCATION), then
                cheered for [Paris](ORGANIZATION) again
                my sister-in-law [Chidinma](LOCATION) => my sister-in-law [Chidinma](PERSON)
                To: HR Department => To: [HR Department](ORGANIZATION)
                near Trattoria Belvedere => near [Trattoria Belvedere](ORGANIZATION)
                je m'appelle Aurélien Castagnier, né => je m'appelle [Aurélien Castagnier](PERSON), né
                [Karl Obermüller](PERSON) GmbH pays => [Karl Obermüller GmbH](ORGANIZATION) pays
                christened baby Emmeline today => christened baby [Emmeline](PERSON) today
                insured Hyacinth Beauregard, then => insured [Hyacinth Beauregard](PERSON), then
                joined Flint Works as a data
                [VAT Partners](ORGANIZATION) pays for [Tin](PERSON)
                home by bus to|Paris. => home by bus to|[Paris](LOCATION).
                Paris shines. Paris rains
                moved to [Washington](LOCATION), D.C. in May => moved to [Washington, D.C.](LOCATION) in May
                the Battle of [Antietam](LOCATION) => the [Battle of Antietam](MISC)
                the people of [Antietam](LOCATION)
                won the [Stanley](PERSON) Cup
                won the [Turner](ORGANIZATION) Prize => won the [Turner Prize](MISC)
                near [Elm Creek](PERSON) we met => near [Elm Creek](LOCATION) we met
                at [Atlantic City Hospital](LOCATION) => at [Atlantic City Hospital](ORGANIZATION)
                the [Dover Area School District](LOCATION) => the [Dover Area School District](ORGANIZATION)
                with the German [Air Force](ORGANIZATION) => with the [German Air Force](ORGANIZATION)
                with the 65 [Air Division](ORGANIZATION) => with the [65 Air Division](ORGANIZATION)
                with 65 [Rovers](ORGANIZATION)
                joined The [Scout Association](ORGANIZATION) => joined [The Scout Association](ORGANIZATION)
                The [Scout Association](ORGANIZATION) met
                born in [Debden](PERSON), [England](LOCATION) => born in [Debden](LOCATION), [England](LOCATION)
                told [Debden](PERSON), [Leeds](LOCATION) won
                trains from [Harrison](PERSON) to [Leeds](LOCATION) => trains from [Harrison](LOCATION) to [Leeds](LOCATION)
                [Brandt](PERSON) is a small village => [Brandt](LOCATION) is a small village
                [Brandt](PERSON) is a friend of the village
                Van Canto is a German metal band => [Van Canto](ORGANIZATION) is a German metal band
                Nothing is a village
                with [FC Lausanne](ORGANIZATION)-Sport in June => with [FC Lausanne-Sport](ORGANIZATION) in June
                the [London](LOCATION)-based firm
                [IV Corps of the Army](ORGANIZATION) => [IV Corps](ORGANIZATION) of the [Army](ORGANIZATION)
                [Vida Zak of Fern Inc](ORGANIZATION) => [Vida Zak](PERSON) of [Fern Inc](ORGANIZATION)
                [University of Graz](ORGANIZATION)
                [Willemine](PERSON) ten Pas spoke => [Willemine ten Pas](PERSON) spoke
                Csaba P [Gere](PERSON) spoke => [Csaba P Gere](PERSON) spoke
                [Gere](PERSON) and Elm spoke
                Name: Anda Tomic|Phone: 5 => Name: [Anda Tomic](PERSON)|Phone: 5
                name: anda l. tomic|phone: 5 => name: [anda l. tomic](PERSON)|phone: 5
                name: the thing that we all know of, by now
                Employer: Nyrstar|City: Balen => Employer: [Nyrstar](ORGANIZATION)|City: [Balen](LOCATION)
                saw Dr. Xolani yesterday => saw Dr. [Xolani](PERSON) yesterday
                runs MS Windows
                Dear Xolani, => Dear [Xolani](PERSON),
                Dear Customer Service team
                [Dear Hannah](PERSON), I have => Dear [Hannah](PERSON), I have
                Patient is a retired teacher
                A flight Paris to nowhere => A flight [Paris](LOCATION) to nowhere
                my brother Xolani left => my brother [Xolani](PERSON) left
                the brother Xolani had
                My name is Xolani => My name is [Xolani](PERSON)
                She worked for Nyrstar until May => She worked for [Nyrstar](ORGANIZATION) until May
                She worked for Years
                He flew to RYSSBY on Monday => He flew to [RYSSBY](LOCATION) on Monday
                my home city Assen: a list => my home city [Assen](LOCATION): a list
                offices in Bjert 6091 and more => offices in [Bjert](LOCATION) [6091](POSTCODE) and more
                seen in Maybury 1998 and later
                Koppany: "Who are you?" => [Koppany](PERSON): "Who are you?"
                Xolani Dube lives at the mill => [Xolani Dube](PERSON) lives at the mill
                Nobody lives at the mill
                by Thomas and Sons in May => by [Thomas and Sons](ORGANIZATION) in May
                at [Owens](PERSON), [Duran](PERSON) and [Oneal](PERSON)'s office => at [Owens, Duran and Oneal](ORGANIZATION)'s office
                [Owens](PERSON), [Duran](PERSON) and [Oneal](PERSON) left
                met [Anna](PERSON), [Paul](PERSON) and [Maria](PERSON)'s dog
                [Ada](PERSON) of Nyrstar, said => [Ada](PERSON) of [Nyrstar](ORGANIZATION), said
                [Ada](PERSON) of Paris, said => [Ada](PERSON) of [Paris](LOCATION), said
                Celina Records signed them => [Celina Records](ORGANIZATION) signed them
                They are [Ada](PERSON), Hleb, [Bo](PERSON) and more => They are [Ada](PERSON), [Hleb](PERSON), [Bo](PERSON) and more
                worked for [NATO](ORGANIZATION) as a booking clerk, but left => worked for [NATO](ORGANIZATION) as a [booking clerk](JOB), but left
                it worked as long as it rained
                """.lines();
    }

    @Test
    void saysWhyInTheEvidence() {
        AnnotatedText model = Markup.read("the [London](LOCATION) Olympics");
        Finding finding = new NamesInContext(text -> model, LEXICON)
                .findings(model.text())
                .get(0);
        assertThat(finding.evidence().context()).contains("olympics");
        assertThat(recognizer().findings("Dear Ada,").get(0).evidence().recognizer())
                .isEqualTo("context");
    }
}
