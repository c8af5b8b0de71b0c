package dev.lamina.nn.head;

import dev.lamina.manifold.WnllSettings;

/** A stage of the training that a head asks for, before the epochs, images and steps of a run are known. */
public sealed interface StageOutline {
    /** How often this kind of stage has come up, from 1. */
    int alternation();

    /** @param trainingEpochs what a training of one stage would take */
    int epochs(int trainingEpochs);

    /** Every parameter, through the head's own loss, for the training's epochs. */
    record Linear(int alternation, double learningRateFactor) implements StageOutline {
        @Override
        public int epochs(int trainingEpochs) {
            return trainingEpochs;
        }
    }

    /**
     * Labels interpolated in place of the classifier's last layer; what stands before it in the head is trained, nothing
     * else.
     *
     * @param batchSize images a step labels
     * @param templateFraction of the training images; the others are what is learned from
     * @param probeEveryEpochs epochs of linear stages between measurements of the interpolation's accuracy; 0 for none
     */
    record Interpolated(
            int alternation,
            WnllSettings interpolation,
            int epochs,
            int batchSize,
            double learningRate,
            ScoreGradient gradient,
            double templateFraction,
            int probeEveryEpochs)
            implements StageOutline {
        @Override
        public int epochs(int trainingEpochs) {
            return epochs;
        }

        /** Of so many training images; at least one is template and one is not. */
        public int templates(int images) {
            return Math.clamp(Math.round(templateFraction * images), 1, Math.max(1, images - 1));
        }
    }
}
