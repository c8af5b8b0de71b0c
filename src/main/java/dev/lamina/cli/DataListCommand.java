package dev.lamina.cli;

import dev.lamina.data.DataLocation;
import dev.lamina.data.source.DataCatalog;
import dev.lamina.message.Message;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lamina data list}. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataArguments data;

    @Override
    public Integer call() {
        DataLocation where = data.location();
        Voice voice = Voice.of(spec);
        for (DataCatalog.Entry entry : DataCatalog.list(where)) {
            voice.say("message.at", entry.card().id(), entry.card().description());
            voice.print("  " + voice.text(presence(entry)));
            voice.print("  " + voice.text("cli.license", entry.card().license()));
            voice.print("  " + voice.text("cli.cite", entry.card().citation()));
        }
        voice.say("cli.lookedIn", where.roots());
        return ExitCode.DONE;
    }

    private static Message presence(DataCatalog.Entry entry) {
        return switch (entry.presence()) {
            case NEEDS_NO_FILES -> Message.of("cli.ready");
            case COMPLETE -> Message.of("cli.readyIn", folder(entry));
            case PARTIAL -> Message.of("cli.inPart", folder(entry), entry.missing());
            case ABSENT -> Message.of("cli.notHere", entry.card().id());
        };
    }

    private static String folder(DataCatalog.Entry entry) {
        return String.valueOf(entry.found().getFirst().toAbsolutePath().getParent());
    }
}
