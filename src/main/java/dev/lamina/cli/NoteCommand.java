package dev.lamina.cli;

import dev.lamina.archive.RunNotes;
import dev.lamina.archive.RunTrash;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina note RUN…}. */
@Command(name = "note", mixinStandardHelpOptions = true)
final class NoteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*")
    private List<Path> runs;

    @Option(names = "--tag", paramLabel = "TAG")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--untag", paramLabel = "TAG")
    private List<String> untags = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT")
    private @Nullable String text;

    @Option(names = "--star", negatable = true)
    private @Nullable Boolean star;

    @Option(names = "--archive", negatable = true)
    private @Nullable Boolean archive;

    @ArgGroup
    private @Nullable Move move;

    /** Into the trash, or back. */
    static final class Move {
        @Option(names = "--trash")
        private boolean trash;

        @Option(names = "--restore")
        private boolean restore;
    }

    @Override
    public Integer call() {
        for (String tag : tags) {
            if (tag.isBlank() || tag.chars().anyMatch(Character::isWhitespace)) {
                throw new BadInputException(Message.of("cli.tagOneWord").at("--tag " + tag));
            }
        }
        for (Path run : runs) {
            if (!Files.isDirectory(run)) {
                throw new BadInputException(Message.of("cli.noRunsFolder").at(run));
            }
        }
        runs.forEach(this::apply);
        return ExitCode.DONE;
    }

    private void apply(Path run) {
        RunNotes notes = RunNotes.change(run, this::changed);
        Voice voice = Voice.of(spec);
        if (move != null && move.trash) {
            voice.say("cli.moved", RunTrash.throwAway(run));
        } else if (move != null && move.restore) {
            voice.say("cli.moved", RunTrash.takeBack(run));
        } else {
            voice.say("cli.noted", run, String.join(" ", notes.tags()), notes.text());
        }
    }

    private RunNotes changed(RunNotes notes) {
        RunNotes changed = notes;
        for (String tag : tags) {
            changed = changed.withTag(tag);
        }
        for (String tag : untags) {
            changed = changed.withoutTag(tag);
        }
        changed = text == null ? changed : changed.withText(text);
        changed = star == null ? changed : changed.withStar(star);
        return archive == null ? changed : changed.withArchived(archive);
    }
}
