package dev.lamina.manifold;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Nearest neighbors by walking a navigable graph (JVector's Vamana): work about n log n, some neighbors missed. How many
 * is measured on a sample against the exact ones. Points enter the graph one after the other, on one thread, so that the
 * result repeats; searches run on several. Source: Subramanya et al. 2019, DiskANN.
 */
final class ApproximateNeighbors {
    /** Edges of a point, candidates looked at while a point enters, slack and distance factor of the pruning. */
    private static final int DEGREE = 32;

    private static final int BUILD_CANDIDATES = 128;
    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;
    /** Candidates a search keeps for each neighbor that is wanted. */
    private static final int SEARCH_FACTOR = 6;
    /** Share of the work that goes into building, for the progress. */
    private static final double BUILD_SHARE = 0.7;

    private static final int TOLD_EVERY = 256;
    /** JVector tells which instructions it uses; a terminal is not the place. Held, for loggers are held weakly. */
    private static final Logger QUIET = Logger.getLogger("io.github.jbellis.jvector");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final Points points;
    private final int k;
    private final RandomAccessVectorValues vectors;
    private final int[] neighbors;
    private final float[] squaredDistances;

    private ApproximateNeighbors(Points points, int k) {
        this.points = points;
        this.k = k;
        VectorTypeSupport support = VectorizationProvider.getInstance().getVectorTypeSupport();
        int d = points.dimension();
        List<VectorFloat<?>> list = IntStream.range(0, points.count())
                .<VectorFloat<?>>mapToObj(
                        i -> support.createFloatVector(Arrays.copyOfRange(points.coordinates(), i * d, (i + 1) * d)))
                .toList();
        this.vectors = new ListRandomAccessVectorValues(list, d);
        this.neighbors = new int[points.count() * k];
        this.squaredDistances = new float[neighbors.length];
    }

    /**
     * About the k nearest other points of every point.
     *
     * @param threads that search; the neighbors do not depend on them
     * @param progress told the fraction done, from any thread, now and then; may throw to stop
     */
    static NeighborGraph find(Points points, int k, int threads, DoubleConsumer progress) {
        if (k < 1 || k >= points.count()) {
            throw new IllegalArgumentException(
                    k + " neighbors: choose between 1 and " + (points.count() - 1) + ", the number of other points");
        }
        return new ApproximateNeighbors(points, k).find(threads, progress);
    }

    private NeighborGraph find(int threads, DoubleConsumer progress) {
        BuildScoreProvider scores =
                BuildScoreProvider.randomAccessScoreProvider(vectors, VectorSimilarityFunction.EUCLIDEAN);
        try (ForkJoinPool pool = new ForkJoinPool(1);
                GraphIndexBuilder builder = new GraphIndexBuilder(
                        scores,
                        points.dimension(),
                        DEGREE,
                        BUILD_CANDIDATES,
                        OVERFLOW,
                        ALPHA,
                        false,
                        false,
                        pool,
                        pool)) {
            for (int i = 0; i < points.count(); i++) {
                if (i % TOLD_EVERY == 0) {
                    progress.accept(BUILD_SHARE * i / points.count());
                }
                builder.addGraphNode(i, vectors.getVector(i));
            }
            builder.cleanup();
            search(builder.getGraph(), threads, progress);
            return new NeighborGraph(points.count(), k, neighbors, squaredDistances);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void search(ImmutableGraphIndex graph, int threads, DoubleConsumer progress) {
        int chunks = Math.ceilDiv(points.count(), TOLD_EVERY);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Workers.run(threads, () -> {
            try (GraphSearcher searcher = new GraphSearcher(graph)) {
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    int end = Math.min(points.count(), (chunk + 1) * TOLD_EVERY);
                    for (int i = chunk * TOLD_EVERY; i < end; i++) {
                        search(searcher, i);
                    }
                    progress.accept(BUILD_SHARE + (1 - BUILD_SHARE) * done.incrementAndGet() / chunks);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void search(GraphSearcher searcher, int query) {
        var scores =
                DefaultSearchScoreProvider.exact(vectors.getVector(query), VectorSimilarityFunction.EUCLIDEAN, vectors);
        SearchResult found = searcher.search(scores, k + 1, SEARCH_FACTOR * (k + 1), 0, 0, Bits.ALL);
        int[] others = Arrays.stream(found.getNodes())
                .mapToInt(node -> node.node)
                .filter(node -> node != query)
                .sorted()
                .toArray();
        // A point whose neighborhood the walk does not reach is compared with all.
        int[] candidates = others.length >= k
                ? others
                : IntStream.range(0, points.count()).filter(i -> i != query).toArray();
        NearestList nearest = new NearestList(k);
        for (int candidate : candidates) {
            nearest.offer((float) points.squaredDistance(query, candidate), candidate);
        }
        System.arraycopy(nearest.indices, 0, neighbors, query * k, k);
        System.arraycopy(nearest.distances, 0, squaredDistances, query * k, k);
    }
}
