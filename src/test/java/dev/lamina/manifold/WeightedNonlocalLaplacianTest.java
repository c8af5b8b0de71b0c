package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.Seeds;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightedNonlocalLaplacianTest {
    private static final int CLASSES = 3;
    private static final int TEMPLATE = 60;

    private static WnllSettings settings(WeightKernel kernel, ExtraTerm term) {
        return new WnllSettings(15, 8, kernel, term, 1e-10, 0, TemplateVote.SCORES, 0, 200_000);
    }

    /** Three clouds around the corners of a triangle; labels of all points. */
    private static int[] labels(int count) {
        return IntStream.range(0, count).map(i -> i % CLASSES).toArray();
    }

    private static Points clouds(int count, long seed) {
        RandomGenerator random = new Seeds(seed).stream("clouds");
        float[] x = new float[count * 2];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * (i % CLASSES) / CLASSES;
            x[2 * i] = (float) (2 * Math.cos(angle) + random.nextGaussian());
            x[2 * i + 1] = (float) (2 * Math.sin(angle) + random.nextGaussian());
        }
        return new Points(count, 2, x);
    }

    private static Interpolation interpolate(Points all, int[] labels, WnllSettings settings) {
        NeighborGraph graph = ExactNeighbors.find(all, settings.graphNeighbors(), 1, _ -> {});
        return WeightedNonlocalLaplacian.interpolate(graph, labels, CLASSES, settings);
    }

    @ParameterizedTest
    @EnumSource(WeightKernel.class)
    void scoresObeyTheMaximumPrincipleAndSumToOne(WeightKernel kernel) {
        for (ExtraTerm term : ExtraTerm.values()) {
            Interpolation u = interpolate(clouds(400, 3), labels(TEMPLATE), settings(kernel, term));
            for (int q = 0; q < u.queries(); q++) {
                double sum = 0;
                for (int c = 0; c < CLASSES; c++) {
                    double score = u.scores()[q * CLASSES + c];
                    assertTrue(score >= -1e-8 && score <= 1 + 1e-8, "score " + score);
                    sum += score;
                }
                assertEquals(1, sum, 1e-8);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WeightKernel.class)
    void scoresSolveTheEquationOfThePaper(WeightKernel kernel) {
        WnllSettings settings = settings(kernel, ExtraTerm.WEIGHTED);
        Points all = clouds(120, 5);
        int k = settings.graphNeighbors();
        NeighborGraph graph = ExactNeighbors.find(all, k, 1, _ -> {});
        int[] labels = labels(40);
        Interpolation u = WeightedNonlocalLaplacian.interpolate(graph, labels, CLASSES, settings);
        double[][] w = new double[120][120];
        int scale = 7 - 1;
        for (int i = 0; i < 120; i++) {
            double sigma2 = graph.squaredDistances()[i * k + scale];
            for (int j = 0; j < k; j++) {
                double ratio = graph.squaredDistances()[i * k + j] / sigma2;
                w[i][graph.neighbors()[i * k + j]] =
                        kernel == WeightKernel.PAPER ? Math.exp(-ratio) : Math.exp(-ratio * ratio);
            }
        }
        double mu = kernel == WeightKernel.PAPER ? 2 : 3;
        for (int x = 40; x < 120; x++) {
            for (int c = 0; c < CLASSES; c++) {
                double sum = 0;
                for (int y = 0; y < 120; y++) {
                    double uy = y < 40 ? (labels[y] == c ? 1 : 0) : u.scores()[(y - 40) * CLASSES + c];
                    double weight = w[x][y] + w[y][x] + (y < 40 ? mu * w[y][x] : 0);
                    sum += weight * (u.scores()[(x - 40) * CLASSES + c] - uy);
                }
                assertEquals(0, sum, 1e-7, "equation of point " + x);
            }
        }
    }

    @Test
    void theOrderOfQueriesDoesNotMatter() {
        Points all = clouds(300, 11);
        int[] order = IntStream.range(0, 300)
                .map(i -> i < TEMPLATE ? i : 299 + TEMPLATE - i)
                .toArray();
        WnllSettings settings = settings(WeightKernel.REFERENCE_CODE, ExtraTerm.WEIGHTED);
        Interpolation straight = interpolate(all, labels(TEMPLATE), settings);
        Interpolation reversed = interpolate(all.select(order), labels(TEMPLATE), settings);
        for (int q = 0; q < straight.queries(); q++) {
            for (int c = 0; c < CLASSES; c++) {
                assertEquals(
                        straight.scores()[q * CLASSES + c],
                        reversed.scores()[(straight.queries() - 1 - q) * CLASSES + c],
                        1e-7);
            }
        }
    }

    @Test
    void onALineThePlainFormInterpolatesLinearly() {
        int n = 41;
        float[] x = new float[n];
        x[0] = 0;
        x[1] = n - 1;
        for (int i = 2; i < n; i++) {
            x[i] = i - 1;
        }
        var settings = new WnllSettings(
                3, 3, WeightKernel.REFERENCE_CODE, ExtraTerm.PLAIN, 1e-12, 0, TemplateVote.SCORES, 0, 200_000);
        NeighborGraph graph = ExactNeighbors.find(new Points(n, 1, x), 2, 1, _ -> {});
        Interpolation u = WeightedNonlocalLaplacian.interpolate(graph, new int[] {0, 1}, 2, settings);
        for (int q = 4; q < n - 6; q++) {
            double second = u.scores()[2 * (q + 1)] - 2 * u.scores()[2 * q] + u.scores()[2 * (q - 1)];
            assertEquals(0, second, 1e-6, "no curvature inside");
        }
    }

    @Test
    void pointsOutOfReachOfEveryLabelGetTheClassPrior() {
        float[] x = new float[60];
        for (int i = 0; i < 60; i++) {
            x[i] = i < 40 ? i : 10_000 + i;
        }
        var settings = new WnllSettings(
                4, 3, WeightKernel.REFERENCE_CODE, ExtraTerm.WEIGHTED, 1e-9, 0, TemplateVote.SCORES, 0, 200_000);
        NeighborGraph graph = ExactNeighbors.find(new Points(60, 1, x), 3, 1, _ -> {});
        Interpolation u = WeightedNonlocalLaplacian.interpolate(graph, new int[] {0, 0, 1, 2}, CLASSES, settings);
        assertEquals(20, u.disconnected());
        double[] last = new double[CLASSES];
        System.arraycopy(u.scores(), 55 * CLASSES, last, 0, CLASSES);
        assertArrayEquals(new double[] {0.5, 0.25, 0.25}, last, 1e-12);
    }

    @Test
    void duplicatePointsDoNotBreakTheScale() {
        Points all = clouds(90, 2);
        System.arraycopy(all.coordinates(), 0, all.coordinates(), 120, 40);
        for (int i = 60; i < 90; i++) {
            all.coordinates()[2 * i] = 1;
            all.coordinates()[2 * i + 1] = 1;
        }
        Interpolation u = interpolate(all, labels(30), settings(WeightKernel.REFERENCE_CODE, ExtraTerm.WEIGHTED));
        for (double score : u.scores()) {
            assertTrue(Double.isFinite(score));
        }
    }

    @Test
    void theExpectedTemplateSizeIsTheCouponCollectors() {
        assertEquals(29.29, WeightedNonlocalLaplacian.expectedTemplateSize(10), 0.005);
    }
}
