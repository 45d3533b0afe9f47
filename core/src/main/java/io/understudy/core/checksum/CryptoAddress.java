package io.understudy.core.checksum;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Addresses of crypto currencies that carry a checksum: Base58Check (Bitcoin's {@code 1...} and {@code 3...}, Litecoin,
 * Dogecoin, Dash, Tron), and Bech32 or Bech32m (BIP 173, BIP 350: {@code bc1...}). Ethereum's hexadecimal addresses
 * carry theirs in the case of letters (EIP-55), by a hash that the JDK has not; they are not checked here.
 */
public final class CryptoAddress {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32M = 0x2bc830a3;

    /** Version, 20 bytes of hash, 4 bytes of checksum. */
    private static final int DECODED = 25;

    private CryptoAddress() {}

    /** A version byte, 20 bytes, and the first four bytes of the SHA-256 of their SHA-256, in base 58. */
    public static boolean holdsBase58(CharSequence address) {
        byte[] decoded = new byte[DECODED];
        int leading = 0;
        boolean begun = false;
        for (int i = 0; i < address.length(); i++) {
            int carry = BASE58.indexOf(address.charAt(i));
            if (carry < 0) {
                return false;
            }
            begun |= carry > 0;
            leading += begun ? 0 : 1;
            for (int at = DECODED - 1; at >= 0; at--) {
                carry += 58 * (decoded[at] & 0xff);
                decoded[at] = (byte) carry;
                carry >>= 8;
            }
            if (carry != 0) {
                return false;
            }
        }
        int zeros = 0;
        while (zeros < DECODED && decoded[zeros] == 0) {
            zeros++;
        }
        byte[] hash = sha256(sha256(Arrays.copyOf(decoded, DECODED - 4)));
        return zeros == leading && Arrays.equals(hash, 0, 4, decoded, DECODED - 4, DECODED);
    }

    /** The address of a version byte and 20 bytes of hash. */
    public static String base58(byte version, byte[] hash) {
        if (hash.length != DECODED - 5) {
            throw new IllegalArgumentException("a hash of " + hash.length + " bytes; expected " + (DECODED - 5));
        }
        byte[] bytes = new byte[DECODED];
        bytes[0] = version;
        System.arraycopy(hash, 0, bytes, 1, hash.length);
        System.arraycopy(sha256(sha256(Arrays.copyOf(bytes, DECODED - 4))), 0, bytes, DECODED - 4, 4);
        StringBuilder address = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(58);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            address.append(BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < DECODED && bytes[i] == 0; i++) {
            address.append('1');
        }
        return address.reverse().toString();
    }

    /** A human-readable part, 1, data, six characters of checksum; one case throughout, 90 characters at most. */
    public static boolean holdsBech32(CharSequence address) {
        String lower = address.toString().toLowerCase(Locale.ROOT);
        boolean oneCase =
                lower.contentEquals(address) || lower.toUpperCase(Locale.ROOT).contentEquals(address);
        int one = lower.lastIndexOf('1');
        if (!oneCase || one < 1 || lower.length() - one < 7 || lower.length() > 90) {
            return false;
        }
        int check = prefix(lower.substring(0, one));
        for (int i = one + 1; i < lower.length(); i++) {
            int value = BECH32.indexOf(lower.charAt(i));
            if (value < 0) {
                return false;
            }
            check = step(check, value);
        }
        // Bitcoin: witness version 0 has the older constant, later versions the newer.
        boolean newer = lower.startsWith("bc1") && lower.charAt(one + 1) != 'q';
        return check == (newer ? BECH32M : 1);
    }

    /**
     * The Bech32 address with its checksum.
     *
     * @param prefix the human-readable part, such as {@code bc}
     * @param data characters of Bech32's alphabet; the first is the witness version
     */
    public static String bech32(String prefix, String data) {
        int check = prefix(prefix);
        for (int i = 0; i < data.length(); i++) {
            check = step(check, BECH32.indexOf(data.charAt(i)));
        }
        for (int i = 0; i < 6; i++) {
            check = step(check, 0);
        }
        check ^= prefix.equals("bc") && !data.startsWith("q") ? BECH32M : 1;
        StringBuilder address = new StringBuilder(prefix).append('1').append(data);
        for (int i = 5; i >= 0; i--) {
            address.append(BECH32.charAt((check >> (5 * i)) & 31));
        }
        return address.toString();
    }

    private static int prefix(String prefix) {
        int check = 1;
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) >> 5);
        }
        check = step(check, 0);
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) & 31);
        }
        return check;
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int next = ((check & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((top >> i) & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
