/** To come. */
package io.understudy.prompts;
