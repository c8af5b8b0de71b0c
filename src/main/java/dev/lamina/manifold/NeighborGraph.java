package dev.lamina.manifold;

/**
 * The k nearest other points of every point, nearest first, of equally near ones the lower number first.
 *
 * @param neighbors neighbor j of point i at {@code i * k + j}
 * @param squaredDistances their squared Euclidean distances, in the same order
 */
public record NeighborGraph(int count, int k, int[] neighbors, float[] squaredDistances) {
    public NeighborGraph {
        if ((long) count * k != neighbors.length || neighbors.length != squaredDistances.length) {
            throw new IllegalArgumentException("a graph of " + count + " points with " + k + " neighbors needs "
                    + (long) count * k + " entries, got " + neighbors.length + " and " + squaredDistances.length);
        }
    }
}
