package dev.lamina.train;

/** Estimates how long a run still takes from the time its steps and its measurements between epochs have taken. */
final class TimeLeft {
    private final int epochs;
    private final int stepsPerEpoch;
    private double stepSeconds;
    private long steps;
    private double betweenSeconds;
    private int betweens;

    TimeLeft(int epochs, int stepsPerEpoch) {
        this.epochs = epochs;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    void addStep(double seconds) {
        // The first steps also warm caches and compilers up; they count for little once there are more.
        double weight = steps < 20 ? 1.0 / (steps + 1) : 0.05;
        stepSeconds += weight * (seconds - stepSeconds);
        steps++;
    }

    /** Evaluation and probes after an epoch. */
    void addBetween(double seconds) {
        betweenSeconds += (seconds - betweenSeconds) / (betweens + 1);
        betweens++;
    }

    /** The checkpoint after the epoch that was measured last. */
    void addCheckpoint(double seconds) {
        betweenSeconds += seconds / Math.max(1, betweens);
    }

    /** NaN before the first step. */
    double seconds(Progress progress) {
        if (steps == 0) {
            return Double.NaN;
        }
        long stepsLeft = (long) (epochs - progress.epochsDone()) * stepsPerEpoch - progress.stepInEpoch();
        return stepsLeft * stepSeconds + (epochs - progress.epochsDone()) * betweenSeconds;
    }
}
