package dev.lamina.cli;

import java.io.Console;

/** Whether a person sees the output as it is written. */
enum Terminal {
    INTERACTIVE,
    REDIRECTED;

    @SuppressWarnings("SystemConsoleNull") // it is null where a property chooses the old console
    static Terminal attached() {
        Console console = System.console();
        return console != null && console.isTerminal() ? INTERACTIVE : REDIRECTED;
    }
}
