package dev.lamina.manifold;

import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * From points to scores: searches the neighbors of template and queries together, interpolates, and joins the batches of
 * a template that is not taken whole.
 *
 * @param threads that search neighbors; the scores do not depend on them where the search is exact
 * @param progress told the fraction done, most of which is search, from any thread, now and then; may throw to stop
 */
public record Interpolator(WnllSettings settings, int threads, DoubleConsumer progress) {
    /**
     * The scores of the queries.
     *
     * @param labels of the template, in [0, classes)
     * @throws IllegalArgumentException if template and queries together have no more points than the neighbors asked for
     */
    public Interpolation interpolate(Points template, int[] labels, Points queries, int classes) {
        List<int[]> batches = TemplateBatches.of(labels, settings.templateBatch());
        List<Interpolation> interpolations = new ArrayList<>();
        for (int[] batch : batches) {
            boolean whole = batches.size() == 1;
            Points points = (whole ? template : template.select(batch)).followedBy(queries);
            int[] batchLabels =
                    whole ? labels : Arrays.stream(batch).map(i -> labels[i]).toArray();
            int done = interpolations.size();
            interpolations.add(interpolate(
                    points, batchLabels, classes, fraction -> progress.accept((done + fraction) / batches.size())));
        }
        return TemplateBatches.join(interpolations, settings.templateVote());
    }

    private Interpolation interpolate(Points points, int[] labels, int classes, DoubleConsumer searched) {
        int k = settings.graphNeighbors();
        if (points.count() <= settings.approximateAbove()) {
            NeighborGraph graph = ExactNeighbors.find(points, k, threads, searched);
            return WeightedNonlocalLaplacian.interpolate(graph, labels, classes, settings, () -> searched.accept(1));
        }
        NeighborGraph graph = ApproximateNeighbors.find(points, k, threads, searched);
        double recall = NeighborRecall.of(graph, points, threads);
        return WeightedNonlocalLaplacian.interpolate(graph, labels, classes, settings, () -> searched.accept(1))
                .withNeighborRecall(recall);
    }

    /** What to tell a person whose template (or batch of it) is too small to hold every class, on average. */
    public Optional<Message> warning(int templates, int classes) {
        int smallest = TemplateBatches.smallest(templates, settings.templateBatch());
        double expected = WeightedNonlocalLaplacian.expectedTemplateSize(classes);
        return smallest >= expected
                ? Optional.empty()
                : Optional.of(Message.of("manifold.smallTemplate", smallest, classes, Math.round(Math.ceil(expected))));
    }
}
