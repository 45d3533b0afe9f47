/**
 * Check digits, in one place for all who find, invent or verify identifiers: {@link io.understudy.core.checksum.Luhn},
 * {@link io.understudy.core.checksum.Verhoeff}, {@link io.understudy.core.checksum.Iban},
 * {@link io.understudy.core.checksum.CryptoAddress}, and the identifiers of countries,
 * {@link io.understudy.core.checksum.NationalId}, each with the authority that describes it.
 *
 * <p>Traps: what holds here has the right form and the right check digits; whether it was ever given to anybody is not
 * asked, so that numbers from reserved ranges hold too. Where an identifier has no check digit, the form is all there
 * is, and a finder needs more.
 */
package io.understudy.core.checksum;
