/**
 * Formats of annotation tools and of those who train on what was annotated: offsets in each tool's own unit, labels
 * over each other where the tool has them, and whatever else a tool keeps beside its labels carried along.
 *
 * <p>{@link io.understudy.core.format.annotation.JsonCorpus} is the frame of those that are JSON: one object an
 * example, in an array or one after another. {@link io.understudy.core.format.annotation.LabelList} turns labels of a
 * file into labels of a text.
 *
 * <p>Traps: most tools count code points, Label Studio counts UTF-16 units. A surface that a file says beside its
 * offsets must be the one that the offsets cut out.
 */
package io.understudy.core.format.annotation;
