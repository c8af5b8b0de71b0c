package dev.lamina.backend.reference;

import dev.lamina.program.UpdateOperation;

/** Optimizer updates by the formulas of {@link dev.lamina.nn.optim.Sgd} and {@link dev.lamina.nn.optim.Adam}. */
final class Updates {
    private Updates() {}

    static void run(UpdateOperation operation, Memory memory) {
        switch (operation) {
            case UpdateOperation.Sgd update -> sgd(update, memory);
            case UpdateOperation.Adam update -> adam(update, memory);
        }
    }

    private static void sgd(UpdateOperation.Sgd update, Memory memory) {
        double[] hyperparameters = memory.of(update.hyperparameters()).values();
        double learningRate = hyperparameters[0] * update.rule().learningRateFactor();
        double momentum = hyperparameters[1];
        double weightDecay = hyperparameters[2] * update.rule().weightDecayFactor();
        double[] w = memory.of(update.parameter()).values();
        double[] gradient = memory.of(update.gradient()).values();
        double[] velocity = memory.of(update.velocity()).values();
        for (int k = 0; k < w.length; k++) {
            double g = gradient[k] + weightDecay * w[k];
            velocity[k] = momentum * velocity[k] + g;
            double direction = update.nesterov() ? g + momentum * velocity[k] : velocity[k];
            w[k] = Math.max(w[k] - learningRate * direction, update.rule().minimum());
        }
    }

    private static void adam(UpdateOperation.Adam update, Memory memory) {
        double[] hyperparameters = memory.of(update.hyperparameters()).values();
        double learningRate = hyperparameters[0] * update.rule().learningRateFactor();
        double weightDecay = hyperparameters[1] * update.rule().weightDecayFactor();
        double beta1 = update.optimizer().beta1();
        double beta2 = update.optimizer().beta2();
        double[] w = memory.of(update.parameter()).values();
        double[] gradient = memory.of(update.gradient()).values();
        double[] first = memory.of(update.firstMoment()).values();
        double[] second = memory.of(update.secondMoment()).values();
        for (int k = 0; k < w.length; k++) {
            double g = gradient[k] + weightDecay * w[k];
            first[k] = beta1 * first[k] + (1 - beta1) * g;
            second[k] = beta2 * second[k] + (1 - beta2) * g * g;
            double mean = first[k] / hyperparameters[2];
            double deviation = Math.sqrt(second[k] / hyperparameters[3]);
            double step = learningRate * mean / (deviation + update.optimizer().epsilon());
            w[k] = Math.max(w[k] - step, update.rule().minimum());
        }
    }
}
