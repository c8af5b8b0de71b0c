package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.data.ImageDataset;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.metric.StageLabel;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.probe.Evaluation;
import dev.lamina.probe.Evaluator;
import dev.lamina.probe.GbrMeasurement;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.probe.Interruption;
import dev.lamina.probe.NormBounds;
import dev.lamina.probe.ProbeImages;
import dev.lamina.probe.WnllEvaluator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Measures the network after an epoch: validation and test accuracy, GBR, norm bounds. */
final class EpochProbes implements AutoCloseable {
    private final TrainingPlan plan;
    private final Session session;
    private final TrainingListener listener;
    private final Evaluator evaluator;
    private final Optional<GeneralizationBound> gbr;
    private final Optional<WnllEvaluator> wnll;

    EpochProbes(TrainingPlan plan, Session session, TrainingListener listener, Interruption interruption) {
        this.plan = plan;
        this.session = session;
        this.listener = listener;
        this.evaluator = new Evaluator(
                session, plan.network(), plan.normalization(), plan.batches().batchSize(), interruption);
        evaluator.prepare(plan.data().test());
        this.wnll = plan.network().head() instanceof WnllHead head
                ? Optional.of(new WnllEvaluator(
                        session,
                        plan.network(),
                        head,
                        plan.normalization(),
                        plan.batches().batchSize(),
                        interruption))
                : Optional.empty();
        this.gbr = plan.gbr().enabled() ? Optional.of(gbr(plan, session, interruption)) : Optional.empty();
    }

    private static GeneralizationBound gbr(TrainingPlan plan, Session session, Interruption interruption) {
        ImageDataset images =
                ProbeImages.choose(plan.data().training(), plan.gbr().images(), plan.seeds());
        return new GeneralizationBound(
                session, plan.network(), plan.gbr(), images, plan.normalization(), plan.seeds(), interruption);
    }

    /**
     * @param progress with every step of the epoch done
     * @param learningRate of the epoch's last step
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    EpochMetrics measure(Progress progress, double learningRate) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        EpochSums sums = progress.sums();
        values.put(Metric.TRAIN_LOSS, sums.meanLoss());
        values.put(Metric.TRAIN_ACCURACY, sums.accuracy());
        ImageDataset validation = plan.data().validation();
        if (validation != null) {
            Evaluation result = evaluator.evaluate(validation);
            values.put(Metric.VALIDATION_LOSS, result.loss());
            values.put(Metric.VALIDATION_ACCURACY, result.accuracy());
        }
        if (due(progress.epoch(), plan.testEveryEpochs())) {
            Evaluation test = evaluator.evaluate(plan.data().test());
            values.put(Metric.TEST_LOSS, test.loss());
            values.put(Metric.TEST_ACCURACY, test.accuracy());
        }
        Stage stage = plan.stages().ofEpoch(progress.epoch());
        measureWnll(progress.epoch(), stage, values);
        measureGbr(progress.epoch(), values);
        NormBounds bounds = NormBounds.of(plan.network(), session::read);
        values.put(Metric.LOG10_NORM_PRODUCT, bounds.log10NormProduct());
        values.put(Metric.LOG10_WEIGHT_DECAY_BOUND, bounds.log10WeightDecayBound());
        values.put(Metric.LEARNING_RATE, learningRate);
        values.put(Metric.IMAGES_PER_SECOND, sums.imagesPerSecond());
        values.put(Metric.EPOCH_SECONDS, sums.trainingSeconds());
        StageLabel label = plan.stages().all().size() > 1 ? stage.label() : null;
        return new EpochMetrics(progress.epoch(), progress.step(), label, values, sums.log10UpdateRatios());
    }

    private boolean due(int epoch, int everyEpochs) {
        return epoch % everyEpochs == 0 || epoch == plan.stages().epochs();
    }

    /** After every epoch that WNLL trains, after some that the linear head trains. */
    private void measureWnll(int epoch, Stage stage, Map<Metric, Double> values) {
        if (wnll.isEmpty() || (!(stage instanceof Stage.Wnll) && !wnll.get().dueAfter(epoch))) {
            return;
        }
        ImageDataset validation = plan.data().validation();
        List<ImageDataset> sets = validation == null
                ? List.of(plan.data().test())
                : List.of(plan.data().test(), validation);
        List<Double> accuracies = wnll.get().accuracies(plan.data().training(), sets);
        values.put(Metric.WNLL_TEST_ACCURACY, accuracies.getFirst());
        if (validation != null) {
            values.put(Metric.WNLL_VALIDATION_ACCURACY, accuracies.getLast());
        }
    }

    private void measureGbr(int epoch, Map<Metric, Double> values) {
        if (gbr.isEmpty() || !due(epoch, plan.gbr().everyEpochs())) {
            return;
        }
        GbrMeasurement reading = gbr.get().measure(epoch);
        values.put(Metric.GBR, reading.value());
        values.put(Metric.GBR_STANDARD_ERROR, reading.standardError());
        listener.on(new TrainingEvent.ProbeMeasured(
                epoch,
                "gbr",
                reading.method().name().toLowerCase(Locale.ROOT),
                reading.value(),
                reading.standardError(),
                reading.durationSeconds()));
    }

    @Override
    public void close() {
        evaluator.close();
        wnll.ifPresent(WnllEvaluator::close);
        gbr.ifPresent(GeneralizationBound::close);
    }
}
