/** To come. */
package io.understudy.cli;
