package dev.lamina.cli;

import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A trained run that is measured. */
final class MeasurementArguments {
    @Parameters(paramLabel = "RUN")
    private Path folder;

    @Option(names = "--checkpoint", descriptionKey = "measured.checkpoint", defaultValue = "best")
    private CheckpointChoice checkpoint;

    @Option(names = "--threads", descriptionKey = "measured.threads", paramLabel = "N")
    private @Nullable Integer threads;

    StoredRun run() {
        return RunStore.open(folder);
    }

    CheckpointChoice checkpoint() {
        return checkpoint;
    }

    /** @throws BadInputException for a number that no machine has */
    OptionalInt threads() {
        if (threads != null && (threads < 0 || threads > 1024)) {
            throw new BadInputException(Message.of("cli.threadsOutOfRange").at("--threads " + threads));
        }
        return optional(threads);
    }

    static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
