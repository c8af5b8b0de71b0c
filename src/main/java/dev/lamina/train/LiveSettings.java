package dev.lamina.train;

import dev.lamina.message.Message;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;

/**
 * Hyperparameters that can change while a run goes on.
 *
 * @param learningRateFactor multiplies what the schedule says; 1 until someone sets a rate
 * @param momentum of SGD; Adam has none
 */
public record LiveSettings(double learningRateFactor, double weightDecay, double momentum) {
    public LiveSettings {
        boolean sound = learningRateFactor > 0 && weightDecay >= 0 && momentum >= 0 && momentum < 1;
        if (!sound || !Double.isFinite(weightDecay)) {
            throw new BadInputException(Message.of("train.liveSettings", learningRateFactor, weightDecay, momentum));
        }
    }

    static LiveSettings of(TrainingPlan plan) {
        double momentum = plan.optimizer() instanceof Sgd sgd ? sgd.momentum() : 0;
        return new LiveSettings(1, plan.weightDecay(), momentum);
    }

    LiveSettings withLearningRateFactor(double factor) {
        return new LiveSettings(factor, weightDecay, momentum);
    }

    LiveSettings withWeightDecay(double decay) {
        return new LiveSettings(learningRateFactor, decay, momentum);
    }

    LiveSettings withMomentum(double value) {
        return new LiveSettings(learningRateFactor, weightDecay, value);
    }

    /** The input of the training program at a step (from 1); layout: {@link dev.lamina.program.UpdateOperation}. */
    HostTensor hyperparameters(Optimizer optimizer, double learningRate, long step) {
        float[] values = switch (optimizer) {
            case Sgd _ -> new float[] {(float) learningRate, (float) momentum, (float) weightDecay};
            case Adam adam ->
                new float[] {
                    (float) learningRate,
                    (float) weightDecay,
                    (float) (1 - Math.pow(adam.beta1(), (double) step)),
                    (float) (1 - Math.pow(adam.beta2(), (double) step))
                };
        };
        return new HostTensor(Shape.of(values.length), values);
    }
}
