/**
 * The seam to language models, near or far: {@link io.understudy.generator.model.TextModel} takes
 * {@link io.understudy.generator.model.Request}s (a prompt, the template whose slots the answer must hold, how to
 * sample, a seed) and gives an {@link io.understudy.generator.model.Answer} for each: a reply, or a failure that knows
 * whether a retry can help.
 *
 * <p>Trap: a reply is what the model said. Only a model that decodes under constraint promises that it holds the slots;
 * whoever reads replies checks them all the same.
 */
package io.understudy.generator.model;
