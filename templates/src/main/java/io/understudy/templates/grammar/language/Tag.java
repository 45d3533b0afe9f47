package io.understudy.templates.grammar.language;

import io.understudy.core.Details;
import io.understudy.core.Label;

/** What a mention of a slot is, but for its value. */
record Tag(Label label, Details details) {}
