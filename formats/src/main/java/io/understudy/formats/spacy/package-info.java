/**
 * spaCy's {@code DocBin}, the file {@code .spacy}: zlib around MessagePack around arrays of 64-bit numbers, one row a
 * token. {@link io.understudy.formats.spacy.StringIds} says which number stands for which string.
 *
 * <p>Trap: the format is not made for streams. Both ways hold the file: about 10 bytes a token and each distinct string
 * when written, all of it unpacked when read.
 */
package io.understudy.formats.spacy;
