package dev.lamina.backend;

import dev.lamina.program.Operation;
import java.util.Locale;

/**
 * How a backend computes one operation.
 *
 * @param operation in words: "convolution backward data"
 */
public record OperationPlan(String layer, String operation, String algorithm) {
    /** The plan of {@code operation}, its name in words taken from its type. */
    public static OperationPlan of(Operation operation, String algorithm) {
        Class<?> type = operation.getClass();
        String family = type.getEnclosingClass().getSimpleName().replace("Operation", "");
        String words = (family + type.getSimpleName())
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return new OperationPlan(operation.layer(), words, algorithm);
    }
}
