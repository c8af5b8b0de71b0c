package dev.lamina.train;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/**
 * How far a run is, exactly: together with the plan and the values of the session it determines everything that follows.
 *
 * @param epochsDone complete epochs, measured
 * @param stepInEpoch steps done in the epoch after those
 * @param step steps done over the whole run
 * @param sums of the steps in the unfinished epoch
 */
public record Progress(
        int epochsDone, int stepInEpoch, long step, EpochSums sums, LiveSettings settings, BestEpoch best) {
    public Progress {
        if (epochsDone < 0 || stepInEpoch < 0 || step < 0) {
            throw new BadInputException(Message.of("train.progress", epochsDone, stepInEpoch, step));
        }
    }

    static Progress start(TrainingPlan plan) {
        return new Progress(0, 0, 0, EpochSums.NONE, LiveSettings.of(plan), BestEpoch.NONE);
    }

    /** The epoch that the next step belongs to, from 1. */
    public int epoch() {
        return epochsDone + 1;
    }

    /** The epoch that the last step belongs to, 0 before the first. */
    public int latestEpoch() {
        return stepInEpoch > 0 ? epoch() : epochsDone;
    }

    Progress afterStep(EpochSums newSums) {
        return new Progress(epochsDone, stepInEpoch + 1, step + 1, newSums, settings, best);
    }

    Progress afterEpoch(BestEpoch newBest) {
        return new Progress(epochsDone + 1, 0, step, EpochSums.NONE, settings, newBest);
    }

    Progress with(LiveSettings changed) {
        return new Progress(epochsDone, stepInEpoch, step, sums, changed, best);
    }
}
