package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.batch.ExecutablesByBatchSize;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.Interpolation;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.Points;
import dev.lamina.metric.BatchMean;
import dev.lamina.metric.CorrectCount;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Adversarial examples of WNLL, and WNLL's accuracy on them. WNLL has no gradient of its own; as in its training, what
 * reaches the buffer block's output is the linear classifier's gradient with ∂L/∂logits taken at the WNLL prediction:
 *
 * <pre>
 *   u = WNLL(x, template)      g = ∂L/∂logits by {@link dev.lamina.nn.head.ScoreGradient} at u
 *   ∂L/∂x := (∂logits/∂x)ᵀ g, the network in test mode      x′ = x + ε sign(∂L/∂x) ({@link SignStep})
 *   accuracy of WNLL(x′, template)
 * </pre>
 *
 * Where u is the label, the sign of u − one-hot is the solver's rounding, that of softmax(u) − one-hot is not. The template, the training images, is not attacked. Queries decide together, as many at a time as the head's
 * interpolation says, with their neighbors attacked like them. Source: Wang et al. 2018, section 2.2, and Goodfellow, Shlens,
 * Szegedy 2015, section 4; METHODS section 1.2.
 */
public final class WnllGradientSign implements AutoCloseable {
    private final ResolvedNetwork network;
    private final Interpolated settings;
    private final FeatureReader features;
    private final ExecutablesByBatchSize gradients;
    private final Interpolator interpolator;
    private final Normalization normalization;
    private final SignStep step;
    private final int batchSize;
    private final Interruption interruption;

    /** @param settings of the network's head */
    public WnllGradientSign(
            Session session,
            ResolvedNetwork network,
            Interpolated settings,
            Normalization normalization,
            FgsmScale scale,
            int batchSize,
            Interruption interruption) {
        this.network = network;
        this.settings = settings;
        this.features =
                new FeatureReader(session, network.firstLayers(network.layers().size() - 1), batchSize, interruption);
        this.gradients = new ExecutablesByBatchSize(session, size -> Programs.inputGradients(network, size, 1));
        this.interpolator = new Interpolator(settings.interpolation(), session.threads(), _ -> interruption.check());
        this.normalization = normalization;
        this.step = new SignStep(scale, normalization);
        this.batchSize = batchSize;
        this.interruption = interruption;
    }

    /**
     * The accuracy for each ε, in their order, with the parameters as they are now.
     *
     * @param template the training images
     * @param epsilons at least 0
     * @param examplesDone is told after each group of queries
     * @throws dev.lamina.tensor.BadInputException for the pixel scale on data that are no images
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    public List<AdversarialAccuracy> measure(
            ImageDataset template, ImageDataset data, List<Double> epsilons, IntConsumer examplesDone) {
        step.requireFit(data);
        Points templateFeatures = features.read(template, normalization);
        List<BatchMean> losses = new ArrayList<>();
        List<CorrectCount> corrects = new ArrayList<>();
        epsilons.forEach(_ -> losses.add(new BatchMean()));
        epsilons.forEach(_ -> corrects.add(new CorrectCount()));
        int asked = settings.interpolation().queryBatch();
        int group = asked == 0 ? data.size() : asked;
        for (int first = 0; first < data.size(); first += group) {
            int end = Math.min(data.size(), first + group);
            ImageDataset queries = data.select(IntStream.range(first, end).toArray());
            HostTensor images = images(queries);
            Interpolation clean = interpolated(template, templateFeatures, images);
            HostTensor gradient = gradient(images, settings.gradient().gradient(clean, queries.labels()));
            for (int i = 0; i < epsilons.size(); i++) {
                HostTensor moved = step.perturbed(images, gradient, epsilons.get(i));
                Interpolation u = interpolated(template, templateFeatures, moved);
                losses.get(i).add(settings.gradient().loss(u, queries.labels()), queries.size());
                corrects.get(i).add(u.correct(queries.labels()), queries.size());
            }
            examplesDone.accept(end);
        }
        return IntStream.range(0, epsilons.size())
                .mapToObj(i -> new AdversarialAccuracy(
                        epsilons.get(i),
                        corrects.get(i).accuracy(),
                        losses.get(i).mean()))
                .toList();
    }

    /** The network's input, [N, C, H, W]. */
    private HostTensor images(ImageDataset data) {
        Batches batches = Batches.inOrder(data, normalization, batchSize);
        Batch batch = batches.allocate();
        HostTensor images = HostTensor.zeros(network.inputShape().batched(data.size()));
        int size = size(network.inputShape());
        int done = 0;
        for (BatchIterator iterator = batches.epoch(1); iterator.next(batch); done += batch.size()) {
            System.arraycopy(batch.images(), 0, images.values(), done * size, batch.size() * size);
        }
        return images;
    }

    private Interpolation interpolated(ImageDataset template, Points templateFeatures, HostTensor images) {
        int count = images.shape().axis(0);
        Points queries = features.read(new Points(count, size(network.inputShape()), images.values()));
        return interpolator.interpolate(templateFeatures, template.labels(), queries, template.classCount());
    }

    /** (∂logits/∂images)ᵀ seeds, batch by batch. */
    HostTensor gradient(HostTensor images, HostTensor seeds) {
        HostTensor gradient = HostTensor.zeros(images.shape());
        int count = images.shape().axis(0);
        int size = size(network.inputShape());
        for (int done = 0; done < count; done += batchSize) {
            int now = Math.min(batchSize, count - done);
            Map<String, HostTensor> inputs = new HashMap<>();
            inputs.put(Program.IMAGES, rows(images, network.inputShape().batched(now), done));
            inputs.put(Programs.SEED_PREFIX + 0, rows(seeds, Shape.of(now, network.classes()), done));
            Map<String, HostTensor> outputs = gradients.of(now).run(inputs, interruption::requested);
            float[] values = Objects.requireNonNull(outputs.get(Programs.GRADIENT_PREFIX + 0))
                    .values();
            System.arraycopy(values, 0, gradient.values(), done * size, now * size);
        }
        return gradient;
    }

    private static HostTensor rows(HostTensor all, Shape shape, int first) {
        int width = Math.toIntExact(shape.size() / shape.axis(0));
        return new HostTensor(
                shape, Arrays.copyOfRange(all.values(), first * width, first * width + Math.toIntExact(shape.size())));
    }

    private static int size(Shape shape) {
        return Math.toIntExact(shape.size());
    }

    @Override
    public void close() {
        features.close();
        gradients.close();
    }
}
