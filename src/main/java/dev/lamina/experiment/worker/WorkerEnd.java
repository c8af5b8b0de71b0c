package dev.lamina.experiment.worker;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunRecorder;
import dev.lamina.archive.RunState;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunResult;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of a run when its worker has ended, in good order or not. */
final class WorkerEnd {
    /** As the command line reports them. */
    private static final int DONE = 0;

    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int STOPPED = 130;

    /** A shell's and Java's way to report a signal. */
    private static final int FIRST_SIGNAL = 128;

    private static final int SHOWN_LINES = 3;

    private final Path folder;
    private final TrainingListener listener;
    private final LastWords lastWords;
    private volatile @Nullable String failure;
    private volatile @Nullable EpochMetrics last;

    WorkerEnd(Path folder, TrainingListener listener, LastWords lastWords) {
        this.folder = folder;
        this.listener = listener;
        this.lastWords = lastWords;
    }

    void heard(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunFailed e -> failure = e.message();
            case TrainingEvent.EpochCompleted e -> last = e.metrics();
            default -> {}
        }
    }

    /** @throws BadInputException if the worker could not use what it was given */
    RunResult of(int exitCode) {
        String told = failure;
        if (exitCode == BAD_INPUT) {
            throw new BadInputException(told != null ? told : lastWords.complaint());
        }
        if (exitCode == FAILED && told != null) {
            return result(RunState.FAILED, told, lastWords.all());
        }
        return switch (exitCode) {
            case DONE -> result(RunState.FINISHED, null, List.of());
            case STOPPED -> result(RunState.STOPPED, null, List.of());
            default -> crashed(ended(exitCode));
        };
    }

    /** Of a worker that was ended because it said nothing any more. */
    RunResult hung(double silenceSeconds) {
        return crashed(String.format(
                Locale.ROOT, "the training process gave no sign of life for %.0f s and was ended", silenceSeconds));
    }

    private RunResult crashed(String what) {
        String words = lastWords.line(SHOWN_LINES);
        String message = what + (words.isEmpty() ? "" : ": " + words) + "; lamina resume " + folder
                + " goes on from the last checkpoint";
        System.getLogger(WorkerEnd.class.getName()).log(System.Logger.Level.WARNING, folder + ": " + message);
        RunRecorder.recordFailure(new RunFolder(folder), message);
        listener.on(new TrainingEvent.RunFailed(message));
        return result(RunState.FAILED, message, lastWords.all());
    }

    private static String ended(int exitCode) {
        int signal = exitCode - FIRST_SIGNAL;
        return switch (signal) {
            case 9 -> "the training process was killed (signal 9, perhaps for memory)";
            case 6 -> "the training process was aborted (signal 6)";
            case 7, 11 -> "the training process crashed (signal " + signal + ", a fault in native memory)";
            case 1, 2, 15 -> "the training process was ended before it began (signal " + signal + ")";
            default -> "the training process ended with exit code " + exitCode;
        };
    }

    private RunResult result(RunState state, @Nullable String message, List<String> notes) {
        return new RunResult(folder, state, last, message, notes);
    }
}
