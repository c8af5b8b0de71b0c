package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.batch.BatchResult;
import dev.lamina.batch.ExecutablesByBatchSize;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.Interpolation;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.Points;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Updates the buffer block once through WNLL, which has no gradient of its own: u, the interpolated label
 * distribution, stands where the linear head's softmax would.
 *
 * <pre>
 *   x ─ buffer block ─▶ x̂ ─ WNLL with the template ─▶ u [N, K];   loss and dloss/dlogits by {@link ScoreGradient}
 *   dloss/dx̂ = dloss/dlogits · W of the linear head;   dloss/dbuffer from there
 * </pre>
 *
 * Source: Wang et al. 2018, section 2.2: a linear function is the simplest harmonic function.
 */
final class WnllStep implements AutoCloseable {
    private final ResolvedNetwork classifier;
    private final List<NamedParameter> weights;
    private final FeatureReader buffer;
    private final Interpolator interpolator;
    private final ScoreGradient gradient;
    private final ExecutablesByBatchSize updates;

    WnllStep(Session session, TrainingPlan plan, Interpolated settings, Interruption interruption) {
        this.classifier = plan.network().classifier();
        ResolvedNetwork block = classifier.firstLayers(classifier.layers().size() - 1);
        this.weights = UpdateSample.weights(block);
        Set<String> trained = block.layers().stream().map(ResolvedLayer::name).collect(Collectors.toSet());
        this.buffer = new FeatureReader(session, block, settings.batchSize(), interruption);
        // The images of a step decide together, however many are asked at a time when accuracy is measured.
        this.interpolator = new Interpolator(
                settings.interpolation().withQueryBatch(0), session.threads(), _ -> interruption.check());
        this.gradient = settings.gradient();
        this.updates = new ExecutablesByBatchSize(
                session, size -> Programs.logitsUpdate(classifier, size, plan.optimizer(), plan.decayScope(), trained));
    }

    /** Those of the buffer block. */
    List<NamedParameter> weights() {
        return weights;
    }

    /**
     * The loss is the one before the update.
     *
     * @param template backbone features of labelled images
     * @param learned backbone features of the images to learn from
     * @throws java.util.concurrent.CancellationException if the interruption asks for it; nothing has changed then
     */
    BatchResult run(Points template, int[] templateLabels, Points learned, int[] labels, HostTensor hyperparameters) {
        Interpolation u = interpolator.interpolate(
                buffer.read(template), templateLabels, buffer.read(learned), classifier.classes());
        Map<String, HostTensor> inputs = new HashMap<>();
        inputs.put(
                Program.IMAGES,
                new HostTensor(classifier.inputShape().batched(learned.count()), learned.coordinates()));
        inputs.put(Programs.SEED_PREFIX + 0, gradient.gradient(u, labels));
        inputs.put(Program.HYPERPARAMETERS, hyperparameters);
        updates.of(learned.count()).run(inputs);
        return new BatchResult(gradient.loss(u, labels), u.correct(labels));
    }

    @Override
    public void close() {
        buffer.close();
        updates.close();
    }
}
