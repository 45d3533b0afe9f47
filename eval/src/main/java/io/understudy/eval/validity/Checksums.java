package io.understudy.eval.validity;

import io.understudy.core.Label;
import io.understudy.core.checksum.CryptoAddress;
import io.understudy.core.checksum.Iban;
import io.understudy.core.checksum.Luhn;
import io.understudy.core.checksum.NationalId;
import java.util.Locale;

/** Check digits of the identifiers that have them, by label. */
final class Checksums {

    private static final Label CRYPTO_ADDRESS = new Label("CRYPTO_ADDRESS");

    private Checksums() {}

    static boolean known(Label label) {
        return label.equals(Label.CREDIT_CARD)
                || label.equals(Label.IBAN)
                || label.equals(CRYPTO_ADDRESS)
                || NationalId.of(label.name()).filter(NationalId::checksummed).isPresent();
    }

    /** Separators aside; case too, but where an address tells upper from lower. */
    static boolean holds(Label label, String surface) {
        String compact = NationalId.compact(surface);
        if (label.equals(Label.CREDIT_CARD)) {
            return compact.matches("[0-9]{12,19}") && Luhn.holds(compact);
        }
        if (label.equals(Label.IBAN)) {
            return Iban.holds(compact);
        }
        if (label.equals(CRYPTO_ADDRESS)) {
            // Of other kinds there is nothing to check by.
            String address = surface.strip();
            boolean bech32 = address.toLowerCase(Locale.ROOT).startsWith("bc1");
            boolean base58 = address.matches("[13][1-9A-HJ-NP-Za-km-z]{25,34}");
            return bech32 ? CryptoAddress.holdsBech32(address) : !base58 || CryptoAddress.holdsBase58(address);
        }
        return NationalId.of(label.name()).orElseThrow().holds(compact);
    }
}
