package dev.lamina.train;

import java.util.HashMap;
import java.util.Map;

/**
 * Estimates how long a run still takes from the time its steps and its measurements between epochs have taken, for each
 * kind of stage; a kind that has not come up yet counts nothing.
 */
final class TimeLeft {
    private final TrainingStages stages;
    private final Map<Class<? extends Stage>, Times> times = new HashMap<>();

    TimeLeft(TrainingStages stages) {
        this.stages = stages;
    }

    void addStep(Stage stage, double seconds) {
        of(stage).addStep(seconds);
    }

    /** Evaluation and probes after an epoch. */
    void addBetween(Stage stage, double seconds) {
        of(stage).addBetween(seconds);
    }

    /** The checkpoint after the epoch that was measured last. */
    void addCheckpoint(Stage stage, double seconds) {
        of(stage).addCheckpoint(seconds);
    }

    /** NaN before the first step. */
    double seconds(Progress progress) {
        double left = 0;
        boolean known = false;
        for (Stage stage : stages.all()) {
            Times of = of(stage);
            known |= of.steps > 0;
            int epochsDone = Math.clamp(progress.epochsDone() - stage.firstEpoch() + 1, 0, stage.epochs());
            boolean inside = progress.epochsDone() >= stage.firstEpoch() - 1 && epochsDone < stage.epochs();
            int epochsLeft = stage.epochs() - epochsDone;
            long stepsLeft = (long) epochsLeft * stage.stepsPerEpoch() - (inside ? progress.stepInEpoch() : 0);
            left += stepsLeft * of.stepSeconds + epochsLeft * of.betweenSeconds;
        }
        return known ? left : Double.NaN;
    }

    private Times of(Stage stage) {
        return times.computeIfAbsent(stage.getClass(), _ -> new Times());
    }

    /** What one kind of stage takes. */
    private static final class Times {
        private double stepSeconds;
        private long steps;
        private double betweenSeconds;
        private int betweens;

        void addStep(double seconds) {
            // The first steps also warm caches and compilers up; they count for little once there are more.
            double weight = steps < 20 ? 1.0 / (steps + 1) : 0.05;
            stepSeconds += weight * (seconds - stepSeconds);
            steps++;
        }

        void addBetween(double seconds) {
            betweenSeconds += (seconds - betweenSeconds) / (betweens + 1);
            betweens++;
        }

        void addCheckpoint(double seconds) {
            betweenSeconds += seconds / Math.max(1, betweens);
        }
    }
}
