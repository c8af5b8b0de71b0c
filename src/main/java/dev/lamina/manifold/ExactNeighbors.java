package dev.lamina.manifold;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Exact nearest neighbors by brute force in blocks: inner products of a block of queries with a packed panel of points
 * give ‖x − y‖² = ‖x‖² + ‖y‖² − 2⟨x, y⟩; the few that may be among the nearest are computed again as Σ(x − y)² in double,
 * so that cancellation cannot exchange close neighbors. Work n²d multiply-adds, memory n·k plus one panel a thread.
 */
public final class ExactNeighbors {
    private static final int QUERY_BLOCK = 256;
    /** Candidates kept beyond k before the exact distances decide; rounding can displace only near ties. */
    private static final int SPARE = 8;

    private ExactNeighbors() {}

    /**
     * The k nearest other points of every point.
     *
     * @param threads how many blocks are worked on at a time
     * @param progress told the fraction done, from any thread, now and then; may throw to stop
     */
    public static NeighborGraph find(Points points, int k, int threads, DoubleConsumer progress) {
        return find(points, 0, points.count(), k, threads, progress);
    }

    /**
     * For every point behind the first {@code candidates} ones, the k nearest of those: row q of the graph belongs to
     * point {@code candidates + q}.
     *
     * @param threads as in {@link #find}
     */
    public static NeighborGraph amongFirst(Points points, int candidates, int k, int threads, DoubleConsumer progress) {
        return find(points, candidates, candidates, k, threads, progress);
    }

    private static NeighborGraph find(
            Points points, int firstQuery, int candidates, int k, int threads, DoubleConsumer progress) {
        int others = firstQuery == 0 ? candidates - 1 : candidates;
        if (k < 1 || k > others) {
            throw new IllegalArgumentException(
                    k + " neighbors: choose between 1 and " + others + ", the number of other points");
        }
        int queries = points.count() - firstQuery;
        int blocks = Math.ceilDiv(queries, QUERY_BLOCK);
        var search = new Search(points, firstQuery, candidates, k, new int[queries * k], new float[queries * k]);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Workers.run(threads, () -> {
            var products = new InnerProducts(points.dimension(), QUERY_BLOCK);
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                search.block(firstQuery + block * QUERY_BLOCK, products);
                progress.accept((double) done.incrementAndGet() / blocks);
            }
        });
        return new NeighborGraph(queries, k, search.neighbors, search.squaredDistances);
    }

    private record Search(
            Points points,
            int firstQuery,
            int candidates,
            int k,
            int[] neighbors,
            float[] squaredDistances,
            float[] squaredNorms) {
        Search(Points points, int firstQuery, int candidates, int k, int[] neighbors, float[] squaredDistances) {
            this(points, firstQuery, candidates, k, neighbors, squaredDistances, squaredNorms(points));
        }

        void block(int first, InnerProducts products) {
            int queries = Math.min(QUERY_BLOCK, points.count() - first);
            int kept = Math.min(k + SPARE, firstQuery == 0 ? candidates - 1 : candidates);
            NearestList[] nearest = IntStream.range(0, queries)
                    .mapToObj(_ -> new NearestList(kept))
                    .toArray(NearestList[]::new);
            for (int panel = 0; panel < candidates; panel += InnerProducts.PANEL) {
                int width = Math.min(InnerProducts.PANEL, candidates - panel);
                float[] inner = products.multiply(points.coordinates(), first, queries, panel, width);
                for (int q = 0; q < queries; q++) {
                    offer(nearest[q], inner, q * InnerProducts.PANEL, first + q, panel, width);
                }
            }
            for (int q = 0; q < queries; q++) {
                refine(first + q, nearest[q]);
            }
        }

        private void offer(NearestList nearest, float[] inner, int offset, int query, int panel, int width) {
            float norm = squaredNorms[query];
            float threshold = nearest.threshold();
            for (int j = 0; j < width; j++) {
                float distance = norm + squaredNorms[panel + j] - 2 * inner[offset + j];
                if (distance < threshold && panel + j != query) {
                    nearest.offer(distance, panel + j);
                    threshold = nearest.threshold();
                }
            }
        }

        /** Orders the candidates by their distances computed without cancellation. */
        private void refine(int query, NearestList candidates) {
            int[] ordered = Arrays.copyOf(candidates.indices, candidates.size());
            Arrays.sort(ordered);
            NearestList exact = new NearestList(k);
            for (int candidate : ordered) {
                exact.offer((float) points.squaredDistance(query, candidate), candidate);
            }
            System.arraycopy(exact.indices, 0, neighbors, (query - firstQuery) * k, k);
            System.arraycopy(exact.distances, 0, squaredDistances, (query - firstQuery) * k, k);
        }

        private static float[] squaredNorms(Points points) {
            float[] norms = new float[points.count()];
            int d = points.dimension();
            for (int i = 0; i < norms.length; i++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += (double) points.coordinates()[i * d + j] * points.coordinates()[i * d + j];
                }
                norms[i] = (float) sum;
            }
            return norms;
        }
    }
}
