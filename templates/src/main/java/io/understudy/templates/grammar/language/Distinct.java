package io.understudy.templates.grammar.language;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How many distinct texts the derivations of an intent make. What is invented later is taken to differ from all else.
 *
 * @param exact their number; empty where the intent is ambiguous, or may be, and too large to write out
 * @param example a text with two derivations, where one was found
 */
public record Distinct(Optional<BigInteger> exact, Optional<String> example, boolean isUnambiguous) {}
