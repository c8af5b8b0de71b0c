package dev.lamina.train;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * States that a run has been in, kept in memory so that it can stand there again, bit for bit: parameters, running
 * statistics, the optimizer's values, progress. A state is kept after every step where copying takes at most a twentieth
 * of the time, else after as many as that allows; where the run waits always. All methods are for the training thread.
 */
final class KeptStates {
    private static final long MOST_BYTES = 256L << 20;
    private static final double LEAST_TIMES_ITS_COST = 20;
    private static final double MOST_GROWTH = 1.25;

    /** What copying is taken to do before it is known. */
    private static final double BYTES_PER_SECOND = 1e9;

    private final SessionValues values;
    private final TrainingListener listener;
    private final NavigableMap<Long, Checkpoint> states = new TreeMap<>();
    private Checkpoint spare;
    private int most;
    private double copyingSeconds;
    private long keptNanos;

    /** @param first where the run begins */
    KeptStates(SessionValues values, TrainingListener listener, Progress first) {
        this.values = values;
        this.listener = listener;
        this.spare = new Checkpoint(first, Map.of(), Map.of());
        this.copyingSeconds = values.bytesOfNetwork() / BYTES_PER_SECOND;
    }

    /** Keeps the newest ones from now on, fewer where they would take too much memory; 0 forgets them all. */
    void keepAtMost(int count, Progress now) {
        most = count;
        keep(now);
        drop();
    }

    /** Those of later steps belong to another course of the run, which is left now. */
    void stepDone(Progress after) {
        if (most == 0) {
            return;
        }
        states.tailMap(after.step(), true).clear();
        if ((System.nanoTime() - keptNanos) * 1e-9 >= LEAST_TIMES_ITS_COST * copyingSeconds) {
            keep(after);
        }
    }

    /** Whatever it costs. */
    void keep(Progress now) {
        if (most == 0 || states.containsKey(now.step())) {
            return;
        }
        Stopwatch time = Stopwatch.start();
        Checkpoint state = values.capture(now, spare);
        spare = new Checkpoint(now, Map.of(), Map.of());
        copyingSeconds = Math.min(MOST_GROWTH * copyingSeconds, time.seconds());
        keptNanos = System.nanoTime();
        states.put(now.step(), state);
        most = (int) Math.min(most, Math.max(1, MOST_BYTES / Math.max(1, state.sizeBytes())));
        drop();
        listener.on(new TrainingEvent.StateKept(now.latestEpoch(), now.step()));
    }

    private void drop() {
        while (states.size() > most) {
            spare = states.pollFirstEntry().getValue();
        }
    }

    /**
     * Brings the values back to what they were after a step, or the last one before it of which a state is kept.
     *
     * @return where the run stands then; empty if no state is kept
     */
    Optional<Progress> restore(long step) {
        if (states.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<Long, Checkpoint> found = states.floorEntry(step);
        Checkpoint state = found == null ? states.firstEntry().getValue() : found.getValue();
        values.restore(state);
        return Optional.of(state.progress());
    }
}
