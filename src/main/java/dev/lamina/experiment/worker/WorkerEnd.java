package dev.lamina.experiment.worker;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunRecorder;
import dev.lamina.archive.RunState;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunResult;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
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
    private volatile @Nullable Message failure;
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
        Message told = failure;
        if (exitCode == BAD_INPUT) {
            throw new BadInputException(told != null ? told : Message.verbatim(lastWords.complaint()));
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
        return crashed(Message.of("experiment.workerSilent", silenceSeconds));
    }

    private RunResult crashed(Message what) {
        String words = lastWords.line(SHOWN_LINES);
        Message message = words.isEmpty()
                ? Message.of("experiment.workerEnded", what, folder)
                : Message.of("experiment.workerEndedSaying", what, words, folder);
        System.getLogger(WorkerEnd.class.getName()).log(System.Logger.Level.WARNING, folder + ": " + message);
        RunRecorder.recordFailure(new RunFolder(folder), message);
        listener.on(new TrainingEvent.RunFailed(message));
        return result(RunState.FAILED, message, lastWords.all());
    }

    private static Message ended(int exitCode) {
        int signal = exitCode - FIRST_SIGNAL;
        return switch (signal) {
            case 9 -> Message.of("experiment.workerKilled");
            case 6 -> Message.of("experiment.workerAborted");
            case 7, 11 -> Message.of("experiment.workerCrashed", signal);
            case 1, 2, 15 -> Message.of("experiment.workerEndedEarly", signal);
            default -> Message.of("experiment.workerExit", exitCode);
        };
    }

    private RunResult result(RunState state, @Nullable Message message, List<Message> notes) {
        return new RunResult(folder, state, last, message, notes);
    }
}
