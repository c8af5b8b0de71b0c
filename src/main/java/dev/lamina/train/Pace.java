package dev.lamina.train;

/** When the next step may begin, where a person wants to see steps happen. */
final class Pace {
    private double stepsPerSecond;
    private long begunNanos;

    /** @param wanted 0 for as fast as it goes */
    void set(double wanted) {
        stepsPerSecond = wanted;
    }

    /** How long to wait before the next step, 0 if it may begin. */
    long waitNanos(long nowNanos) {
        return stepsPerSecond == 0 ? 0 : Math.max(0, begunNanos + periodNanos() - nowNanos);
    }

    /** A step begins; one that is late by less than a period does not delay those after it. */
    void begin(long nowNanos) {
        boolean inTime = stepsPerSecond > 0 && nowNanos - begunNanos < 2 * periodNanos();
        begunNanos = inTime ? begunNanos + periodNanos() : nowNanos;
    }

    private long periodNanos() {
        return Math.round(1e9 / stepsPerSecond);
    }
}
