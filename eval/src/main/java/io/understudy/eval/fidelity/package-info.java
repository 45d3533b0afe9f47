/** How like the original a corpus is, in what can be counted without a model. */
package io.understudy.eval.fidelity;
