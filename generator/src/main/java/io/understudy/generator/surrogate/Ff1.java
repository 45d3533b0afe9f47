package io.understudy.generator.surrogate;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * FF1, the format-preserving cipher of NIST SP 800-38G, over AES: a keyed permutation of the strings of one length over
 * any alphabet, and, by walking its cycles, of the numbers below any bound. Below a hundred numbers, where the standard
 * ends, it is a permutation all the same, though one that can be guessed. Thread-safe.
 */
final class Ff1 {

    private static final int ROUNDS = 10;
    private static final int BLOCK = 16;

    private final ThreadLocal<Cipher> aes;

    /** @param key of 16, 24 or 32 bytes */
    Ff1(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, "AES");
        this.aes = ThreadLocal.withInitial(() -> aes(spec));
    }

    private static Cipher aes(SecretKeySpec key) {
        try {
            // The standard's PRF is CBC-MAC, and one block from an initial vector of zeros is AES itself.
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[BLOCK]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /**
     * Algorithm 7 of the standard.
     *
     * @param numerals digits below the radix, two or more
     */
    int[] encrypt(int radix, byte[] tweak, int[] numerals) {
        int u = numerals.length / 2;
        BigInteger[] halves = encrypt(
                radix,
                tweak,
                numerals.length,
                number(radix, Arrays.copyOf(numerals, u)),
                number(radix, Arrays.copyOfRange(numerals, u, numerals.length)));
        int[] out = new int[numerals.length];
        write(radix, halves[0], out, 0, u);
        write(radix, halves[1], out, u, numerals.length);
        return out;
    }

    /**
     * A permutation of the numbers from 0 to below {@code size}: bits are encrypted again while they say a number that
     * is too large, which is less than once on average.
     */
    BigInteger permuted(BigInteger value, BigInteger size, byte[] tweak) {
        int bits = Math.max(2, size.subtract(BigInteger.ONE).bitLength());
        int v = bits - bits / 2;
        BigInteger low = BigInteger.ONE.shiftLeft(v).subtract(BigInteger.ONE);
        BigInteger walked = value;
        do {
            BigInteger[] halves = encrypt(2, tweak, bits, walked.shiftRight(v), walked.and(low));
            walked = halves[0].shiftLeft(v).or(halves[1]);
        } while (walked.compareTo(size) >= 0);
        return walked;
    }

    private BigInteger[] encrypt(int radix, byte[] tweak, int n, BigInteger left, BigInteger right) {
        int u = n / 2;
        int v = n - u;
        BigInteger[] moduli = {
            BigInteger.valueOf(radix).pow(u), BigInteger.valueOf(radix).pow(v)
        };
        int b = (moduli[1].subtract(BigInteger.ONE).bitLength() + 7) / 8;
        int d = 4 * ((b + 3) / 4) + 4;
        byte[] p = ByteBuffer.allocate(BLOCK)
                .put((byte) 1)
                .put((byte) 2)
                .put((byte) 1)
                .put((byte) (radix >> 16))
                .put((byte) (radix >> 8))
                .put((byte) radix)
                .put((byte) ROUNDS)
                .put((byte) u)
                .putInt(n)
                .putInt(tweak.length)
                .array();
        byte[] q = Arrays.copyOf(p, BLOCK + (tweak.length + b + BLOCK) / BLOCK * BLOCK);
        System.arraycopy(tweak, 0, q, BLOCK, tweak.length);
        BigInteger a = left;
        BigInteger c = right;
        for (int i = 0; i < ROUNDS; i++) {
            q[q.length - b - 1] = (byte) i;
            number(c, q, q.length - b);
            BigInteger sum = a.add(stretched(mac(q), d));
            a = c;
            c = sum.mod(moduli[i % 2]);
        }
        return new BigInteger[] {a, c};
    }

    private byte[] mac(byte[] blocks) {
        return Arrays.copyOfRange(encrypted(blocks), blocks.length - BLOCK, blocks.length);
    }

    /** The first bytes of as many blocks as are needed. */
    private BigInteger stretched(byte[] r, int bytes) {
        byte[] out = Arrays.copyOf(r, bytes);
        for (int j = 1; j * BLOCK < bytes; j++) {
            byte[] counted = r.clone();
            counted[BLOCK - 2] ^= (byte) (j >> 8);
            counted[BLOCK - 1] ^= (byte) j;
            System.arraycopy(encrypted(counted), 0, out, j * BLOCK, Math.min(BLOCK, bytes - j * BLOCK));
        }
        return new BigInteger(1, out);
    }

    private byte[] encrypted(byte[] plain) {
        try {
            return aes.get().doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks", e);
        }
    }

    private static BigInteger number(int radix, int[] numerals) {
        BigInteger number = BigInteger.ZERO;
        for (int numeral : numerals) {
            number = number.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(numeral));
        }
        return number;
    }

    /** Right-aligned, with noughts in front. */
    private static void number(BigInteger number, byte[] out, int from) {
        Arrays.fill(out, from, out.length, (byte) 0);
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, out.length - from);
        System.arraycopy(bytes, bytes.length - length, out, out.length - length, length);
    }

    private static void write(int radix, BigInteger number, int[] out, int from, int to) {
        BigInteger left = number;
        for (int i = to - 1; i >= from; i--) {
            BigInteger[] parts = left.divideAndRemainder(BigInteger.valueOf(radix));
            out[i] = parts[1].intValue();
            left = parts[0];
        }
    }
}
