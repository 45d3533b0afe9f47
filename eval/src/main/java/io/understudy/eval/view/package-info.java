/** The masked view of a text, in which each mention is its label: what diversity and leakage call a carrier. */
package io.understudy.eval.view;
