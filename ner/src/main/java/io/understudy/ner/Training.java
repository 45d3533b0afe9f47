package io.understudy.ner;

/**
 * What came of training a recognizer.
 *
 * @param texts used
 * @param mentions learned from
 * @param cut mentions whose ends fall inside a token, learned with their whole tokens
 */
public record Training(long texts, long mentions, long cut) {}
