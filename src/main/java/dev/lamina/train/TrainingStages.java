package dev.lamina.train;

import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.optim.LearningRate;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a run, in order. One for most heads; for WNLL algorithm 1 of Wang et al. 2018: linear and WNLL in turn.
 * A linear stage has its schedule anew, from the second alternation on with a smaller rate; every stage begins with an
 * optimizer that remembers nothing.
 */
public final class TrainingStages {
    private final List<Stage> stages;
    private final LearningRate linearRate;

    private TrainingStages(List<Stage> stages, LearningRate linearRate) {
        this.stages = List.copyOf(stages);
        this.linearRate = linearRate;
    }

    /**
     * The stages of a head.
     *
     * @param epochs of each linear stage
     * @param images in the training set
     * @param rate of a linear stage
     */
    static TrainingStages of(Head head, int epochs, int images, LearningRate rate) {
        if (!(head instanceof WnllHead wnll)) {
            return new TrainingStages(List.of(new Stage.Linear(1, 1, epochs, rate.stepsPerEpoch(), 1)), rate);
        }
        List<Stage> stages = new ArrayList<>();
        int templates = templates(wnll, images);
        int steps = Math.ceilDiv(images - templates, wnll.batchSize());
        int done = 0;
        for (int n = 1; n <= wnll.alternations(); n++) {
            double factor = n == 1 ? 1 : wnll.laterRateFactor();
            stages.add(new Stage.Linear(n, done + 1, done + epochs, rate.stepsPerEpoch(), factor));
            done += epochs;
            stages.add(
                    new Stage.Wnll(n, done + 1, done + wnll.epochs(), steps, templates, wnll.learningRate() * factor));
            done += wnll.epochs();
        }
        return new TrainingStages(stages, rate);
    }

    /** At least one image is template and one is not. */
    static int templates(WnllHead head, int images) {
        return Math.clamp(Math.round(head.templateFraction() * images), 1, Math.max(1, images - 1));
    }

    public List<Stage> all() {
        return stages;
    }

    /** Epochs of the whole run. */
    public int epochs() {
        return stages.getLast().lastEpoch();
    }

    /** Steps of the whole run. */
    public long steps() {
        return stages.stream().mapToLong(Stage::steps).sum();
    }

    /** The stage of an epoch, the last one for what lies behind. */
    public Stage ofEpoch(int epoch) {
        return stages.stream()
                .filter(stage -> epoch <= stage.lastEpoch())
                .findFirst()
                .orElse(stages.getLast());
    }

    /** Steps of the run before the first of an epoch. */
    public long stepsBefore(int epoch) {
        Stage stage = ofEpoch(epoch);
        return stepsBefore(stage) + (long) (epoch - stage.firstEpoch()) * stage.stepsPerEpoch();
    }

    private long stepsBefore(Stage stage) {
        return stages.stream()
                .takeWhile(s -> s.firstEpoch() < stage.firstEpoch())
                .mapToLong(Stage::steps)
                .sum();
    }

    /** The stage of a step, the last one for what lies behind. */
    private Stage ofStep(long step) {
        long end = 0;
        for (Stage stage : stages) {
            end += stage.steps();
            if (step <= end) {
                return stage;
            }
        }
        return stages.getLast();
    }

    /** A step's number in its stage; both count from 1. */
    long stepInStage(long step) {
        return step - stepsBefore(ofStep(step));
    }

    /** What is scheduled for a step, before anyone changes it. */
    double learningRate(long step) {
        return switch (ofStep(step)) {
            case Stage.Linear linear -> linear.learningRateFactor() * linearRate.at(stepInStage(step));
            case Stage.Wnll wnll -> wnll.learningRate();
        };
    }
}
