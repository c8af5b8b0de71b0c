package dev.lamina.cli;

/** What the process reports to its caller. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    /** As a shell reports a program that Ctrl-C ended. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
