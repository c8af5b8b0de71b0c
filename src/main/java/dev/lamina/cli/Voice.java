package dev.lamina.cli;

import dev.lamina.message.Language;
import dev.lamina.message.Message;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What commands speak with: what was asked for goes to one stream, what is to be known besides to the other. */
record Voice(PrintWriter out, PrintWriter err, Language language) {
    /** The root of the commands, which knows the language of them all. */
    interface Speaker {
        Language language();
    }

    static Voice of(CommandSpec spec) {
        CommandLine command = spec.commandLine();
        var root = (Speaker) spec.root().userObject();
        return new Voice(command.getOut(), command.getErr(), root.language());
    }

    String text(Message message) {
        return message.text(language);
    }

    String text(String key, Object... arguments) {
        return text(Message.of(key, arguments));
    }

    void say(String key, Object... arguments) {
        print(text(key, arguments));
    }

    void say(Message message) {
        print(text(message));
    }

    /** What is no sentence of ours, such as a table or a line for programs. */
    void print(Object lines) {
        out.println(lines);
        out.flush();
    }

    /** A line of the program itself. */
    void remark(Message message) {
        err.println("lamina: " + text(message));
    }

    /** @param columns what stands behind "cli.column." in the bundles, or nothing */
    TextTable table(String... columns) {
        String[] header = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            header[i] = columns[i].isEmpty() ? "" : text("cli.column." + columns[i]);
        }
        return new TextTable(header);
    }
}
