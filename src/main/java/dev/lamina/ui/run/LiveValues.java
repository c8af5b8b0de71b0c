package dev.lamina.ui.run;

import dev.lamina.archive.RunRecord;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.TrainingConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hyperparameters that are in force in the run that goes on, or were at its end: those of its configuration, as a person
 * changed them; the learning rate is that of the last step. Written on the training thread, read on any.
 */
public final class LiveValues {
    static final String LEARNING_RATE = "learningRate";
    static final String WEIGHT_DECAY = "weightDecay";
    static final String MOMENTUM = "momentum";

    private final Map<String, Double> values = new ConcurrentHashMap<>();

    /** Nothing for one that the optimizer does not have, or before the first run. */
    public OptionalDouble value(String hyperparameter) {
        Double value = values.get(hyperparameter);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunStarted e -> begin(e);
            case TrainingEvent.StepCompleted e -> values.put(LEARNING_RATE, e.learningRate());
            case TrainingEvent.HyperparameterChanged e -> values.put(e.hyperparameter(), e.value());
            default -> {}
        }
    }

    private void begin(TrainingEvent.RunStarted e) {
        values.clear();
        StoredRun run = StoredRun.in(Path.of(e.folder()));
        try {
            TrainingConfig training = run.config().training();
            values.put(WEIGHT_DECAY, training.weightDecay());
            if (training.optimizer() instanceof Sgd sgd) {
                values.put(MOMENTUM, sgd.momentum());
            }
            List<RunRecord.Change> changes = run.record().changes();
            changes.stream()
                    .filter(change -> !change.hyperparameter().equals(LEARNING_RATE))
                    .forEach(change -> values.put(change.hyperparameter(), change.value()));
            values.put(LEARNING_RATE, nextRate(training, e, changes));
        } catch (BadInputException _) {
            // The folder went away under the run, which will say so itself.
        }
    }

    /** What the schedule says for the next step, in proportion to the last change: the first step corrects it. */
    private static double nextRate(
            TrainingConfig training, TrainingEvent.RunStarted e, List<RunRecord.Change> changes) {
        TrainingSpan span = new TrainingSpan(training.warmUpEpochs(), training.epochs());
        LearningRate schedule =
                new LearningRate(training.learningRate(), training.schedule(), span, Math.max(1, e.stepsPerEpoch()));
        double factor = 1;
        for (RunRecord.Change change : changes) {
            if (change.hyperparameter().equals(LEARNING_RATE)) {
                factor = change.value() / schedule.at(change.step() + 1);
            }
        }
        return factor * schedule.at(e.stepsDone() + 1);
    }
}
