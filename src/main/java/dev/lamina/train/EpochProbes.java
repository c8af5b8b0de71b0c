package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.probe.Evaluation;
import dev.lamina.probe.Evaluator;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.probe.NormBounds;
import dev.lamina.probe.ProbeContext;
import dev.lamina.probe.WnllEvaluator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures the network after an epoch: validation and test accuracy, GBR, norm bounds, and what else the plan asks for. */
final class EpochProbes implements AutoCloseable {
    private final TrainingPlan plan;
    private final Session session;
    private final Evaluator evaluator;
    private final Optional<GeneralizationBound> gbr;
    private final Optional<WnllEvaluator> wnll;
    private final DueReadings due;

    EpochProbes(TrainingPlan plan, Session session, TrainingListener listener, Interruption interruption) {
        this.plan = plan;
        this.session = session;
        this.evaluator = new Evaluator(
                session, plan.network(), plan.normalization(), plan.batches().batchSize(), interruption);
        evaluator.prepare(plan.data().test());
        this.wnll = plan.network()
                .head()
                .interpolated()
                .map(interpolated -> new WnllEvaluator(
                        session,
                        plan.network(),
                        interpolated,
                        plan.normalization(),
                        plan.batches().batchSize(),
                        interruption));
        ProbeContext context = plan.probeContext(session, interruption);
        this.gbr = plan.gbr().enabled()
                ? Optional.of(GeneralizationBound.of(context, plan.gbr().images()))
                : Optional.empty();
        this.due = new DueReadings(plan, context, gbr, listener);
    }

    /**
     * @param progress with every step of the epoch done
     * @param learningRate of the epoch's last step
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    EpochMetrics measure(Progress progress, double learningRate) {
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        EpochSums sums = progress.sums();
        put(readings, Tags.TRAIN_LOSS, sums.meanLoss());
        put(readings, Tags.TRAIN_ACCURACY, sums.accuracy());
        ImageDataset validation = plan.data().validation();
        if (validation != null) {
            Evaluation result = evaluator.evaluate(validation);
            put(readings, Tags.VALIDATION_LOSS, result.loss());
            put(readings, Tags.VALIDATION_ACCURACY, result.accuracy());
        }
        int epoch = progress.epoch();
        if (epoch % plan.testEveryEpochs() == 0 || epoch == plan.stages().epochs()) {
            Evaluation test = evaluator.evaluate(plan.data().test());
            put(readings, Tags.TEST_LOSS, test.loss());
            put(readings, Tags.TEST_ACCURACY, test.accuracy());
        }
        Stage stage = plan.stages().ofEpoch(epoch);
        measureWnll(epoch, stage, readings);
        readings.putAll(due.gbrAfterEpoch(progress));
        NormBounds bounds = NormBounds.of(plan.network(), session::read);
        put(readings, Tags.LOG10_NORM_PRODUCT, bounds.log10NormProduct());
        put(readings, Tags.LOG10_WEIGHT_DECAY_BOUND, bounds.log10WeightDecayBound());
        put(readings, Tags.LEARNING_RATE, learningRate);
        put(readings, Tags.IMAGES_PER_SECOND, sums.imagesPerSecond());
        put(readings, Tags.EPOCH_SECONDS, sums.trainingSeconds());
        if (!sums.log10UpdateRatios().isEmpty()) {
            readings.put(Tags.UPDATE_RATIO, new Reading.PerLayer(sums.log10UpdateRatios()));
        }
        due.afterEpoch(progress);
        StageLabel label = plan.stages().all().size() > 1 ? stage.label() : null;
        return new EpochMetrics(epoch, progress.step(), label, readings);
    }

    /** Reads what is due between two steps of an epoch; interrupted as {@link #measure}. */
    void afterStep(Progress progress) {
        due.afterStep(progress);
    }

    private static void put(Map<Tag, Reading> readings, Tag tag, double value) {
        readings.put(tag, new Reading.Scalar(value));
    }

    /** After every epoch that WNLL trains, after some that the linear head trains. */
    private void measureWnll(int epoch, Stage stage, Map<Tag, Reading> readings) {
        if (wnll.isEmpty() || (!(stage instanceof Stage.Wnll) && !wnll.get().dueAfter(epoch))) {
            return;
        }
        ImageDataset validation = plan.data().validation();
        List<ImageDataset> sets = validation == null
                ? List.of(plan.data().test())
                : List.of(plan.data().test(), validation);
        List<Double> accuracies = wnll.get().accuracies(plan.data().training(), sets);
        if (validation != null) {
            put(readings, Tags.WNLL_VALIDATION_ACCURACY, accuracies.getLast());
        }
        put(readings, Tags.WNLL_TEST_ACCURACY, accuracies.getFirst());
    }

    @Override
    public void close() {
        evaluator.close();
        wnll.ifPresent(WnllEvaluator::close);
        gbr.ifPresent(GeneralizationBound::close);
        due.close();
    }
}
