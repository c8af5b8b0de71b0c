package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DensityTest {
    static List<Density> densities() {
        return List.of(
                Density.of(Spaces.linear(0, 1), List.of(0.1, 0.12, 0.9)),
                Density.of(Spaces.linear(0, 1), List.of()),
                Density.of(new LogRange(1e-6, 1, Map.of()), List.of(1e-3, 1e-3, 1e-2, 1.0)),
                Density.of(new IntegerRange(1, 7, Map.of()), List.of(2, 2, 3)),
                Density.of(Spaces.choice("a", "b", "c"), List.of("a", "a", "c")));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void theMassOverTheUnitIntervalIsOne(Density density) {
        int places = 63_000;
        double sum = 0;
        for (int i = 0; i < places; i++) {
            sum += density.at((i + 0.5) / places);
        }
        assertEquals(1, sum / places, 1e-6);
    }

    /** Of ten thousand draws as many lie in each tenth as its mass says, within five standard deviations. */
    @ParameterizedTest
    @MethodSource("densities")
    void drawsFollowTheDensity(Density density) {
        RandomGenerator random = new Seeds(5).stream("test");
        int draws = 10_000;
        int[] counts = new int[2];
        for (int i = 0; i < draws; i++) {
            counts[density.draw(random) < 0.4 ? 0 : 1]++;
        }
        double mass = 0;
        for (int i = 0; i < 40_000; i++) {
            mass += density.at((i + 0.5) / 100_000) / 100_000;
        }
        // Whole numbers and choices are drawn by the interval that they own, which 0.4 may cut.
        double slack = density instanceof KernelDensity ? 0.08 : 0.2;
        assertEquals(mass, counts[0] / (double) draws, slack);
        assertTrue(counts[0] > 0 && counts[1] > 0);
    }

    @Test
    void choicesCountWithOnePriorOverAll() {
        Density density = Density.of(Spaces.choice("a", "b", "c"), List.of("a", "a", "c"));
        assertEquals((2 + 1 / 3.0) / 4 * 3, density.at(0.1), 1e-12);
        assertEquals((0 + 1 / 3.0) / 4 * 3, density.at(0.5), 1e-12);
    }
}
