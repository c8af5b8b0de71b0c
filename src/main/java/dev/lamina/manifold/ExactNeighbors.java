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
        if (k < 1 || k >= points.count()) {
            throw new IllegalArgumentException(
                    k + " neighbors: choose between 1 and " + (points.count() - 1) + ", the number of other points");
        }
        int blocks = Math.ceilDiv(points.count(), QUERY_BLOCK);
        var search = new Search(points, k, new int[points.count() * k], new float[points.count() * k]);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Workers.run(threads, () -> {
            var products = new InnerProducts(points.dimension(), QUERY_BLOCK);
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                search.block(block * QUERY_BLOCK, products);
                progress.accept((double) done.incrementAndGet() / blocks);
            }
        });
        return new NeighborGraph(points.count(), k, search.neighbors, search.squaredDistances);
    }

    private record Search(Points points, int k, int[] neighbors, float[] squaredDistances, float[] squaredNorms) {
        Search(Points points, int k, int[] neighbors, float[] squaredDistances) {
            this(points, k, neighbors, squaredDistances, squaredNorms(points));
        }

        void block(int first, InnerProducts products) {
            int queries = Math.min(QUERY_BLOCK, points.count() - first);
            int kept = Math.min(k + SPARE, points.count() - 1);
            NearestList[] nearest = IntStream.range(0, queries)
                    .mapToObj(_ -> new NearestList(kept))
                    .toArray(NearestList[]::new);
            for (int panel = 0; panel < points.count(); panel += InnerProducts.PANEL) {
                int width = Math.min(InnerProducts.PANEL, points.count() - panel);
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
                exact.offer((float) squaredDistance(query, candidate), candidate);
            }
            System.arraycopy(exact.indices, 0, neighbors, query * k, k);
            System.arraycopy(exact.distances, 0, squaredDistances, query * k, k);
        }

        private double squaredDistance(int a, int b) {
            float[] x = points.coordinates();
            int d = points.dimension();
            double sum = 0;
            for (int j = 0; j < d; j++) {
                double difference = (double) x[a * d + j] - x[b * d + j];
                sum += difference * difference;
            }
            return sum;
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
