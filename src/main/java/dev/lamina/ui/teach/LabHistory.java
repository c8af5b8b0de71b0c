package dev.lamina.ui.teach;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a laboratory's run stands, and where it can go back to. Filled on the run's thread, read on any. */
final class LabHistory implements TrainingListener {
    private static final int MOST = 500;

    private final NavigableSet<Long> states = new TreeSet<>();
    private long step;
    private boolean paused;
    private TrainingEvent.@Nullable StepCompleted latest;

    @Override
    public synchronized void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunStarted _ -> {
                states.clear();
                step = 0;
                latest = null;
                paused = false;
            }
            case TrainingEvent.StepCompleted e -> {
                step = e.step();
                latest = e;
                states.tailSet(step, true).clear();
            }
            case TrainingEvent.StateKept e -> {
                states.add(e.step());
                if (states.size() > MOST) {
                    states.pollFirst();
                }
            }
            case TrainingEvent.WentBack e -> step = e.step();
            case TrainingEvent.RunPaused _ -> paused = true;
            case TrainingEvent.RunResumed _ -> paused = false;
            default -> {}
        }
    }

    /** Steps done where the run stands. */
    synchronized long step() {
        return step;
    }

    synchronized boolean paused() {
        return paused;
    }

    /** The last step that was done, null before the first. */
    synchronized TrainingEvent.@Nullable StepCompleted latest() {
        return latest;
    }

    /** Steps after which a state was kept, the oldest first. */
    synchronized List<Long> states() {
        return new ArrayList<>(states);
    }
}
