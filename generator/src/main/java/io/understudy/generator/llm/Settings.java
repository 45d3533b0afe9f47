package io.understudy.generator.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whom to ask, and how.
 *
 * @param provider whose language the server speaks
 * @param model as the server calls it
 * @param baseUrl where the server is; empty: the provider's own
 * @param key where the server asks for one
 * @param structured whether to ask for JSON under a schema; what a server does not know is left out when it says so
 * @param timeout for one call, its reply read to the end
 * @param attempts calls for one request at most, 1 or more
 * @param firstDelay before the second call; doubles with each, up to a minute
 * @param concurrency calls at once at most, 1 or more; fewer while the server says that it is too much
 * @param requestsPerMinute calls begun in a minute at most
 * @param tokensPerMinute tokens asked for in a minute at most
 * @param price of tokens, where known
 * @param maxCost in the unit of the price; needs one
 */
public record Settings(
        Provider provider,
        String model,
        Optional<URI> baseUrl,
        Optional<ApiKey> key,
        boolean structured,
        Duration timeout,
        int attempts,
        Duration firstDelay,
        int concurrency,
        OptionalLong requestsPerMinute,
        OptionalLong tokensPerMinute,
        Optional<Price> price,
        OptionalLong maxCost) {

    /** @throws IllegalArgumentException if the server cannot be asked like this; the message says what to do */
    public Settings {
        if (model.isBlank()) {
            throw new IllegalArgumentException(
                    "'" + provider + ":' names no model; expected a name after the colon, as the server calls it");
        }
        baseUrl.ifPresent(url -> check(url, key.isPresent()));
        if (key.isEmpty() && baseUrl.isEmpty() && provider.needsKey()) {
            throw new IllegalArgumentException("there is no key for " + provider + "; set " + provider.keyVariable()
                    + ", or give --key-file FILE (mode 600)");
        }
        if (attempts < 1 || concurrency < 1) {
            throw new IllegalArgumentException("attempts and concurrency are 1 or more");
        }
        if (maxCost.isPresent() && price.isEmpty()) {
            throw new IllegalArgumentException("--max-cost needs the price of " + provider + ":" + model
                    + ", which the table does not have; give --prices FILE with a line such as '" + provider + ":"
                    + model
                    + ",0.25,2.00' (US dollars for a million tokens read, written)");
        }
    }

    /** A server as it is usually asked: 60 s, 8 attempts, 16 calls at once, no limits. */
    public static Settings of(Provider provider, String model, Optional<URI> baseUrl, Optional<ApiKey> key) {
        return new Settings(
                provider,
                model,
                baseUrl,
                key,
                true,
                Duration.ofSeconds(60),
                8,
                Duration.ofMillis(500),
                16,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private static void check(URI url, boolean key) {
        String scheme = String.valueOf(url.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "--base-url is not an address of a server; expected one such as" + " http://127.0.0.1:8000/v1");
        }
        if (url.getUserInfo() != null || url.getQuery() != null) {
            throw new IllegalArgumentException(
                    "--base-url holds a user or a query; expected an address such as http://127.0.0.1:8000/v1");
        }
        if (key && scheme.equals("http") && !isHere(url.getHost())) {
            throw new IllegalArgumentException(
                    "--base-url: a key over http can be read on its way to " + url.getHost() + "; use https");
        }
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** Such as {@code openai:gpt-5-mini}. */
    public String name() {
        return provider + ":" + model;
    }

    /** Models that think before they answer take no temperature and need room for it. */
    boolean thinks() {
        return provider == Provider.OPENAI && baseUrl.isEmpty() && model.matches("(gpt-5|o[1-9]).*");
    }

    public Settings withStructured(boolean value) {
        return new Settings(
                provider,
                model,
                baseUrl,
                key,
                value,
                timeout,
                attempts,
                firstDelay,
                concurrency,
                requestsPerMinute,
                tokensPerMinute,
                price,
                maxCost);
    }

    public Settings withPatience(Duration callTimeout, int calls, Duration delay) {
        return new Settings(
                provider,
                model,
                baseUrl,
                key,
                structured,
                callTimeout,
                calls,
                delay,
                concurrency,
                requestsPerMinute,
                tokensPerMinute,
                price,
                maxCost);
    }

    public Settings withPace(int calls, OptionalLong requests, OptionalLong tokens) {
        return new Settings(
                provider,
                model,
                baseUrl,
                key,
                structured,
                timeout,
                attempts,
                firstDelay,
                calls,
                requests,
                tokens,
                price,
                maxCost);
    }

    public Settings withCost(Optional<Price> tokens, OptionalLong most) {
        return new Settings(
                provider,
                model,
                baseUrl,
                key,
                structured,
                timeout,
                attempts,
                firstDelay,
                concurrency,
                requestsPerMinute,
                tokensPerMinute,
                tokens,
                most);
    }
}
