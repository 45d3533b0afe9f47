package io.understudy.cli;

import picocli.CommandLine.Option;

/** What every verb understands. */
final class CommonOptions {

    @Option(names = "--quiet", description = "Say nothing on standard error but why it failed.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show where in the program a failure arose.")
    boolean verbose;

    /** Looked at before the command line is parsed, so that messages about it are painted, or not, as well. */
    @Option(names = "--no-color", description = "Paint nothing; the variable NO_COLOR says the same.")
    boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;
}
