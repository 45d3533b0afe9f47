/** To come. */
package io.understudy.generator;
