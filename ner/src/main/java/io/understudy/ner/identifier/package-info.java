/**
 * Identifiers that countries, banks and registers give. {@link io.understudy.ner.identifier.Identifiers} cuts a text
 * into groups of letters and digits, looks the lengths of adjacent groups up among the layouts of all rules, and lets
 * form, check digits ({@link io.understudy.core.checksum}) and the telling words beside decide.
 *
 * <p>Traps: a single check digit is right by chance once in ten or eleven numbers. So what stands alone gets a score
 * just above the usual threshold, and a form without check digits is not found at all unless a telling word stands
 * beside it.
 */
package io.understudy.ner.identifier;
