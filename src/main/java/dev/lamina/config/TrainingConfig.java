package dev.lamina.config;

import dev.lamina.data.Remainder;
import dev.lamina.nn.init.Initializer;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Schedule;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.setting.Setting;
import dev.lamina.train.EarlyStopping;
import org.jspecify.annotations.Nullable;

/** How a network is trained. */
public record TrainingConfig(
        @Setting(
                defaultValue = "10",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "passes over the training set")
        int epochs,

        @Setting(defaultValue = "128", min = 1, max = 65536, unit = "images", meaning = "images N a step")
        int batchSize,

        @Setting(
                defaultValue = "\"keep\"",
                meaning = "whether an epoch's last images make a smaller batch (keep) or sit out (drop)")
        Remainder remainder,

        @Setting(defaultValue = "{\"type\": \"sgd\"}", meaning = "how gradients become updates")
        Optimizer optimizer,

        @Setting(defaultValue = "0.1", min = 0, minExclusive = true, max = 1000, meaning = "learning rate η")
        double learningRate,

        @Setting(
                defaultValue = "{\"type\": \"cosine\"}",
                meaning = "how the learning rate moves; each schedule says at steps or at epochs")
        Schedule schedule,

        @Setting(
                defaultValue = "0.0",
                min = 0,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs in which the learning rate rises linearly to η, step by step")
        double warmUpEpochs,

        @Setting(defaultValue = "5e-4", min = 0, max = 1000, meaning = "weight decay λ of ½λ Σ‖W‖²")
        double weightDecay,

        @Setting(defaultValue = "\"weights\"", meaning = "what is decayed: weights, or all parameters")
        DecayScope decayScope,

        @Setting(
                meaning =
                        "equal norm of the weights of every layer, or where the head has no normalization of those that one follows;"
                                + " off unless given")
        @Nullable
        EqualNorm equalNorm,

        @Setting(defaultValue = "{\"type\": \"mpelu\"}", meaning = "the distribution weights are drawn from")
        Initializer initializer,

        @Setting(meaning = "ends the run when validation accuracy no longer improves; never unless given") @Nullable
        EarlyStopping earlyStopping,

        @Setting(
                defaultValue = "1",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs between checkpoints; a better validation accuracy and the end always write one")
        int checkpointEveryEpochs) {
    /** The learning rate of each step of a linear stage, which {@code epochs} is the length of. */
    public LearningRate rates(int stepsPerEpoch) {
        return new LearningRate(learningRate, schedule, new TrainingSpan(warmUpEpochs, epochs), stepsPerEpoch);
    }
}
