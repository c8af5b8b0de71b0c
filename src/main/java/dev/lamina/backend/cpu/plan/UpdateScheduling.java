package dev.lamina.backend.cpu.plan;

import dev.lamina.program.Operation;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves each update to right after the last other operation that touches what it reads or changes. Gradients then live
 * for a moment instead of to the end of the step, and are still in the cache when they are used.
 */
final class UpdateScheduling {
    private UpdateScheduling() {}

    static List<Operation> asEarlyAsPossible(List<Operation> operations) {
        Map<Value, Integer> lastTouch = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (!(operation instanceof UpdateOperation)) {
                int at = i;
                operation.inputs().forEach(v -> lastTouch.put(v, at));
                operation.outputs().forEach(v -> lastTouch.put(v, at));
            }
        }
        Map<Integer, List<Operation>> updatesAfter = new HashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof UpdateOperation) {
                int after = operation.inputs().stream()
                        .mapToInt(v -> lastTouch.getOrDefault(v, -1))
                        .max()
                        .orElse(-1);
                updatesAfter.computeIfAbsent(after, _ -> new ArrayList<>()).add(operation);
            }
        }
        List<Operation> result = new ArrayList<>(updatesAfter.getOrDefault(-1, List.of()));
        for (int i = 0; i < operations.size(); i++) {
            if (!(operations.get(i) instanceof UpdateOperation)) {
                result.add(operations.get(i));
            }
            result.addAll(updatesAfter.getOrDefault(i, List.of()));
        }
        return result;
    }
}
