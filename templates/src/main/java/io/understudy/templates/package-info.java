/**
 * Carrier phrases: text with gaps that lines are made from. {@link io.understudy.templates.TemplateSource} is the seam
 * (candidate line i gets carrier i); {@link io.understudy.templates.MinedTemplates} draws the carriers of a corpus by
 * how often they occur there.
 *
 * <p>Trap: a carrier holds every word of the original that was not labelled. What a recognizer missed is still in it.
 */
package io.understudy.templates;
