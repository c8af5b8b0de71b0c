package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.Interpolation;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.Points;
import dev.lamina.nn.head.StageOutline.Interpolated;
import java.util.ArrayList;
import java.util.List;

/**
 * Accuracy of WNLL in place of the linear classifier: features of the training set as template and of the images in
 * question, interpolation, argmax. Source: Wang et al. 2018, algorithm 2.
 */
public final class WnllEvaluator implements AutoCloseable {
    private final FeatureReader features;
    private final Normalization normalization;
    private final Interpolator interpolator;
    private final int everyEpochs;

    /** @param interpolated of the network's head */
    public WnllEvaluator(
            Session session,
            ResolvedNetwork network,
            Interpolated interpolated,
            Normalization normalization,
            int batchSize,
            Interruption interruption) {
        ResolvedNetwork untilBuffer = network.firstLayers(network.layers().size() - 1);
        this.features = new FeatureReader(session, untilBuffer, batchSize, interruption);
        this.normalization = normalization;
        this.everyEpochs = interpolated.probeEveryEpochs();
        this.interpolator =
                new Interpolator(interpolated.interpolation(), session.threads(), _ -> interruption.check());
    }

    /** Whether the head's settings ask for a measurement after this epoch of a linear stage. */
    public boolean dueAfter(int epoch) {
        return everyEpochs > 0 && epoch % everyEpochs == 0;
    }

    /**
     * The fraction of each set that is right, with the parameters as they are now.
     *
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    public List<Double> accuracies(ImageDataset template, List<ImageDataset> sets) {
        Points templatePoints = features.read(template, normalization);
        int[] labels = template.labels();
        List<Double> accuracies = new ArrayList<>();
        for (ImageDataset set : sets) {
            Points queries = features.read(set, normalization);
            Interpolation u = interpolator.interpolate(templatePoints, labels, queries, template.classCount());
            accuracies.add((double) u.correct(set.labels()) / set.size());
        }
        return accuracies;
    }

    /** The labels of images that nobody knows, asked all at once; with the parameters as they are now. */
    Interpolation interpolate(ImageDataset template, ImageDataset queries) {
        return interpolator.interpolate(
                features.read(template, normalization),
                template.labels(),
                features.read(queries, normalization),
                template.classCount());
    }

    @Override
    public void close() {
        features.close();
    }
}
