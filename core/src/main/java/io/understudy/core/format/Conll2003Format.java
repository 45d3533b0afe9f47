package io.understudy.core.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** The four columns of CoNLL 2003, tagged BIO; nothing in it but tokens. Read, there is one space between tokens. */
public final class Conll2003Format implements CorpusFormat {

    @Override
    public String name() {
        return "conll2003";
    }

    @Override
    public List<String> extensions() {
        return List.of("conll2003");
    }

    @Override
    public String description() {
        return "four columns as in CoNLL 2003, tagged BIO, without comments: what strict readers take";
    }

    @Override
    public Set<Part> carries() {
        return ConllFormat.BARE;
    }

    /** What has tags is told as {@code conll}, which reads all schemes. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new ConllReader(in, file));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        return ConllFormat.write(out, ConllStyle.OF_2003);
    }
}
