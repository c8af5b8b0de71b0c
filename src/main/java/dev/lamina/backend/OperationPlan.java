package dev.lamina.backend;

import dev.lamina.program.Operation;

/**
 * How a backend computes one operation.
 *
 * @param operation {@link Operation#words}
 */
public record OperationPlan(String layer, String operation, String algorithm) {
    public static OperationPlan of(Operation operation, String algorithm) {
        return new OperationPlan(operation.layer(), operation.words(), algorithm);
    }
}
