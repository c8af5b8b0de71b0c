package dev.lamina.ui.run;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How often charts may be drawn: at most 20 times a second, and so seldom that drawing takes no more than a small share of
 * the machine away from the training, but twice a second in any case: the first pictures, which nothing has compiled yet,
 * would otherwise hold up the first points for seconds.
 */
final class PaintPace {
    private static final long SHORTEST_NANOS = 50_000_000;
    private static final long LONGEST_NANOS = 500_000_000;
    private static final double SHARE = 0.02;

    private final int cores;
    private final AtomicLong spentNanos = new AtomicLong();
    private long beganNanos;
    private boolean begun;

    PaintPace(int cores) {
        this.cores = cores;
    }

    /** What a picture took; any thread. */
    void drew(long nanos) {
        spentNanos.addAndGet(nanos);
    }

    /** Whether charts may be drawn now; if so, a new round begins. One thread. */
    boolean begin(long nowNanos) {
        long pause = Math.clamp(Math.round(spentNanos.get() / (SHARE * cores)), SHORTEST_NANOS, LONGEST_NANOS);
        if (begun && nowNanos - beganNanos < pause) {
            return false;
        }
        begun = true;
        beganNanos = nowNanos;
        spentNanos.set(0);
        return true;
    }
}
