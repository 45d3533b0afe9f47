/** Whether each line is well formed, whatever it says. */
package io.understudy.eval.validity;
