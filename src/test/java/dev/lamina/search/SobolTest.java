package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SobolTest {
    /** Joe and Kuo 2008, new-joe-kuo-6.21201, in Gray code order. */
    @Test
    void theFirstPointsAreThoseOfJoeAndKuo() {
        double[][] first = {
            {0, 0, 0},
            {0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25},
            {0.25, 0.75, 0.75},
            {0.375, 0.375, 0.625},
            {0.875, 0.875, 0.125},
            {0.625, 0.125, 0.875},
            {0.125, 0.625, 0.375}
        };
        for (int i = 0; i < first.length; i++) {
            assertArrayEquals(first[i], Sobol.unscrambled(3, i), "point " + i);
        }
    }

    /** A net in base 2: of 64 points one lies in each of the 64 boxes 2^-a by 2^-(6-a). */
    @Test
    void scrambledPointsStillLieOneInEachElementaryInterval() {
        SearchSpace space = Spaces.cube(2);
        for (long seed = 1; seed <= 5; seed++) {
            for (int a = 0; a <= 6; a++) {
                Set<Integer> boxes = new HashSet<>();
                for (int trial = 0; trial < 64; trial++) {
                    Point point =
                            new Sobol().next(space, List.of(), trial, seed).orElseThrow();
                    int x = (int) (Spaces.number(point, "x0") * (1 << a));
                    int y = (int) (Spaces.number(point, "x1") * (1 << (6 - a)));
                    boxes.add((x << (6 - a)) + y);
                }
                assertEquals(64, boxes.size(), "seed " + seed + ", boxes 2^-" + a);
            }
        }
    }

    @Test
    void anotherSeedGivesOtherPointsAndTheSameSeedTheSame() {
        SearchSpace space = Spaces.cube(3);
        Point one = new Sobol().next(space, List.of(), 5, 1).orElseThrow();
        assertEquals(one, new Sobol().next(space, List.of(), 5, 1).orElseThrow());
        assertNotEquals(one, new Sobol().next(space, List.of(), 5, 2).orElseThrow());
    }

    /** The mean of Π (1 + (x − 1/2)/2) is 1; of 256 points a random mean is off by about 0.02. */
    @Test
    void meansConvergeFasterThanThoseOfRandomPoints() {
        double sobol = 0;
        double random = 0;
        for (long seed = 1; seed <= 20; seed++) {
            sobol += Math.abs(mean(new Sobol(), seed) - 1);
            random += Math.abs(mean(new RandomPoints(), seed) - 1);
        }
        assertTrue(sobol < random / 5, sobol + " against " + random);
    }

    private static double mean(Strategy strategy, long seed) {
        SearchSpace space = Spaces.cube(4);
        double sum = 0;
        for (int trial = 0; trial < 256; trial++) {
            Point point = strategy.next(space, List.of(), trial, seed).orElseThrow();
            sum += space.dimensions().keySet().stream()
                    .mapToDouble(key -> 1 + (Spaces.number(point, key) - 0.5) / 2)
                    .reduce(1, (a, b) -> a * b);
        }
        return sum / 256;
    }
}
