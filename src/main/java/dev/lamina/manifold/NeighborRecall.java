package dev.lamina.manifold;

import java.util.stream.IntStream;

/** How many of the nearest neighbors a graph holds, measured on a sample of points spread evenly over their order. */
final class NeighborRecall {
    private static final int SAMPLE = 256;

    private NeighborRecall() {}

    /** The fraction found; a neighbor as near as the k-th exact one counts, whichever of equally near ones it is. */
    static double of(NeighborGraph graph, Points points, int threads) {
        int size = Math.min(SAMPLE, points.count());
        int[] sample = IntStream.range(0, size)
                .map(i -> (int) ((long) i * points.count() / size))
                .toArray();
        int k = graph.k();
        // The nearest is the point itself.
        NeighborGraph exact = ExactNeighbors.amongFirst(
                points.followedBy(points.select(sample)), points.count(), k + 1, threads, _ -> {});
        long found = 0;
        for (int s = 0; s < size; s++) {
            float farthest = exact.squaredDistances()[s * (k + 1) + k];
            for (int j = 0; j < k; j++) {
                found += graph.squaredDistances()[sample[s] * k + j] <= farthest ? 1 : 0;
            }
        }
        return (double) found / ((long) size * k);
    }
}
