package io.understudy.ner.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Seeds;
import io.understudy.core.checksum.Form;
import io.understudy.core.checksum.NationalId;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.ner.RecognizerContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specimens of the issuers' descriptions beside near misses; what is not labelled must stay so. */
class IdentifiersTest implements RecognizerContract {

    private static final int VALUES = 10_000;

    @Override
    public EntityRecognizer recognizer() {
        return new Identifiers(Set.of());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsSpecimensAndLeavesNearMisses(String line) {
        assertThat(Markup.write(recognizer().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    static Stream<String> lines() {
        return """
                SSN [123-45-6789](US_SSN)
                SSN 123-45-67890
                SSN [666-45-6789](ID)
                SSN [123-00-6789](ID)
                code 666-45-6789
                my driver's license number is [U62928788557186](US_DRIVER_LICENSE)
                my driver's license number is U629287885571861
                code 123-45-6789
                my social security number is [123 45 6789](US_SSN)
                ITIN [900-70-0001](US_ITIN)
                ITIN 900-93-0001
                passport [123456789](US_PASSPORT)
                room 12345678 of 9
                routing number [011000015](US_BANK_ROUTING)
                routing number 011000014
                NPI [1234567893](US_NPI)
                NPI 1234567894
                Medicare MBI [1EG4-TE5-MK73](US_MBI)
                Medicare MBI 1EG4-TE5-MK7
                Medicare MBI 1SG4-TE5-MK73
                DEA [AB1234563](US_DEA)
                DEA AB1234564
                driver's license [D1234567](US_DRIVER_LICENSE)
                a license for 12 users
                SIN [046 454 286](CA_SIN)
                SIN 046 454 287
                CPF [111.444.777-35](BR_CPF)
                [111.444.777-35](BR_CPF)
                CPF 111.444.777-36
                CNPJ [11.222.333/0001-81](BR_CNPJ)
                CNPJ 11.222.333/0001-82
                NHS number [943 476 5919](UK_NHS)
                NHS number 943 476 5918
                National Insurance number [AB 12 34 56 C](UK_NINO)
                NI number AB123456E
                NI number [BG123456C](ID)
                NI number [QQ 12 34 56 C](ID)
                ref AB123456C
                DVLA licence [MORGA753116SM9IJ](UK_DRIVING_LICENCE)
                DVLA licence MORGA793116SM9IJ
                UK passport [123456789](UK_PASSPORT)
                UK passport 12345678
                Steuer-ID [86 095 742 719](DE_TAX_ID)
                Steuer-ID 86 095 742 718
                Steuernummer [181/815/08155](DE_TAX_NUMBER)
                Steuernummer 181/815/0815
                USt-IdNr. [DE136695976](DE_VAT)
                USt-IdNr. DE136695978
                Rentenversicherungsnummer [65 170839 J 003](DE_SOCIAL_SECURITY)
                Rentenversicherungsnummer 65 170839 J 008
                KVNR [A123456780](DE_HEALTH_INSURANCE)
                KVNR A123456781
                LANR [123456601](DE_LANR)
                LANR 123456701
                Personalausweis [T220001293](DE_ID_CARD)
                Personalausweis T220001294
                Reisepass [C01X00T478](DE_PASSPORT)
                Reisepass C01X00T479
                Amtsgericht Mainz [HRB 12345](DE_HANDELSREGISTER)
                HRC 12345 beim Amtsgericht
                Führerschein [B072RRE2I55](DE_DRIVING_LICENCE)
                Führerschein B072RRE2I5
                NIR [2 55 08 14 168 025 38](FR_NIR)
                NIR 2 55 08 14 168 025 39
                DNI [12345678Z](ES_DNI)
                [12345678Z](ES_DNI)
                DNI 12345679Z
                NIE [X-1234567-L](ES_NIE)
                NIE Y-1234567-L
                codice fiscale [RSSMRA85T10A562S](IT_CODICE_FISCALE)
                codice fiscale RSSMRA85T10A562T
                partita IVA [00743110157](IT_VAT)
                partita IVA 00743110158
                carta d'identità [CA00000AA](IT_ID_CARD)
                carta d'identità CA0000AA
                passaporto [AA0000000](IT_PASSPORT)
                passaporto A00000000
                PESEL [44051401359](PL_PESEL)
                PESEL 94051401359
                BSN [111222333](NL_BSN)
                BSN 111222334
                rijksregister [85.07.30-033.28](BE_RIJKSREGISTER)
                rijksregister 85.07.30-033.29
                personnummer [811228-9874](SE_PERSONNUMMER)
                personnummer 811228-9873
                henkilötunnus [131052-308T](FI_HETU)
                henkilötunnus 131052-308U
                contribuinte [123 456 789](PT_NIF)
                contribuinte 123 456 788
                kimlik [10000000146](TR_TCKN)
                kimlik 10000000156
                Aadhaar [9999 4105 7058](IN_AADHAAR)
                Aadhaar 9999 4105 7059
                PAN [AAAPL1234C](IN_PAN)
                PAN AAAZL1234C
                GSTIN [27AAPFU0939F1ZV](IN_GSTIN)
                GSTIN 27AAPFU0939F1ZW
                Indian passport [J8369854](IN_PASSPORT)
                Indian passport J836985
                voter id [ABC1234567](IN_VOTER)
                voter id ABC123456
                vehicle [MH 12 AB 1234](IN_VEHICLE)
                vehicle XX 12 AB 1234
                TFN [123 456 782](AU_TFN)
                TFN 123 456 783
                ABN [51 824 753 556](AU_ABN)
                ABN 51 824 753 557
                ACN [004 085 616](AU_ACN)
                ACN 004 085 617
                Medicare card [2123 45670 1](AU_MEDICARE)
                Medicare card 2123 45671 1
                NRIC [S1234567D](SG_NRIC)
                NRIC S1234567E
                UEN [197401143C](SG_UEN)
                UEN 197401143D
                RRN [971013-9019902](KR_RRN)
                RRN 971013-9019903
                alien registration [971013-5019903](KR_FRN)
                alien registration 971013-5019902
                korean passport [M12345678](KR_PASSPORT)
                여권 M1234567
                운전면허 [11-12-345678-90](KR_DRIVER_LICENSE)
                운전면허 31-12-345678-90
                BRN [124-81-00998](KR_BRN)
                BRN 124-81-00999
                My Number [1234 5678 9018](JP_MY_NUMBER)
                My Number 1234 5678 9019
                SA ID [800101 5009 087](ZA_ID)
                SA ID 800101 5009 088
                Thai ID [1-2345-67890-12-1](TH_ID)
                Thai ID 1-2345-67890-12-2
                NIN [12345678901](NG_NIN)
                count 12345678901
                account number [12345678](BANK_ACCOUNT)
                on account of 5 people
                pay to account [31926819](BANK_ACCOUNT), sort code [40-47-84](BANK_ACCOUNT)
                on account of 40-47-84 people
                container number [MSKU 904511-2](ID)
                employee number [5567810](ID)
                the number 5567810
                MRN [A1234567](MEDICAL_RECORD)
                in the record of 2014
                passport no. [340020013](US_PASSPORT); driver's license [D1234562](US_DRIVER_LICENSE)
                BSN [111222333](NL_BSN), TFN [123 456 782](AU_TFN)
                his ID [8001015009087](ZA_ID)
                his ID 8001015009088
                Passport [C01X00T47](DE_PASSPORT)
                Passport A01X00T47
                the vehicle [AB12 CDE](VEHICLE_PLATE) was parked
                the chapter AB12 CDE was read
                male registration at age 16
                a Peugeot, [AB-123-CD](VEHICLE_PLATE), ran
                a version, AB-123-CD, ran
                claim [CLM-2024-88121](ID)
                talk CLM-2024-88121
                invoice [2021-00417](ID)
                pages 2021-00417
                MRN [A-5520981](MEDICAL_RECORD); Aktenzeichen [4-20871](ID)
                with plate [KJA-482-BX](VEHICLE_PLATE).
                IMEI [490154203237518](ID)
                IMEI 490154203237519
                VIN [1HGCM82633A004352](ID)
                VIN 1HGCM82633I004352
                number plate [AB12 CDE](VEHICLE_PLATE)
                a plate of 12 eggs
                v123.456.789
                12,345,678,901
                """.lines();
    }

    static Stream<NationalId> checksummed() {
        return NationalId.all().stream().filter(NationalId::checksummed);
    }

    /** Bare, as numbers stand in a table: found whatever they are called; one character wrong: not called this. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("checksummed")
    void findsEveryValidValueAndRefusesThoseWithOneDigitChanged(NationalId id) {
        EntityRecognizer recognizer = new Identifiers(Set.of(id.country()));
        SplittableRandom random = new SplittableRandom(Seeds.hash(id.name()));
        Label label = new Label(id.name());
        int made = 0;
        for (int tries = 0; made < VALUES && tries < 40 * VALUES; tries++) {
            Form form = id.forms().get(random.nextInt(id.forms().size()));
            Optional<String> value = id.complete(body(form, random)).filter(number -> number.matches(".*[0-9].*"));
            if (value.isEmpty()) {
                continue;
            }
            made++;
            String right = value.get();
            assertThat(labels(recognizer, right)).as(right).contains(label);
            String wrong = oneChanged(right, random);
            assertThat(labels(recognizer, wrong).contains(label)).as(wrong).isEqualTo(id.holds(wrong));
        }
        assertThat(made).isEqualTo(VALUES);
    }

    private static List<Label> labels(EntityRecognizer recognizer, String text) {
        return recognizer.findings(text).stream()
                .filter(finding -> finding.mention().span().length() == text.length())
                .map(Finding::label)
                .toList();
    }

    @Test
    void looksForTheCountriesAskedFor() {
        String text = "PESEL 44051401359, BSN 111222333";
        assertThat(Markup.write(new Identifiers(Set.of("NL")).recognize(text)))
                .isEqualTo("PESEL 44051401359, BSN [111222333](NL_BSN)");
        assertThat(Identifiers.countries()).contains("US", "UK", "DE", "NG").hasSize(23);
    }

    @Test
    void saysWhy() {
        List<Finding> found = recognizer().findings("her PESEL is 44051401359.");
        assertThat(found)
                .filteredOn(finding -> finding.label().name().equals("PL_PESEL"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.score()).isEqualTo(0.99);
                    assertThat(finding.evidence().rule()).isEqualTo("pl_pesel");
                    assertThat(finding.evidence().context()).contains("pesel");
                    assertThat(finding.evidence().checksum()).isTrue();
                });
    }

    /** A German tax number repeats exactly one of its ten first digits. */
    private static String body(Form form, SplittableRandom random) {
        StringBuilder body = new StringBuilder();
        boolean tax = form.pattern().equals("ddddddddddc");
        for (int place = 0; place < form.length(); place++) {
            String choices = form.choices(place);
            if (!form.isCheck(place)) {
                char digit = (char) ('0' + (place * 7 + 3) % 10);
                boolean repeat = tax && place < 9 && random.nextInt(4) > 0;
                body.append(repeat ? digit : choices.charAt(random.nextInt(choices.length())));
            }
        }
        return body.toString();
    }

    private static String oneChanged(String number, SplittableRandom random) {
        int from = random.nextInt(number.length());
        for (int i = 0; i < number.length(); i++) {
            int at = (from + i) % number.length();
            if (Character.isDigit(number.charAt(at))) {
                char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                return number.substring(0, at) + other + number.substring(at + 1);
            }
        }
        throw new IllegalStateException("no digit");
    }
}
