package io.understudy.generator;

import io.understudy.core.Example;
import io.understudy.templates.grammar.Alternative.Side;

/** A line made from a grammar, and the side it is for; all are for training where nothing is split. */
public record GrammarLine(Example example, Side side) {}
