/**
 * The command line: verbs, progress, the only standard output and the only exit. {@link io.understudy.cli.Understudy}
 * runs one command line on any streams; {@link io.understudy.cli.Main} gives it the process's own.
 *
 * <p>Traps: a verb prints nothing but what was asked for on standard output, and says the rest through its narrator.
 * What a verb throws becomes one sentence and an exit code in one place. Whatever is written appears whole or not at
 * all.
 */
package io.understudy.cli;
