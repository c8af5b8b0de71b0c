package dev.lamina.ui.app;

import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;

/** What the window does ten times a second: charts, numbers of the run, and now and then a copy of what is not saved. FX thread. */
final class Pulse {
    static final long MILLIS = 100;
    private static final int TICKS_PER_STATUS = 3;
    private static final int TICKS_PER_COPY = 30;

    private final RunViewModel runs;
    private final RunPane runPane;
    private final StatusBar status;
    private final RunStrip strip;
    private final Runnable keep;
    private int ticks;
    private int ticksSinceStatus;

    Pulse(RunViewModel runs, RunPane runPane, StatusBar status, RunStrip strip, Runnable keep) {
        this.runs = runs;
        this.runPane = runPane;
        this.status = status;
        this.strip = strip;
        this.keep = keep;
    }

    void tick() {
        ticksSinceStatus++;
        if (runs.stateProperty().get() != RunState.RUNNING) {
            // Nothing trains that drawing could slow; a step that was asked for is seen at once.
            runPane.charts().hurry();
        }
        // At the same moment, so that both come onto the screen in one picture of it.
        if (runPane.charts().tick() && ticksSinceStatus >= TICKS_PER_STATUS) {
            ticksSinceStatus = 0;
            status.tick();
            runPane.tick();
            strip.show();
        }
        if (++ticks % TICKS_PER_COPY == 0) {
            keep.run();
        }
    }
}
