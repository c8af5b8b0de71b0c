package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApproximateNeighborsTest {
    private static final Points POINTS = ExactNeighborsTest.gaussian(3000, 16, 4);

    @Test
    void theyAreNearlyTheExactOnesAndTheRecallSaysHowNearly() {
        NeighborGraph found = ApproximateNeighbors.find(POINTS, 14, 2, _ -> {});
        NeighborGraph exact = ExactNeighbors.find(POINTS, 14, 2, _ -> {});
        double recall = NeighborRecall.of(found, POINTS, 2);
        assertTrue(recall > 0.97 && recall <= 1, "recall " + recall);
        long same = IntStream.range(0, 3000)
                .mapToLong(i -> Arrays.stream(row(found, i))
                        .filter(j -> Arrays.stream(row(exact, i)).anyMatch(e -> e == j))
                        .count())
                .sum();
        assertEquals(same / 42_000.0, recall, 0.01);
        assertEquals(1, NeighborRecall.of(exact, POINTS, 2));
    }

    private static int[] row(NeighborGraph graph, int i) {
        return Arrays.copyOfRange(graph.neighbors(), i * 14, (i + 1) * 14);
    }

    @Test
    void theyRepeatWhateverTheThreads() {
        NeighborGraph one = ApproximateNeighbors.find(POINTS, 10, 1, _ -> {});
        NeighborGraph two = ApproximateNeighbors.find(POINTS, 10, 2, _ -> {});
        assertArrayEquals(one.neighbors(), two.neighbors());
        assertArrayEquals(one.squaredDistances(), two.squaredDistances());
    }

    @Test
    void neighborsComeNearestFirstWithoutThePointItself() {
        NeighborGraph found = ApproximateNeighbors.find(POINTS, 5, 1, _ -> {});
        for (int i = 0; i < 3000; i++) {
            for (int j = 0; j < 5; j++) {
                int at = i * 5 + j;
                assertTrue(found.neighbors()[at] != i);
                assertTrue(j == 0 || found.squaredDistances()[at - 1] <= found.squaredDistances()[at]);
                assertEquals((float) POINTS.squaredDistance(i, found.neighbors()[at]), found.squaredDistances()[at]);
            }
        }
    }

    @Test
    void manyCopiesOfOnePointDoNotEndIt() {
        NeighborGraph found = ApproximateNeighbors.find(new Points(60, 2, new float[120]), 14, 1, _ -> {});
        assertEquals(0, found.squaredDistances()[60 * 14 - 1]);
    }

    @Test
    void whatTheProgressThrowsEndsTheSearch() {
        assertThrows(
                IllegalStateException.class,
                () -> ApproximateNeighbors.find(POINTS, 5, 2, _ -> {
                    throw new IllegalStateException("stopped");
                }));
    }

    @Test
    void anInterpolationAboveTheSizeUsesThemAndReportsTheirRecall() {
        Points template = POINTS.select(IntStream.range(0, 2000).toArray());
        Points queries = POINTS.select(IntStream.range(2000, 3000).toArray());
        int[] labels = IntStream.range(0, 2000)
                .map(i -> template.coordinates()[i * 16] > 0 ? 1 : 0)
                .toArray();
        Interpolation exact =
                new Interpolator(WnllSettings.DEFAULT, 2, _ -> {}).interpolate(template, labels, queries, 2);
        Interpolation near = new Interpolator(WnllSettings.DEFAULT.withApproximateAbove(2999), 2, _ -> {})
                .interpolate(template, labels, queries, 2);
        assertEquals(1, exact.neighborRecall());
        assertTrue(near.neighborRecall() > 0.97 && near.neighborRecall() <= 1, "recall " + near.neighborRecall());
        assertArrayEquals(exact.scores(), near.scores(), 0.5);
        assertArrayEquals(
                exact.scores(),
                new Interpolator(WnllSettings.DEFAULT.withApproximateAbove(3000), 1, _ -> {})
                        .interpolate(template, labels, queries, 2)
                        .scores());
    }
}
