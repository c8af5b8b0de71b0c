package dev.lamina.train;

import dev.lamina.batch.BatchResult;
import dev.lamina.batch.FeatureReader;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Remainder;
import dev.lamina.data.Shuffle;
import dev.lamina.graph.NamedParameter;
import dev.lamina.manifold.Points;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.tensor.HostTensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * One WNLL stage. The backbone is frozen and in test mode, so its features of the training images, unaugmented, are
 * computed once; a random part of them is the template, the others are what a step interpolates to and learns from.
 */
final class WnllWork implements StageWork {
    private final Batches batches;
    private final Points template;
    private final int[] templateLabels;
    private final Points learned;
    private final WnllStep step;

    private WnllWork(Batches batches, Points template, int[] templateLabels, Points learned, WnllStep step) {
        this.batches = batches;
        this.template = template;
        this.templateLabels = templateLabels;
        this.learned = learned;
        this.step = step;
    }

    /** @throws java.util.concurrent.CancellationException if a stop comes while the features are computed */
    static WnllWork of(
            TrainingPlan plan, Stage.Wnll stage, Interpolated settings, FeatureReader backbone, WnllStep step) {
        ImageDataset training = plan.data().training();
        int[] order = IntStream.range(0, training.size()).toArray();
        Shuffle.inPlace(order, plan.seeds().stream("template", stage.alternation()));
        int[] templates = Arrays.copyOf(order, stage.templates());
        int[] others = Arrays.copyOfRange(order, stage.templates(), order.length);
        Arrays.sort(templates);
        Arrays.sort(others);
        Points features = backbone.read(training, plan.normalization());
        return new WnllWork(
                Batches.shuffled(
                        training.select(others),
                        plan.normalization(),
                        new BatchPlan(settings.batchSize(), Remainder.KEEP, List.of()),
                        plan.seeds()),
                features.select(templates),
                training.select(templates).labels(),
                features.select(others),
                step);
    }

    @Override
    public Batches batches() {
        return batches;
    }

    @Override
    public List<NamedParameter> weights() {
        return step.weights();
    }

    @Override
    public BatchResult run(Batch batch, HostTensor hyperparameters, Progress before, BooleanSupplier interrupted) {
        int[] examples = Arrays.copyOf(batch.examples(), batch.size());
        int[] labels = Arrays.copyOf(batch.labels(), batch.size());
        return step.run(template, templateLabels, learned.select(examples), labels, hyperparameters);
    }
}
