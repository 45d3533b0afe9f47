/**
 * Names across scripts: {@link io.understudy.eval.script.Romanized} writes any script in Latin letters. The only
 * package that knows ICU.
 */
package io.understudy.eval.script;
