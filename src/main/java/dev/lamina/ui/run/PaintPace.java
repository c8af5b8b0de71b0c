package dev.lamina.ui.run;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How often charts may be drawn: at most 10 times a second, and so seldom that drawing takes no more than a small share of
 * the machine away from the training. However costly pictures are there are two a second at first, and later one whenever
 * the training is a fiftieth longer than at the last one, by which time a curve has moved by a fiftieth of the chart, or two
 * seconds have gone.
 */
final class PaintPace {
    private static final long SHORTEST_NANOS = 100_000_000;
    private static final long LONGEST_AT_FIRST_NANOS = 500_000_000;
    private static final long LONGEST_NANOS = 2_000_000_000;
    private static final int PICTURES_OF_A_CURVE = 50;
    private static final double SHARE = 0.005;

    private final int cores;
    private final AtomicLong spentNanos = new AtomicLong();
    private long firstNanos;
    private long beganNanos;
    private boolean begun;

    PaintPace(int cores) {
        this.cores = cores;
    }

    /** What a picture took; any thread. */
    void drew(long nanos) {
        spentNanos.addAndGet(nanos);
    }

    /** Something else is shown: the next picture may come at once. One thread. */
    void restart() {
        begun = false;
    }

    /** Whether charts may be drawn now; if so, a new round begins. One thread. */
    boolean begin(long nowNanos) {
        if (!begun) {
            begun = true;
            firstNanos = nowNanos;
        } else if (nowNanos - beganNanos < pause(nowNanos)) {
            return false;
        }
        beganNanos = nowNanos;
        spentNanos.set(0);
        return true;
    }

    private long pause(long nowNanos) {
        long longest = Math.clamp((nowNanos - firstNanos) / PICTURES_OF_A_CURVE, LONGEST_AT_FIRST_NANOS, LONGEST_NANOS);
        return Math.clamp(Math.round(spentNanos.get() / (SHARE * cores)), SHORTEST_NANOS, longest);
    }
}
