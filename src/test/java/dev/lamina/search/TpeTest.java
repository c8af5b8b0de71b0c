package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TpeTest {
    private static final Tpe TPE = new Tpe(16, 24);
    private static final int SEEDS = 40;

    private static final double[] HARTMANN_ALPHA = {1.0, 1.2, 3.0, 3.2};
    private static final double[][] HARTMANN_A = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_P = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };
    private static final double HARTMANN_MINIMUM = -3.32237;

    /** Hartmann's function of six variables, as in Surjanovic and Bingham's library of test functions. */
    private static double hartmann(Point point) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double inner = 0;
            for (int j = 0; j < 6; j++) {
                double distance = Spaces.number(point, "x" + j) - HARTMANN_P[i][j];
                inner += HARTMANN_A[i][j] * distance * distance;
            }
            sum -= HARTMANN_ALPHA[i] * Math.exp(-inner);
        }
        return sum;
    }

    private record Duel(double tpe, double random, int won) {}

    private static Duel duel(SearchSpace space, ToDoubleFunction<Point> function, double minimum, int trials) {
        double[] tpe = new double[SEEDS];
        double[] random = new double[SEEDS];
        int won = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            tpe[seed] = Spaces.best(TPE, space, function, trials, seed) - minimum;
            random[seed] = Spaces.best(new RandomPoints(), space, function, trials, seed) - minimum;
            won += tpe[seed] < random[seed] ? 1 : 0;
        }
        Arrays.sort(tpe);
        Arrays.sort(random);
        return new Duel(tpe[SEEDS / 2], random[SEEDS / 2], won);
    }

    @Test
    void itFindsTheMinimumOfAQuadraticBetterThanRandomPoints() {
        SearchSpace space = Spaces.cube(3);
        Duel duel = duel(
                space,
                point -> space.dimensions().keySet().stream()
                        .mapToDouble(key -> Math.pow(Spaces.number(point, key) - 0.7, 2))
                        .sum(),
                0,
                60);
        assertTrue(duel.tpe() < duel.random() / 2 && duel.won() >= 34, duel.toString());
    }

    @Test
    void itComesNearTheMinimumOfHartmannsFunction() {
        Duel duel = duel(Spaces.cube(6), TpeTest::hartmann, HARTMANN_MINIMUM, 100);
        assertTrue(duel.tpe() <= 0.5 && duel.won() >= 34, duel.toString());
    }

    @Test
    void itFindsItsWayThroughChoicesAndOrdersOfMagnitudeToo() {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensions.put("rate", new LogRange(1e-5, 1, Map.of()));
        dimensions.put("layers", new IntegerRange(1, 20, Map.of()));
        dimensions.put("activation", Spaces.choice("relu", "elu", "mpelu"));
        dimensions.put("alpha", new LinearRange(0, 1, Map.of("activation", List.of("mpelu"))));
        Duel duel = duel(
                Spaces.of(dimensions),
                point -> {
                    double rate = Math.log10(Spaces.number(point, "rate")) + 2;
                    double layers = (Spaces.number(point, "layers") - 14) / 10;
                    double activation = point.values().get("activation").equals("mpelu")
                            ? Math.abs(Spaces.number(point, "alpha") - 0.25)
                            : 0.6;
                    return rate * rate + layers * layers + activation;
                },
                0,
                80);
        assertTrue(duel.tpe() <= 0.75 * duel.random(), duel.toString());
    }

    @Test
    void theFirstTrialsAreSobolPointsSoThatParallelOnesDiffer() {
        SearchSpace space = Spaces.cube(2);
        List<Observation> running = new ArrayList<>();
        Set<Point> points = new HashSet<>();
        for (int trial = 0; trial < 16; trial++) {
            Point point = TPE.next(space, running, trial, 3).orElseThrow();
            assertEquals(new Sobol().next(space, List.of(), trial, 3).orElseThrow(), point);
            points.add(point);
            running.add(new Observation(point, Observation.State.RUNNING, 0, Double.NaN));
        }
        assertEquals(16, points.size());
    }

    @Test
    void itKeepsAwayFromTrialsThatRun() {
        SearchSpace space = Spaces.cube(1);
        List<Observation> seen = Spaces.observed(TPE, space, p -> Math.abs(Spaces.number(p, "x0") - 0.3), 30, 1);
        Point first = TPE.next(space, seen, 30, 1).orElseThrow();
        List<Observation> more = new ArrayList<>(seen);
        for (int i = 0; i < 20; i++) {
            more.add(new Observation(first, Observation.State.RUNNING, 0, Double.NaN));
        }
        Point second = TPE.next(space, more, 30, 1).orElseThrow();
        assertNotEquals(first, second);
    }

    @Test
    void failedTrialsAreTheWorst() {
        SearchSpace space = Spaces.of(Map.of("kind", Spaces.choice("good", "fails")));
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Object kind = i % 2 == 0 ? "good" : "fails";
            seen.add(new Observation(
                    new Point(Map.of("kind", kind)),
                    i % 2 == 0 ? Observation.State.MEASURED : Observation.State.FAILED,
                    1,
                    i % 2 == 0 ? 1 : Double.NaN));
        }
        for (int trial = 40; trial < 60; trial++) {
            assertEquals(
                    "good",
                    TPE.next(space, seen, trial, 1).orElseThrow().values().get("kind"));
        }
    }

    @Test
    void theSameObservationsGiveTheSamePoint() {
        SearchSpace space = Spaces.cube(6);
        List<Observation> seen = Spaces.observed(TPE, space, TpeTest::hartmann, 40, 9);
        assertEquals(TPE.next(space, seen, 40, 9), TPE.next(space, List.copyOf(seen), 40, 9));
    }
}
