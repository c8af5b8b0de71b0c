package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.data.ImageDataset;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.probe.Evaluation;
import dev.lamina.probe.Evaluator;
import dev.lamina.probe.GbrMeasurement;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.probe.Interruption;
import dev.lamina.probe.NormBounds;
import dev.lamina.probe.ProbeImages;
import dev.lamina.probe.WnllEvaluator;
import java.util.LinkedHashMap;
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
        Map<Tag, Reading> values = new LinkedHashMap<>();
        EpochSums sums = progress.sums();
        put(values, Tags.TRAIN_LOSS, sums.meanLoss());
        put(values, Tags.TRAIN_ACCURACY, sums.accuracy());
        ImageDataset validation = plan.data().validation();
        if (validation != null) {
            Evaluation result = evaluator.evaluate(validation);
            put(values, Tags.VALIDATION_LOSS, result.loss());
            put(values, Tags.VALIDATION_ACCURACY, result.accuracy());
        }
        if (due(progress.epoch(), plan.testEveryEpochs())) {
            Evaluation test = evaluator.evaluate(plan.data().test());
            put(values, Tags.TEST_LOSS, test.loss());
            put(values, Tags.TEST_ACCURACY, test.accuracy());
        }
        Stage stage = plan.stages().ofEpoch(progress.epoch());
        measureWnll(progress.epoch(), stage, values);
        measureGbr(progress.epoch(), values);
        NormBounds bounds = NormBounds.of(plan.network(), session::read);
        put(values, Tags.LOG10_NORM_PRODUCT, bounds.log10NormProduct());
        put(values, Tags.LOG10_WEIGHT_DECAY_BOUND, bounds.log10WeightDecayBound());
        put(values, Tags.LEARNING_RATE, learningRate);
        put(values, Tags.IMAGES_PER_SECOND, sums.imagesPerSecond());
        put(values, Tags.EPOCH_SECONDS, sums.trainingSeconds());
        StageLabel label = plan.stages().all().size() > 1 ? stage.label() : null;
        if (!sums.log10UpdateRatios().isEmpty()) {
            values.put(Tags.UPDATE_RATIO, new Reading.PerLayer(sums.log10UpdateRatios()));
        }
        return new EpochMetrics(progress.epoch(), progress.step(), label, values);
    }

    private static void put(Map<Tag, Reading> values, Tag tag, double value) {
        values.put(tag, new Reading.Scalar(value));
    }

    private boolean due(int epoch, int everyEpochs) {
        return epoch % everyEpochs == 0 || epoch == plan.stages().epochs();
    }

    /** After every epoch that WNLL trains, after some that the linear head trains. */
    private void measureWnll(int epoch, Stage stage, Map<Tag, Reading> values) {
        if (wnll.isEmpty() || (!(stage instanceof Stage.Wnll) && !wnll.get().dueAfter(epoch))) {
            return;
        }
        ImageDataset validation = plan.data().validation();
        List<ImageDataset> sets = validation == null
                ? List.of(plan.data().test())
                : List.of(plan.data().test(), validation);
        List<Double> accuracies = wnll.get().accuracies(plan.data().training(), sets);
        if (validation != null) {
            put(values, Tags.WNLL_VALIDATION_ACCURACY, accuracies.getLast());
        }
        put(values, Tags.WNLL_TEST_ACCURACY, accuracies.getFirst());
    }

    private void measureGbr(int epoch, Map<Tag, Reading> values) {
        if (gbr.isEmpty() || !due(epoch, plan.gbr().everyEpochs())) {
            return;
        }
        GbrMeasurement reading = gbr.get().measure(epoch);
        put(values, Tags.GBR, reading.value());
        put(values, Tags.GBR_STANDARD_ERROR, reading.standardError());
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
