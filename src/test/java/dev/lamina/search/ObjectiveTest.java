package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final List<Double> MEASURED = List.of(Double.NaN, 0.5, 0.8, Double.NaN, 0.7);

    @Test
    void theBestSoFarOrTheLastCounts() {
        assertEquals(List.of(Double.NaN, -0.5, -0.8, -0.8, -0.8), losses(Objective.Goal.MAXIMIZE, Objective.At.BEST));
        assertEquals(List.of(Double.NaN, -0.5, -0.8, -0.8, -0.7), losses(Objective.Goal.MAXIMIZE, Objective.At.LAST));
        assertEquals(List.of(Double.NaN, 0.5, 0.5, 0.5, 0.5), losses(Objective.Goal.MINIMIZE, Objective.At.BEST));
    }

    private static List<Double> losses(Objective.Goal goal, Objective.At at) {
        return new Objective("x", goal, at).losses(MEASURED);
    }
}
