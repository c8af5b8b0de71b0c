package dev.lamina.experiment.pixels;

import dev.lamina.backend.Session;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.DataParts;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.Remainder;
import dev.lamina.data.TrainTest;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.init.Xavier;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
import dev.lamina.tensor.Seeds;
import dev.lamina.train.Trainer;
import dev.lamina.train.TrainingOutcome;
import dev.lamina.train.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * A head on pixel/255, nothing between: softmax regression, a linear support vector machine. Trained by Adam with a
 * cosine schedule for 12 epochs, or more of a small set, if nobody wants otherwise: longer training comes nearer to the
 * maximum of the likelihood. Nothing is chosen by test accuracy, which is that of the last epoch.
 */
final class LinearClassifier {
    private static final int FEWEST_EPOCHS = 12;
    private static final int FEWEST_STEPS = 1500;
    private static final int BATCH_SIZE = 128;
    private static final double LEARNING_RATE = 1e-3;

    private final TrainingPlan plan;

    LinearClassifier(TrainTest data, Head head, double weightDecay, RawPixelSettings settings) {
        ResolvedNetwork network = NetworkResolver.resolve(
                        new Mlp(List.of(), true).graph(new Identity(), head),
                        data.training().exampleShape(),
                        data.training().classCount())
                .orThrow();
        BatchPlan batches = new BatchPlan(BATCH_SIZE, Remainder.KEEP, List.of());
        int stepsPerEpoch = batches.batchesPerEpoch(data.training().size());
        int epochs = settings.linearEpochs() > 0
                ? settings.linearEpochs()
                : Math.max(FEWEST_EPOCHS, Math.ceilDiv(FEWEST_STEPS, stepsPerEpoch));
        this.plan = new TrainingPlan(
                network,
                new DataParts(data.training(), null, data.test()),
                Normalization.of(PixelScaling.NONE, data.training()),
                batches,
                epochs,
                new Adam(0.9, 0.999, 1e-8),
                new LearningRate(LEARNING_RATE, new CosineSchedule(0), new TrainingSpan(0, epochs), stepsPerEpoch),
                weightDecay,
                DecayScope.WEIGHTS,
                new Xavier(),
                Optional.empty(),
                epochs,
                new GbrSettings(false, 1, 1, GbrMethod.AUTO, 1, GbrFunction.LOGITS, 0),
                List.of(),
                epochs,
                new Seeds(settings.seed()));
    }

    int epochs() {
        return plan.epochs();
    }

    /** The accuracy on the test set after the last epoch. */
    double testAccuracy(Session session, DoubleConsumer progress) {
        double steps = (double) plan.epochs() * plan.learningRate().stepsPerEpoch();
        try (Trainer trainer = new Trainer(
                plan,
                session,
                event -> {
                    if (event instanceof TrainingEvent.StepCompleted step) {
                        progress.accept(step.step() / steps);
                    }
                },
                new CommandQueue(),
                (_, _) -> "nowhere")) {
            return switch (trainer.start()) {
                case TrainingOutcome.Finished(var _, EpochMetrics last)
                when last != null -> last.value(Tags.TEST_ACCURACY).orElseThrow();
                case TrainingOutcome.Finished _, TrainingOutcome.Stopped _, TrainingOutcome.NonFinite _ ->
                    throw new IllegalStateException("the linear classifier could not be trained");
            };
        }
    }
}
