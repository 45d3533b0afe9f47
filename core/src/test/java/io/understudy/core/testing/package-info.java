/**
 * What the tests of all modules share: hostile strings ({@link io.understudy.core.testing.Hostile}) and real corpora
 * ({@link io.understudy.core.testing.Corpora}), which are read from a folder beside the project and skipped, with a
 * reason, where it is missing ({@link io.understudy.core.testing.SharedData}).
 */
package io.understudy.core.testing;
