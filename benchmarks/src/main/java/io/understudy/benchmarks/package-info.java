/** To come. */
package io.understudy.benchmarks;
