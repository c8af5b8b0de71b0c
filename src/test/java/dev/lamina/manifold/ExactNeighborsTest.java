package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactNeighborsTest {
    static Points gaussian(int count, int dimension, long seed) {
        RandomGenerator random = new Seeds(seed).stream("points");
        float[] x = new float[count * dimension];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return new Points(count, dimension, x);
    }

    @ParameterizedTest
    @CsvSource({"30, 1, 3, 1", "257, 5, 14, 2", "700, 33, 8, 2", "1100, 2, 15, 1"})
    void theyAreThoseOfABruteForceSearchInDouble(int count, int dimension, int k, int threads) {
        Points points = gaussian(count, dimension, 7);
        NeighborGraph graph = ExactNeighbors.find(points, k, threads, _ -> {});
        for (int i = 0; i < count; i++) {
            int[] expected = nearest(points, i, k);
            assertArrayEquals(expected, Arrays.copyOfRange(graph.neighbors(), i * k, (i + 1) * k), "point " + i);
            assertEquals((float) squaredDistance(points, i, expected[0]), graph.squaredDistances()[i * k]);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 300, 14, 1", "1000, 300, 14, 2", "900, 3, 5, 3"})
    void theyAreThoseOfABruteForceSearchFarFromTheOriginAndAmongCopies(int count, int dimension, int k, int threads) {
        Points points = farAndRepeated(count, dimension);
        NeighborGraph graph = ExactNeighbors.find(points, k, threads, _ -> {});
        for (int i = 0; i < count; i++) {
            int[] expected = nearest(points, i, k);
            assertArrayEquals(expected, Arrays.copyOfRange(graph.neighbors(), i * k, (i + 1) * k), "point " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 40, 300, 14, 1", "1000, 999, 30, 5, 2", "900, 300, 3, 5, 3"})
    void theyAreTheSameWhereThoseOfTheFirstPointsWereKnown(int count, int known, int dimension, int k, int threads) {
        for (Points points : List.of(gaussian(count, dimension, 3), farAndRepeated(count, dimension))) {
            Points first = points.select(IntStream.range(0, known).toArray());
            NeighborGraph whole = ExactNeighbors.find(points, k, threads, _ -> {});
            NeighborGraph grown =
                    ExactNeighbors.grown(ExactNeighbors.find(first, k, threads, _ -> {}), points, threads, _ -> {});
            assertArrayEquals(whole.neighbors(), grown.neighbors());
            assertArrayEquals(whole.squaredDistances(), grown.squaredDistances());
        }
    }

    /** A cloud whose spread is a hundred-thousandth of its distance to the origin, a far point, and 60 copies of each of 5. */
    private static Points farAndRepeated(int count, int dimension) {
        float[] x = gaussian(count, dimension, 9).coordinates();
        for (int i = 0; i < x.length; i++) {
            x[i] = 1000 + 0.01f * x[i];
        }
        for (int i = 0; i < 300; i++) {
            System.arraycopy(x, i % 5 * dimension, x, (i * 3 + 1) % count * dimension, dimension);
        }
        x[x.length - 1] = 2000;
        return new Points(count, dimension, x);
    }

    @Test
    void equalPointsHaveTheFirstOnesAsNeighbors() {
        NeighborGraph graph = ExactNeighbors.find(new Points(5000, 2, new float[10_000]), 3, 2, _ -> {});
        assertArrayEquals(new int[] {1, 2, 3, 0, 2, 3}, Arrays.copyOf(graph.neighbors(), 6));
        assertArrayEquals(new int[] {0, 1, 2}, Arrays.copyOfRange(graph.neighbors(), 14_997, 15_000));
    }

    @Test
    void aPointThatIsNoNumberIsNoNeighborAndSpoilsNoOther() {
        Points points = gaussian(500, 4, 10);
        NeighborGraph clean =
                ExactNeighbors.find(points.select(IntStream.range(0, 499).toArray()), 3, 1, _ -> {});
        points.coordinates()[499 * 4] = Float.NaN;
        NeighborGraph graph = ExactNeighbors.find(points, 3, 1, _ -> {});
        assertArrayEquals(clean.neighbors(), Arrays.copyOf(graph.neighbors(), 499 * 3));
        assertArrayEquals(clean.squaredDistances(), Arrays.copyOf(graph.squaredDistances(), 499 * 3));
    }

    @Test
    void amongTheFirstPointsTheyAreTheNearestOfThose() {
        Points points = gaussian(700, 9, 8);
        NeighborGraph graph = ExactNeighbors.amongFirst(points, 560, 4, 2, _ -> {});
        assertEquals(140, graph.count());
        for (int q = 0; q < 140; q++) {
            int query = 560 + q;
            int[] expected = IntStream.range(0, 560)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer j) -> (float) squaredDistance(points, query, j)))
                    .limit(4)
                    .mapToInt(j -> j)
                    .toArray();
            assertArrayEquals(expected, Arrays.copyOfRange(graph.neighbors(), q * 4, (q + 1) * 4), "query " + q);
        }
    }

    @Test
    void closePointsFarFromTheOriginKeepTheirOrder() {
        float[] x = {1000, 1000.001f, 1000.003f, 1000.007f, 1000.015f};
        NeighborGraph graph = ExactNeighbors.find(new Points(5, 1, x), 2, 1, _ -> {});
        assertArrayEquals(new int[] {1, 2, 0, 2, 1, 0, 2, 1, 3, 2}, graph.neighbors());
    }

    @Test
    void moreNeighborsThanOtherPointsAreRefused() {
        var e = assertThrows(
                IllegalArgumentException.class, () -> ExactNeighbors.find(gaussian(5, 2, 1), 5, 1, _ -> {}));
        assertEquals("5 neighbors: choose between 1 and 4, the number of other points", e.getMessage());
    }

    @Test
    void whatTheProgressThrowsEndsTheSearch() {
        assertThrows(
                IllegalStateException.class,
                () -> ExactNeighbors.find(gaussian(600, 2, 1), 5, 2, _ -> {
                    throw new IllegalStateException("stopped");
                }));
    }

    private static int[] nearest(Points points, int query, int k) {
        float[] distances = new float[points.count()];
        for (int j = 0; j < distances.length; j++) {
            distances[j] = (float) squaredDistance(points, query, j);
        }
        return IntStream.range(0, distances.length)
                .filter(j -> j != query)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> distances[j]).thenComparingInt(j -> j))
                .limit(k)
                .mapToInt(j -> j)
                .toArray();
    }

    private static double squaredDistance(Points p, int a, int b) {
        double sum = 0;
        for (int j = 0; j < p.dimension(); j++) {
            double d = (double) p.coordinates()[a * p.dimension() + j] - p.coordinates()[b * p.dimension() + j];
            sum += d * d;
        }
        return sum;
    }
}
