/** To come. */
package io.understudy.eval;
