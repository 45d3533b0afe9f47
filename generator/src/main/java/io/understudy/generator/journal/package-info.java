/**
 * What a model has answered so far, on disk: {@link io.understudy.generator.journal.Journal} stands before a
 * {@link io.understudy.generator.model.TextModel}, writes down each answer before it hands it over, and on the next run
 * gives it again instead of asking.
 */
package io.understudy.generator.journal;
