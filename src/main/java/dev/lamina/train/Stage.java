package dev.lamina.train;

import dev.lamina.metric.StageLabel;

/** Consecutive epochs that are trained in one way; epochs count from 1 over the whole run. */
public sealed interface Stage {
    /** How often this way has come up, from 1. */
    int alternation();

    int firstEpoch();

    int lastEpoch();

    int stepsPerEpoch();

    /** As in events and files. */
    StageLabel label();

    default int epochs() {
        return lastEpoch() - firstEpoch() + 1;
    }

    default long steps() {
        return (long) epochs() * stepsPerEpoch();
    }

    /** Every parameter, through the head's own loss. */
    record Linear(int alternation, int firstEpoch, int lastEpoch, int stepsPerEpoch, double learningRateFactor)
            implements Stage {
        @Override
        public StageLabel label() {
            return new StageLabel("linear", alternation);
        }
    }

    /**
     * The buffer block alone, through WNLL.
     *
     * @param templates labelled images; the other training images are what is learned from
     */
    record Wnll(int alternation, int firstEpoch, int lastEpoch, int stepsPerEpoch, int templates, double learningRate)
            implements Stage {
        @Override
        public StageLabel label() {
            return new StageLabel("wnll", alternation);
        }
    }
}
