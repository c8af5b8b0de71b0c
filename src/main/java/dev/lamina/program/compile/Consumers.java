package dev.lamina.program.compile;

import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who reads each value. */
final class Consumers {
    private final Map<Value, List<Operation>> readers = new HashMap<>();
    private final Set<Value> kept;

    /** {@code kept} values are read from outside, so they never have a sole consumer. */
    Consumers(List<Operation> operations, Set<Value> kept) {
        this.kept = kept;
        for (Operation operation : operations) {
            operation
                    .inputs()
                    .forEach(v ->
                            readers.computeIfAbsent(v, _ -> new ArrayList<>()).add(operation));
        }
    }

    /** The one operation that reads the value, if there is exactly one and it reads it once. */
    Optional<Operation> sole(Value value) {
        List<Operation> all = readers.getOrDefault(value, List.of());
        return all.size() == 1 && !kept.contains(value) ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
