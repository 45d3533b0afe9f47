package io.understudy.ner.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.RecognizerContract;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hits beside near misses, a line of markup each: what is not labelled must stay so. */
class PatternsTest implements RecognizerContract {

    @Override
    public EntityRecognizer recognizer() {
        return new Patterns();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "a@", "0 ", "a ", "one ", "(1", "1:", "http://x ", "12 Elm ", "a.b-"})
    void takesLinearTimeForALineOfAMegabyte(String unit) {
        String line = unit.repeat(1_000_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> recognizer().recognize(line));
    }

    @ParameterizedTest
    @MethodSource({"emails", "urls", "ipAddresses", "cards", "ibans", "addresses"})
    void findsTheFormsAndLeavesWhatOnlyLooksLikeThem(String line) {
        assertThat(Markup.write(recognizer().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    static Stream<String> emails() {
        return """
                write to [ada@example.org](EMAIL) [today](DATE)
                [Ada.Byrne+news@mail.example.co.uk](EMAIL)
                <[o'neil@example.ie](EMAIL)>, please
                [first_last-2@sub.domain.example.com](EMAIL).
                [JO@EXAMPLE.COM](EMAIL)
                mailto:[jo@example.com](EMAIL)
                [jürgen@müller.example](EMAIL)
                [x@y.museum](EMAIL)
                ([ada@example.org](EMAIL))
                [ada@example.org](EMAIL),[bob@example.org](EMAIL)
                [a.b.c.d@e-f.example.net](EMAIL)!
                "[ada@example.org](EMAIL)"
                ada@localhost
                @ada says hi
                ada@ [example.org](DOMAIN)
                ada @example.org
                ada..byrne@example.org
                .[ada@example.org](EMAIL)
                ada@example..org
                ada@-example.org
                a@b.c
                meet me @ [5.30](NUMBER)
                ada@example.org1
                user@[10.0.0.1](IP_ADDRESS)
                """.lines();
    }

    static Stream<String> urls() {
        return """
                see [https://example.org](URL)
                [http://example.org/a_(b)?x=1&y=2#top](URL).
                ([https://example.org/path](URL))
                [www.example.com/index.html](URL), then
                [HTTPS://EXAMPLE.ORG/A](URL)
                [ftp://files.example.net/x.tar.gz](URL)
                [example.com](DOMAIN) is a host
                [docs.example.io/guide/](URL)
                "[https://example.org/q?a=1](URL)"
                [https://example.org:8080/x](URL)
                [https://müller.example/straße](URL)
                visit [my-shop.co.uk](DOMAIN) now
                http:// is a scheme
                example.txt
                e.g. this
                end.Start again
                [3.14](NUMBER) and [2.0](NUMBER)
                www. is not enough
                U.S.A. and a.m.
                file.tar.gz
                Mr.Smith came
                www
                https:/example.org/x
                """.lines();
    }

    static Stream<String> ipAddresses() {
        return """
                [10.0.0.1](IP_ADDRESS)
                at [192.168.1.254](IP_ADDRESS), port [80](NUMBER)
                [255.255.255.255](IP_ADDRESS).
                ([8.8.8.8](IP_ADDRESS))
                [http://10.0.0.1/x](URL)
                [2001:db8::1](IP_ADDRESS)
                [::1](IP_ADDRESS) is home
                [fe80::1ff:fe23:4567:890a](IP_ADDRESS)
                [2001:0db8:85a3:0000:0000:8a2e:0370:7334](IP_ADDRESS)
                ping [1.1.1.1](IP_ADDRESS) and [1.0.0.1](IP_ADDRESS)
                [2001:DB8::FF00:42:8329](IP_ADDRESS).
                [0.0.0.0](IP_ADDRESS)
                256.1.1.1
                1.2.3
                1.2.3.4.5
                version 1.2.3.4
                v1.2.3.4
                10.0.0
                1:2:3
                [12:30:45](TIME)
                std::string
                1:2:3:4:5:6:7:8:9
                2001:db8::[1](NUMBER)::[2](NUMBER)
                10.0.0.1234
                a::b::c
                192.168.01.1
                [1](NUMBER)::[2](NUMBER)::[3](NUMBER) is none
                """.lines();
    }

    static Stream<String> cards() {
        return """
                [4111 1111 1111 1111](CREDIT_CARD)
                [4111111111111111](CREDIT_CARD)
                [4111-1111-1111-1111](CREDIT_CARD).
                card [5500005555555559](CREDIT_CARD)
                [378282246310005](CREDIT_CARD)
                [3782 822463 10005](CREDIT_CARD)
                [6011 1111 1111 1117](CREDIT_CARD)
                [30569309025904](CREDIT_CARD)
                [3530111333300000](CREDIT_CARD)
                [2223003122003222](CREDIT_CARD)
                [4222222222222](CREDIT_CARD)
                [180016070420458](CREDIT_CARD)
                [6759649826438453](CREDIT_CARD)
                [4111](NUMBER) [1111](NUMBER) [1111](NUMBER) [1112](NUMBER)
                4111111111111112
                1111111111111117
                [411111111111111](NUMBER)
                [4111](NUMBER) [1111](NUMBER) [1111](NUMBER)
                [4111](NUMBER) 1111-1111 [1111](NUMBER)
                41111111111111111111111
                X4111111111111111
                4111111111111111X
                9111111111111111
                0000000000000000
                [12345678901234](NUMBER)
                [7992739871](NUMBER) [3](NUMBER)
                4111.1111.1111.1111
                """.lines();
    }

    static Stream<String> ibans() {
        return """
                [DE89370400440532013000](IBAN)
                [DE89 3704 0044 0532 0130 00](IBAN)
                [GB82WEST12345698765432](IBAN)
                [gb82 west 1234 5698 7654 32](IBAN)
                [FR14 2004 1010 0505 0001 3M02 606](IBAN)
                [NL91ABNA0417164300](IBAN)
                [CH93 0076 2011 6238 5295 7](IBAN)
                [NO9386011117947](IBAN)
                [BE68 5390 0754 7034](IBAN)
                [GB82 WEST 1234 5698\\n7654 32](IBAN)
                [ES9121000418450200051332](IBAN)
                [IT60X0542811101000000123456](IBAN)
                IBAN: [AT611904300234573201](IBAN).
                DE89370400440532013001
                DE88 [3704](NUMBER) [0044](NUMBER) [0532](NUMBER) [0130](NUMBER) [00](NUMBER)
                DE8937040044053201300
                DE893704004405320130000
                US89370400440532013000
                GB82WEST1234569876543
                XX82WEST12345698765432
                GB82 WEST
                GB82WEST12345698765433
                DE 89370400440532013000
                XDE89370400440532013000
                DE89  [3704](NUMBER) [0044](NUMBER) [0532](NUMBER) [0130](NUMBER) [00](NUMBER)
                DE89-3704-0044-0532-0130-00
                no9386011117948
                """.lines();
    }

    static Stream<String> addresses() {
        return """
                Dublin [D01 X2P2](POSTCODE)
                gate D01 X2P
                I live at [12 Elm Street, Apt 4](ADDRESS), Springfield
                [221B Baker St](ADDRESS)
                [1600 Pennsylvania Ave NW](ADDRESS)
                send it to [5 Oak Lane](ADDRESS).
                [12 elm street](ADDRESS)
                [77 Massachusetts Avenue, Suite 200](ADDRESS)
                [10 Downing St.](ADDRESS), London
                [350 5th Avenue](ADDRESS)
                [PO Box 123](ADDRESS)
                [P.O. Box 4567](ADDRESS), Boston
                [17 St. John's Road](ADDRESS)
                [100 N Main St #5](ADDRESS)
                [12](NUMBER) items on the way
                [5 minutes](DURATION) drive
                [2 hours](DURATION) of road
                [12](NUMBER) Elm
                Elm Street
                in [5 days](DURATION) we drive
                [1](NUMBER) way
                [30](NUMBER) people in the square
                [two](NUMBER) Oak Lane
                box [12](NUMBER)
                """.lines();
    }
}
