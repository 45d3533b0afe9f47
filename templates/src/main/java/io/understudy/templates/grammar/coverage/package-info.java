/**
 * Small samples in which everything occurs ({@code Covering}), and what does not occur in a corpus ({@code Coverage}).
 */
package io.understudy.templates.grammar.coverage;
