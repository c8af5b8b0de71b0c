package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PLaplacianTest {
    private static final WnllSettings SETTINGS = new WnllSettings(
            7, 4, WeightKernel.REFERENCE_CODE, ExtraTerm.PLAIN, 1e-10, 0, TemplateVote.SCORES, 0, 200_000);

    /** Two labelled ends, 1 and 0, and one point between, joined by weights a and b. */
    private static SparseMatrix path(double a, double b) {
        return new SparseMatrix(3, new int[] {0, 0, 0, 2}, new int[] {0, 1}, new double[] {a, b});
    }

    /** Worked example: a (1 − u)^{p−1} = b u^{p−1}, so that u = 1/(1 + (b/a)^{1/(p−1)}), but for the softening. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 3, 4})
    void betweenTwoEndsItDividesByTheRootOfTheWeights(double p) {
        double u = PLaplacian.scores(path(8, 1), new int[] {0, 1}, 0, p, 1e-12)[0];
        assertEquals(1 / (1 + Math.pow(1.0 / 8, 1 / (p - 1))), u, 2e-3);
    }

    @Test
    void withPOf2ItIsThePlainGraphLaplacian() {
        Points template = ExactNeighborsTest.gaussian(60, 3, 1);
        Points queries = ExactNeighborsTest.gaussian(40, 3, 2);
        int[] labels = new int[60];
        for (int i = 0; i < 60; i++) {
            labels[i] = template.coordinates()[3 * i] > 0 ? 1 : 0;
        }
        assertArrayEquals(
                new Interpolator(SETTINGS, 1, _ -> {})
                        .interpolate(template, labels, queries, 2)
                        .predictions(),
                PLaplacian.classify(template, labels, queries, 2, SETTINGS, 2, 1, _ -> {}));
    }

    @Test
    void wellSeparatedClassesAreToldApart() {
        Points template = InterpolatorTest.clouds(90, 1);
        int[] predictions = PLaplacian.classify(
                template, InterpolatorTest.labels(90), InterpolatorTest.clouds(30, 2), 3, SETTINGS, 3, 2, _ -> {});
        assertArrayEquals(InterpolatorTest.labels(30), predictions);
    }
}
