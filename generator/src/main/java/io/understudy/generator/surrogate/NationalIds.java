package io.understudy.generator.surrogate;

import java.util.Map;
import java.util.Optional;

/**
 * National identifiers, named by country and kind ({@code US_SSN}). Others that begin with two letters and an
 * underscore and are not listed follow the digits and letters of the original.
 */
final class NationalIds {

    private static final Map<String, Source> KNOWN = Map.of();

    private NationalIds() {}

    static Optional<Source> find(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }
}
