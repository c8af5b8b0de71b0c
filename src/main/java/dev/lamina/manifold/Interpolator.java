package dev.lamina.manifold;

import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * From points to scores: searches the neighbors of template and queries together, interpolates, and joins the batches of
 * a template that is not taken whole. Queries that are not asked at once follow each other in their order.
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
            Points points = whole ? template : template.select(batch);
            int[] batchLabels =
                    whole ? labels : Arrays.stream(batch).map(i -> labels[i]).toArray();
            int done = interpolations.size();
            interpolations.add(interpolate(
                    new Labelled(points, batchLabels, classes),
                    queries,
                    fraction -> progress.accept((done + fraction) / batches.size())));
        }
        return TemplateBatches.join(interpolations, settings.templateVote());
    }

    /** Points whose classes are known. */
    private record Labelled(Points points, int[] labels, int classes) {}

    private Interpolation interpolate(Labelled template, Points queries, DoubleConsumer searched) {
        List<Points> batches = QueryBatches.of(queries, settings.queryBatch());
        // What the batches have in common: the neighbors of the template among itself.
        Optional<NeighborGraph> known = batches.size() > 1 && isExact(template.points(), batches.getFirst())
                ? Optional.of(ExactNeighbors.find(template.points(), settings.graphNeighbors(), threads, _ -> {}))
                : Optional.empty();
        List<Interpolation> interpolations = new ArrayList<>();
        for (Points batch : batches) {
            int done = interpolations.size();
            interpolations.add(interpolate(
                    template, known, batch, fraction -> searched.accept((done + fraction) / batches.size())));
        }
        return QueryBatches.join(interpolations);
    }

    /** Where the template alone has too few points for a graph of its own, one is searched for each batch. */
    private boolean isExact(Points template, Points queries) {
        return template.count() > settings.graphNeighbors()
                && template.count() + queries.count() <= settings.approximateAbove();
    }

    private Interpolation interpolate(
            Labelled template, Optional<NeighborGraph> known, Points queries, DoubleConsumer searched) {
        int k = settings.graphNeighbors();
        Points points = template.points().followedBy(queries);
        if (known.isPresent() || points.count() <= settings.approximateAbove()) {
            return solution(
                    template,
                    known.isPresent()
                            ? ExactNeighbors.grown(known.get(), points, threads, searched)
                            : ExactNeighbors.find(points, k, threads, searched),
                    searched);
        }
        NeighborGraph graph = ApproximateNeighbors.find(points, k, threads, searched);
        double recall = NeighborRecall.of(graph, points, threads);
        return solution(template, graph, searched).withNeighborRecall(recall);
    }

    private Interpolation solution(Labelled template, NeighborGraph graph, DoubleConsumer searched) {
        return WeightedNonlocalLaplacian.interpolate(
                graph, template.labels(), template.classes(), settings, () -> searched.accept(1));
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
