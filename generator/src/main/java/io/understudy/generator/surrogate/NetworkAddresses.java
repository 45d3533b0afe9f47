package io.understudy.generator.surrogate;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Addresses of machines that belong to nobody. IPv4: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737); when
 * these run out, 198.18.0.0/15, for benchmarks (RFC 2544), then 240.0.0.0/4, never given (RFC 1112). IPv6:
 * 2001:db8::/32 (RFC 3849). MAC: locally administered unicast, which no maker is given (IEEE 802).
 */
final class NetworkAddresses {

    private static final String[] NETS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private static final int HOSTS = 254;
    private static final Stock FOR_EXAMPLES =
            addresses("192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24", NETS.length, net -> NETS[net]);
    private static final Stock FOR_BENCHMARKS =
            addresses("198.18.0.0/15", 2 << 8, net -> "198." + (18 + (net >> 8)) + '.' + (net & 255) + '.');
    private static final Stock NEVER_GIVEN = addresses(
            "240.0.0.0/4", 15 << 16, net -> (240 + (net >> 16)) + "." + (net >> 8 & 255) + '.' + (net & 255) + '.');

    private NetworkAddresses() {}

    private static Stock addresses(String name, int nets, IntFunction<String> net) {
        return new Stock(name, BigInteger.valueOf((long) nets * HOSTS), index -> {
            int at = index.intValueExact();
            return net.apply(at / HOSTS) + (at % HOSTS + 1);
        });
    }

    static String ipAddress(Wish wish) {
        SplittableRandom random = wish.random();
        String pattern = wish.look().shape().pattern();
        if (pattern.indexOf(':') >= 0 && pattern.indexOf('.') < 0) {
            StringBuilder address = new StringBuilder("2001:db8:");
            int groups = pattern.contains("::") ? random.nextInt(1, 4) : 6;
            address.append(groups < 6 ? ":" : "");
            for (int i = 0; i < groups; i++) {
                address.append(i == 0 ? "" : ":").append(Integer.toHexString(random.nextInt(1, 0x10000)));
            }
            return wish.look().cased(address.toString());
        }
        String suffix = pattern.endsWith("/dd") ? "/" + random.nextInt(24, 33) : "";
        if (wish.original().isPresent()) {
            Deal deal = wish.original().get().deal();
            return deal.placed(FOR_EXAMPLES, Optional::of)
                            .or(() -> deal.placed(FOR_BENCHMARKS, Optional::of))
                            .or(() -> deal.placed(NEVER_GIVEN, Optional::of))
                            .orElseGet(() -> deal.shared(NEVER_GIVEN, Optional::of))
                    + suffix;
        }
        if (wish.relaxed()) {
            // The three nets hold 762 addresses.
            return wish.effort() < 2 * Wish.RELAXED
                    ? "198." + random.nextInt(18, 20) + "." + random.nextInt(256) + "." + random.nextInt(1, 255)
                    : random.nextInt(240, 255) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                            + random.nextInt(1, 255);
        }
        return wish.pick(NETS) + random.nextInt(1, 255) + suffix;
    }

    static String macAddress(Wish wish) {
        boolean hyphens = wish.look().has('-');
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            int octet = wish.random().nextInt(256);
            address.append(i == 0 ? "" : hyphens ? "-" : ":").append(hex(i == 0 ? (octet & 0xfc) | 2 : octet));
        }
        return wish.look().shape().pattern().contains("x")
                ? address.toString()
                : address.toString().toUpperCase(Locale.ROOT);
    }

    private static String hex(int octet) {
        return (octet < 16 ? "0" : "") + Integer.toHexString(octet);
    }
}
