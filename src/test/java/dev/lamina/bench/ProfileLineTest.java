package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.OperationPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileLineTest {
    @Test
    void operationsOfOneKindAndAlgorithmAreSummedAndTheLongestComesFirst() {
        List<OperationPlan> plan = List.of(
                new OperationPlan("a", "convolution forward", "direct"),
                new OperationPlan("b", "norm", "vector"),
                new OperationPlan("c", "convolution forward", "direct"),
                new OperationPlan("d", "convolution forward", "winograd"));
        List<ProfileLine> lines = ProfileLine.of(plan, new double[] {1e-3, 4e-3, 2e-3, 0.5e-3});
        assertEquals(
                List.of(
                        new ProfileLine("norm", "vector", 1, 4),
                        new ProfileLine("convolution forward", "direct", 2, 3),
                        new ProfileLine("convolution forward", "winograd", 1, 0.5)),
                lines);
    }
}
