/** Grammars as files: {@link io.understudy.templates.grammar.text.GrammarReader} and its inverse. */
package io.understudy.templates.grammar.text;
