package dev.lamina.ui.run;

/**
 * How far a sweep is.
 *
 * @param run number of the run at work, from 1
 * @param secondsLeft estimate for all of it, NaN before there is one
 */
public record SweepProgress(int run, int planned, double secondsLeft) {
    /**
     * The estimate: what the run at work still takes, and for each that is to come as long as those before it took.
     *
     * @param secondsOfRun estimate for the run at work, NaN before there is one
     * @param secondsBefore since the first run that was begun here
     * @param begun how many were begun here
     */
    static SweepProgress of(int run, int planned, double secondsOfRun, double secondsBefore, int begun) {
        double perRun = (secondsBefore + secondsOfRun) / Math.max(1, begun);
        return new SweepProgress(run, planned, secondsOfRun + (planned - run) * perRun);
    }
}
