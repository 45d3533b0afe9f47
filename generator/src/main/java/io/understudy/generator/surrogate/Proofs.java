package io.understudy.generator.surrogate;

import io.understudy.core.Label;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which range proves that a surrogate is nobody's, by kind of label. */
final class Proofs {

    private static final String NONE = "no range is reserved: as the original's digits and letters, it may exist";

    private static final Map<String, String> BY_KIND = Map.ofEntries(
            Map.entry("EMAIL", "hosts below example.com, example.org and example.net (RFC 2606)"),
            Map.entry("URL", "hosts below example.com, example.org and example.net (RFC 2606)"),
            Map.entry("DOMAIN", "hosts below example.com, example.org and example.net (RFC 2606)"),
            Map.entry(
                    "IP_ADDRESS",
                    "192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737), 2001:db8::/32 (RFC 3849); when these run"
                            + " out 198.18.0.0/15 (RFC 2544) and 240.0.0.0/4 (RFC 1112)"),
            Map.entry("MAC_ADDRESS", "locally administered unicast, given to no maker (IEEE 802)"),
            Map.entry(
                    "CREDIT_CARD", "beginnings of the networks' own test numbers, with Luhn's digit (ISO/IEC 7812-1)"),
            Map.entry("IBAN", "banks that do not exist: code 0 or ZZZZ, right modulo 97 (ISO 13616)"),
            Map.entry("BIC", "bank ZZZZ is not in the directory, place code with 0 is for tests (ISO 9362)"),
            Map.entry(
                    "CRYPTO_ADDRESS", "Bitcoin's test network (version 111, BIP 173), or 160 random bits for Ethereum"),
            Map.entry("API_KEY", "prefix test_, which no issuer gives"),
            Map.entry("BANK_ACCOUNT", NONE),
            Map.entry("VEHICLE_PLATE", NONE),
            Map.entry("MEDICAL_RECORD", NONE),
            Map.entry("ID", NONE));

    private Proofs() {}

    static Optional<String> of(String label) {
        String kind = Kinds.STANDARD.kind(new Label(label)).name();
        if (kind.equals("PHONE")) {
            return Optional.of(PhonePlan.all().stream()
                            .map(plan -> "+" + plan.code() + ": " + plan.proof())
                            .collect(Collectors.joining("; "))
                    + "; other countries: " + PhonePlan.ofCode("999", 0).proof());
        }
        return NationalIds.proof(kind).or(() -> Optional.ofNullable(BY_KIND.get(kind)));
    }
}
