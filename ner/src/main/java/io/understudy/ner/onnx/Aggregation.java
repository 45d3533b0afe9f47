package io.understudy.ner.onnx;

/**
 * How the tags of word pieces become the tags of words, named as in Hugging Face's {@code transformers}. A score is the
 * softmax probability of the tag; a mention's is the mean over its words ({@link #SIMPLE}: pieces).
 */
public enum Aggregation {
    /** Every piece for itself: a mention may begin or end inside a word. */
    SIMPLE,
    /** A word takes the tag of its first piece. */
    FIRST,
    /** A word takes the tag of its most certain piece. */
    MAX,
    /** A word takes the tag with the highest mean probability over its pieces. */
    AVERAGE
}
