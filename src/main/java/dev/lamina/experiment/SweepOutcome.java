package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of a sweep, from how its runs ended. */
final class SweepOutcome implements Slots.Judge {
    private final RunFolder folder;
    private final boolean runsMayFail;
    private final List<Message> notes = new ArrayList<>();
    private final Set<Integer> failed = new HashSet<>();
    private @Nullable EpochMetrics last;
    private @Nullable Message failure;
    private @Nullable BadInputException unusable;
    private @Nullable Throwable fatal;
    private boolean stopped;
    private boolean gone;
    private int ended;

    /** @param runsMayFail whether one that failed is a result like another */
    SweepOutcome(RunFolder folder, boolean runsMayFail) {
        this.folder = folder;
        this.runsMayFail = runsMayFail;
    }

    void note(Message note) {
        notes.add(note);
    }

    @Override
    public boolean take(Slots.Ended one) {
        ended++;
        RunResult result = one.result();
        if (result == null) {
            refused(one);
        } else {
            last = result.last() == null ? last : result.last();
            notes.addAll(result.notes());
            if (result.state() == RunState.FAILED) {
                failed.add(one.job().number());
                // The others may still be worth having: a run that diverges is often one end of a sweep.
                failure = Objects.requireNonNull(result.message())
                        .at(one.job().member().folderName());
            }
            stopped |= result.state() == RunState.STOPPED && !isPaused(one.job());
        }
        gone = !folder.isThere();
        return fatal == null && !gone && !stopped;
    }

    /** Whether a run got as far as it was let. */
    private boolean isPaused(Job job) {
        StoredRun run = new StoredRun(job.member().folder(folder));
        return job.untilEpochs().isPresent()
                && run.hasBegun()
                && run.record().epochsDone() >= job.untilEpochs().getAsInt();
    }

    private void refused(Slots.Ended one) {
        Throwable problem = Objects.requireNonNull(one.failure());
        boolean there = Files.exists(one.job().member().folder(folder).path());
        if (problem instanceof BadInputException bad && (there || failure != null)) {
            unusable = unusable == null ? bad : unusable;
        } else {
            fatal = fatal == null ? problem : fatal;
        }
    }

    /** @param finish what is drawn once all are done */
    RunResult result(Supplier<List<Message>> finish) {
        if (gone) {
            return new RunResult(folder.path(), RunState.FAILED, null, folder.gone(), notes);
        }
        throwFatal();
        if (stopped) {
            return new RunResult(folder.path(), RunState.STOPPED, last, failure, notes);
        }
        if (unusable != null && failure == null) {
            throw unusable;
        }
        notes.addAll(finish.get());
        if (runsMayFail && failed.size() < ended && !failed.isEmpty()) {
            notes.add(Message.of("experiment.trialsFailed", failed.size(), Objects.requireNonNull(failure)));
            return new RunResult(folder.path(), RunState.FINISHED, last, null, notes);
        }
        RunState state = failure != null ? RunState.FAILED : RunState.FINISHED;
        return new RunResult(folder.path(), state, last, failure, notes);
    }

    private void throwFatal() {
        switch (fatal) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
