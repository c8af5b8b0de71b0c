package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PropagationTest {
    private static final int COUNT = 300;
    private static final int LABELLED = 30;

    private final Points points = TwoMoons.points(COUNT, 0.1, 3);

    private static WnllSettings settings(ExtraTerm term) {
        return new WnllSettings(15, 8, WeightKernel.REFERENCE_CODE, term, 1e-12, 0, TemplateVote.SCORES, 0, 200_000);
    }

    @ParameterizedTest
    @EnumSource(ExtraTerm.class)
    void theSweepsEndWhereConjugateGradientsDo(ExtraTerm term) {
        int[] labels = TwoMoons.labels(COUNT, LABELLED);
        Propagation propagation = Propagation.of(points, labels, 2, settings(term));
        int most = 100_000;
        while (propagation.sweep() > 1e-12 && propagation.sweeps() < most) {
            // Goes on.
        }
        assertTrue(propagation.sweeps() < most);
        NeighborGraph graph = ExactNeighbors.find(points, 14, 1, _ -> {});
        Interpolation solved =
                WeightedNonlocalLaplacian.interpolate(graph, Arrays.copyOf(labels, LABELLED), 2, settings(term));
        for (int q = 0; q < solved.queries(); q++) {
            assertEquals(solved.scores()[2 * q], propagation.score(LABELLED + q, 0), 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(ExtraTerm.class)
    void scoresStayBetween0And1AndSumTo1AtEveryMoment(ExtraTerm term) {
        Propagation propagation = Propagation.of(points, TwoMoons.labels(COUNT, 6), 2, settings(term));
        for (int sweep = 0; sweep < 200; sweep++) {
            propagation.sweep();
            for (int i = 0; i < COUNT; i++) {
                double first = propagation.score(i, 0);
                assertTrue(first >= 0 && first <= 1, "score " + first);
                assertEquals(1, first + propagation.score(i, 1), 1e-12);
            }
        }
    }

    /** Which points are labelled, not where they stand in the list, decides. */
    @Test
    void thePointsMayComeInAnyOrder() {
        int[] reversed = new int[COUNT];
        Arrays.setAll(reversed, i -> COUNT - 1 - i);
        int[] labels = TwoMoons.labels(COUNT, LABELLED);
        int[] others = new int[COUNT];
        Arrays.setAll(others, i -> labels[reversed[i]]);
        Propagation one = Propagation.of(points, labels, 2, settings(ExtraTerm.WEIGHTED));
        Propagation other = Propagation.of(points.select(reversed), others, 2, settings(ExtraTerm.WEIGHTED));
        for (int sweep = 0; sweep < 50; sweep++) {
            one.sweep();
            other.sweep();
        }
        for (int i = 0; i < COUNT; i++) {
            assertEquals(one.score(i, 1), other.score(reversed[i], 1), 1e-9);
        }
    }

    @Test
    void everyPointHasItsNeighborsAmongTheEdges() {
        int[] degrees = new int[COUNT];
        Propagation.of(points, TwoMoons.labels(COUNT, 6), 2, settings(ExtraTerm.WEIGHTED))
                .forEachEdge((x, y, weight) -> {
                    degrees[x]++;
                    assertTrue(x != y && weight >= 0 && weight <= 1);
                });
        assertTrue(Arrays.stream(degrees).allMatch(degree -> degree == 14));
    }

    @Test
    void withoutALabelThereIsNothingToSpread() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Propagation.of(points, TwoMoons.labels(COUNT, 0), 2, settings(ExtraTerm.WEIGHTED)));
    }
}
