package dev.lamina.cli;

import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A trained run that is measured. */
final class MeasurementArguments {
    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path folder;

    @Option(
            names = "--checkpoint",
            defaultValue = "best",
            description = "One of ${COMPLETION-CANDIDATES}; best is last where there is no validation part."
                    + " Default: best.")
    private CheckpointChoice checkpoint;

    @Option(names = "--threads", paramLabel = "N", description = "Threads instead of those of the run; 0: every core.")
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
            throw new BadInputException("--threads " + threads + ": give 0 for every core, or 1 to 1024");
        }
        return optional(threads);
    }

    static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
