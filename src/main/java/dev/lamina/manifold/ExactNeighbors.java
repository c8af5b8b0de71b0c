package dev.lamina.manifold;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Exact nearest neighbors by brute force in tiles: inner products of a block of points with a panel of points bound
 * ‖x − y‖² = ‖x‖² + ‖y‖² − 2⟨x, y⟩ ({@link DistanceBounds}); the few that may be among the nearest are computed again as
 * Σ(x − y)² in double ({@link Shortlist}), so that neither rounding nor cancellation can exchange neighbors. A pair serves
 * both its points: work n²d / 2 multiply-adds, memory n·k plus one panel a thread. The result depends on the points alone,
 * not on the threads or the width of the machine's vectors.
 */
public final class ExactNeighbors {
    private ExactNeighbors() {}

    /**
     * The k nearest other points of every point.
     *
     * @param threads how many tiles are worked on at a time
     * @param progress told the fraction done, from any thread, now and then; may throw to stop
     */
    public static NeighborGraph find(Points points, int k, int threads, DoubleConsumer progress) {
        check(k, points.count() - 1);
        var search = new NeighborSearch(points, 0, k);
        return find(search, Tiles.mutual(points.count(), 0), threads, progress);
    }

    /**
     * As {@link #find}, where those among the first points are known: work n m d for m new points.
     *
     * @param known the nearest of the first points among themselves
     */
    static NeighborGraph grown(NeighborGraph known, Points points, int threads, DoubleConsumer progress) {
        var search = new NeighborSearch(points, 0, known.k());
        search.know(known);
        return find(search, Tiles.mutual(points.count(), known.count()), threads, progress);
    }

    /**
     * For every point behind the first {@code candidates} ones, the k nearest of those: row q of the graph belongs to
     * point {@code candidates + q}.
     *
     * @param threads as in {@link #find}
     */
    public static NeighborGraph amongFirst(Points points, int candidates, int k, int threads, DoubleConsumer progress) {
        check(k, candidates);
        var search = new NeighborSearch(points, candidates, k);
        return find(search, Tiles.amongFirst(points.count(), candidates), threads, progress);
    }

    private static void check(int k, int others) {
        if (k < 1 || k > others) {
            throw new IllegalArgumentException(
                    k + " neighbors: choose between 1 and " + others + ", the number of other points");
        }
    }

    private static NeighborGraph find(NeighborSearch search, Tiles tiles, int threads, DoubleConsumer progress) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Workers.run(threads, () -> {
            NeighborSearch.Scan scan = search.scan();
            for (int run = next.getAndIncrement(); run < tiles.runs().size(); run = next.getAndIncrement()) {
                scan.of(tiles.runs().get(run));
                progress.accept((double) done.incrementAndGet() / (tiles.runs().size() + 1));
            }
        });
        NeighborGraph graph = search.settle(threads);
        progress.accept(1);
        return graph;
    }
}
