package io.understudy.core.format;

import java.util.List;

/**
 * One token per line with its tag in the last column, examples parted by empty lines. Written: a token, a space and a
 * BIO tag, with {@code # id}, {@code # intent} and {@code # text} before each example, so that ids and spacing survive.
 * Read: 2 to n columns parted by tabs or spaces, tags in BIO, IOB1, BILUO or IOBES. Other schemes are written by
 * formats of their own, which read the same.
 */
public final class ConllFormat implements TokensWithTags {

    @Override
    public Facts facts() {
        return new Facts(
                "conll",
                List.of("conll", "bio", "iob", "iob2"),
                "one token per line with its tag (writes BIO; reads BIO, IOB1, BILUO, IOBES in the last of 2 to n columns)",
                ConllStyle.CARRIES);
    }

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("conll", TagScheme.BIO);
    }

    /** Every token among the first lines has a tag, and there is a token. */
    @Override
    public boolean recognizes(String head) {
        List<String> tokens = head.lines()
                .limit(50)
                .filter(line -> !line.isBlank() && !ConllReader.isComment(line))
                .toList();
        return !tokens.isEmpty()
                && tokens.stream()
                        .allMatch(line ->
                                ConllReader.tag(line).filter(Tags::isTag).isPresent());
    }
}
