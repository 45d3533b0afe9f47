package io.understudy.cli;

import picocli.CommandLine.ITypeConverter;

/** What of a grammar is to occur together. */
enum Cover {
    EACH(1, "alternatives"),
    PAIRS(2, "pairs"),
    TRIPLES(3, "triples");

    final int strength;

    /** As messages name them. */
    final String what;

    Cover(int strength, String what) {
        this.strength = strength;
        this.what = what;
    }

    static final class Reader implements ITypeConverter<Cover> {
        @Override
        public Cover convert(String value) {
            return Choice.of("cover", value, Cover.values());
        }
    }
}
