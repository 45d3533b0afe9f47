/**
 * Postal addresses as one mention, over several lines where they are written so:
 * {@link io.understudy.ner.address.Addresses}. An anchor (a street with its number, a flat, a military post office, a
 * telling "lives at") is found first and then grown over what else addresses are made of.
 *
 * <p>Traps: capitals are what tells a town from a word, so text in small letters gives anchors and little more.
 */
package io.understudy.ner.address;
