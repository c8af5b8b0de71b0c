package dev.lamina.backend.cpu.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.program.LinearOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateSchedulingTest {
    private int nextId;

    private final Value x = value("x", Value.Kind.INPUT);
    private final Value w = value("w", Value.Kind.PARAMETER);
    private final Value dw = value("dw", Value.Kind.INTERMEDIATE);
    private final Value dy = value("dy", Value.Kind.INTERMEDIATE);
    private final Value dx = value("dx", Value.Kind.INTERMEDIATE);
    private final Value velocity = value("w#velocity", Value.Kind.STATE);
    private final Value hyperparameters = value("hyperparameters", Value.Kind.INPUT);

    private final Operation weights = new LinearOperation.BackwardWeights("fc", x, dy, dw, Optional.empty());
    private final Operation data = new LinearOperation.BackwardData("fc", dy, w, dx);
    private final Operation later =
            new LinearOperation.BackwardWeights("fc0", x, dx, value("dw0", Value.Kind.INTERMEDIATE), Optional.empty());
    private final Operation update = new UpdateOperation.Sgd(
            "fc", true, new UpdateRule(1, 1, Double.NEGATIVE_INFINITY), w, dw, velocity, hyperparameters);

    @Test
    void anUpdateComesRightAfterTheGradientAndTheLastUseOfTheParameter() {
        assertEquals(
                List.of(weights, data, update, later),
                UpdateScheduling.asEarlyAsPossible(List.of(weights, data, later, update)));
        assertEquals(
                List.of(data, weights, update, later),
                UpdateScheduling.asEarlyAsPossible(List.of(data, weights, later, update)));
    }

    @Test
    void aProgramOfUpdatesAloneKeepsItsOrder() {
        assertEquals(List.of(update), UpdateScheduling.asEarlyAsPossible(List.of(update)));
    }

    private Value value(String name, Value.Kind kind) {
        return new Value(nextId++, name, Shape.of(4, 4), kind);
    }
}
