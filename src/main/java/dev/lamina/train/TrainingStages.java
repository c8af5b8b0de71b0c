package dev.lamina.train;

import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.StageOutline;
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
        List<Stage> stages = new ArrayList<>();
        int done = 0;
        for (StageOutline outline : head.stages()) {
            int first = done + 1;
            done += outline.epochs(epochs);
            stages.add(stage(outline, first, done, images, rate));
        }
        return new TrainingStages(stages, rate);
    }

    private static Stage stage(StageOutline outline, int first, int last, int images, LearningRate rate) {
        return switch (outline) {
            case StageOutline.Linear(int alternation, double factor) ->
                new Stage.Linear(alternation, first, last, rate.stepsPerEpoch(), factor);
            case StageOutline.Interpolated of -> {
                int templates = of.templates(images);
                int steps = Math.ceilDiv(images - templates, of.batchSize());
                yield new Stage.Wnll(of.alternation(), first, last, steps, templates, of.learningRate());
            }
        };
    }

    public List<Stage> all() {
        return stages;
    }

    /** The accuracy that has the last word: WNLL's of a run with WNLL stages. */
    Tag decidingAccuracy() {
        return stages.stream().anyMatch(Stage.Wnll.class::isInstance)
                ? Tags.WNLL_VALIDATION_ACCURACY
                : Tags.VALIDATION_ACCURACY;
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
