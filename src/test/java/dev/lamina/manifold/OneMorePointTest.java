package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneMorePointTest {
    private static final int TEMPLATE = 60;
    private static final int REST = 240;
    private static final int QUERIES = 100;

    private final Points template = TwoMoons.points(TEMPLATE, 0.15, 3);
    private final Points rest = TwoMoons.points(REST, 0.15, 4);
    private final Points queries = TwoMoons.points(QUERIES, 0.4, 5);
    private final int[] labels = TwoMoons.labels(TEMPLATE, TEMPLATE);

    private static WnllSettings settings(WeightKernel kernel) {
        return new WnllSettings(15, 8, kernel, ExtraTerm.WEIGHTED, 1e-10, 0, TemplateVote.SCORES, 0, 200_000);
    }

    private OneMorePoint one(WnllSettings settings) {
        return OneMorePoint.of(template, labels, rest, 2, settings, _ -> {});
    }

    /** What the point changes about the others is left out: a few hundredths, and where two classes meet sometimes more. */
    @ParameterizedTest
    @EnumSource(WeightKernel.class)
    void theFormulaIsNearTheWholeSolutionWithThatPoint(WeightKernel kernel) {
        WnllSettings settings = settings(kernel);
        double[] formula = one(settings).scoresOf(queries);
        double[] differences = new double[QUERIES];
        for (int q = 0; q < QUERIES; q++) {
            Points all = rest.followedBy(queries.select(new int[] {q}));
            double[] solved = new Interpolator(settings, 1, _ -> {})
                    .interpolate(template, labels, all, 2)
                    .scores();
            differences[q] = Math.abs(solved[2 * REST] - formula[2 * q]);
        }
        Arrays.sort(differences);
        assertTrue(differences[QUERIES / 2] < 0.01, "median " + differences[QUERIES / 2]);
        assertTrue(differences[QUERIES * 9 / 10] < 0.05, "90 % " + differences[QUERIES * 9 / 10]);
        assertTrue(differences[QUERIES - 1] < 0.2, "largest " + differences[QUERIES - 1]);
    }

    @Test
    void scoresObeyTheMaximumPrincipleAndSumToOne() {
        double[] scores = one(settings(WeightKernel.REFERENCE_CODE)).scoresOf(TwoMoons.points(500, 2, 7));
        for (int q = 0; q < 500; q++) {
            assertTrue(scores[2 * q] >= -1e-9 && scores[2 * q] <= 1 + 1e-9, "score " + scores[2 * q]);
            assertEquals(1, scores[2 * q] + scores[2 * q + 1], 1e-9);
        }
    }

    /** One asked alone and one asked with others get the same answer. */
    @Test
    void companyDoesNotMatter() {
        OneMorePoint one = one(settings(WeightKernel.REFERENCE_CODE));
        double[] together = one.scoresOf(queries);
        for (int q = 0; q < QUERIES; q += 7) {
            assertEquals(together[2 * q], one.scoresOf(queries.select(new int[] {q}))[0]);
        }
    }
}
