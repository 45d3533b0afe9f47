/**
 * What the words around a name tell: {@link io.understudy.ner.context.NamesInContext} mends the names that a model
 * found, and adds those that it missed where a title, a field's name or a verb announces them. English.
 *
 * <p>Traps: rules need capitals, so text without them passes unchanged but for names of fields. A rule that only adds
 * never takes the place of what the model found.
 */
package io.understudy.ner.context;
