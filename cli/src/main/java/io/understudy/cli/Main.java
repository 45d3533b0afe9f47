package io.understudy.cli;

/** Starts the program; the only exit of the house. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Understudy.run(args, Terminal.ofProcess()));
    }
}
