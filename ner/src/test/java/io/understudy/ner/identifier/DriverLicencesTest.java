package io.understudy.ner.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverLicencesTest {

    /** A number of the state's form beside one that the state does not give. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            AL, 1234567, A1234567
            AK, 7654321, 87654321
            AZ, D08954796, D0895479
            AR, 912345678, A12345678
            CA, F8000001, F800001
            CO, 921110001, 92111000
            CT, 123456789, 12345678
            DE, 1234567, 12345678
            DC, 2100032, 210032
            FL, S514172804190, S51417280419
            GA, 051234567, 51234A567
            HI, H00123456, H0012345
            ID, AB123456C, AB12345C
            IL, D40070112233, D4007011223
            IN, 0299112233, 02991122333
            IA, 123AA4567, 12AAA4567
            KS, K01234567, K0123456
            KY, D12345678, D1234567
            LA, 007000100, 0070001001
            ME, 1234567, 123456
            MD, S530461001234, S53046100123
            MA, S99988801, S9998880
            MI, P800000224322, P80000022432
            MN, J123456789012, J12345678901
            MS, 800700123, 80070012
            MO, A123456789, A1234567890
            MT, 0208019850112, 020801985011
            NE, V12345678, V123456789
            NV, 1204570123, 12045701234
            NH, 06BRD63801, 6BRD63801
            NJ, D64007907105382, D6400790710538
            NM, 123456789, 1234567
            NY, 123456789, 1234567
            NC, 123456789012, 1234567890123
            ND, ABC123456, ABC12345
            OH, TL545796, TL5457961234
            OK, B123456789, B12345678
            OR, 1234567, 1234567890
            PA, 99999999, 9999999
            RI, 1234567, A12345
            SC, 123456789, 1234
            SD, 12345678, 12345
            TN, 123456789, 123456
            TX, 12345678, 123456
            UT, 123456789, 123
            VT, 1234567A, 1234567B
            VA, T12345678, T1234567
            WA, WDLABCD456DG, WDLABCD4
            WV, F123456, ABC123456
            WI, J5254218607318, J525421860731
            WY, 1234567890, 12345678
            """)
    void eachStateHasItsForms(String state, String given, String other) {
        assertThat(DriverLicences.forms().get(state).matcher(given).matches()).isTrue();
        assertThat(DriverLicences.forms().get(state).matcher(other).matches()).isFalse();
        assertThat(Markup.write(new Identifiers(Set.of("US")).recognize("Her driver's license is " + given + ".")))
                .isEqualTo("Her driver's license is [" + given + "](US_DRIVER_LICENSE).");
    }

    @Test
    void theStatesAndTheirCapitalAreThere() {
        assertThat(DriverLicences.forms()).hasSize(51);
    }

    @Test
    void aWordIsNoLicence() {
        assertThat(DriverLicences.holds("MISSING")).isFalse();
        assertThat(DriverLicences.holds("A12")).isFalse();
    }
}
