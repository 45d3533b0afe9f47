package io.understudy.templates.grammar;

/** Surfaces that follow from each other by arithmetic. Immutable. */
public sealed interface Progression permits Numbers, Dates, Times {

    /** How many there are; at least 1. */
    long size();

    /** Of the {@code index}-th, from 0. */
    String surface(long index);

    /** The canonical value of the {@code index}-th: digits, {@code 2024-05-03}, {@code 14:30}. */
    String value(long index);

    /** As it is written between angle brackets, such as {@code 1..31 as ordinal}. */
    @Override
    String toString();
}
