/**
 * Writes new labelled lines. A generator is a {@link io.understudy.templates.TemplateSource} (carriers), a
 * {@link io.understudy.generator.surrogate.Surrogates} (invented names) and a {@link io.understudy.core.Gate}, nothing
 * more; {@link io.understudy.generator.TemplateGenerator} joins them.
 *
 * <p>Terms: candidate i is the line made from carrier i; it becomes a line of the output unless the gate refuses it or
 * its text was there before. Trap: the number of a line is not the number of its candidate.
 */
package io.understudy.generator;
