package dev.lamina.backend.cases;

import dev.lamina.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small program around one operation and its adjoints, with everything it is handed.
 *
 * @param values of its inputs and persistent values, by name, row-major
 * @param upstreams for each output that the objective Σ dy·y sums: the inputs that are its upstream gradients (none: 1)
 * @param gradients for each value that is differentiated: the output that holds the objective's gradient in it
 * @param constants the names of values that nothing is differentiated in
 * @param rounding how far a backend's results may lie from the reference
 */
public record OperationCase(
        String name,
        Program program,
        Map<String, double[]> values,
        Map<String, List<String>> upstreams,
        Map<String, String> gradients,
        Set<String> constants,
        Rounding rounding) {
    /** The same case with other values under some names. */
    public OperationCase with(Map<String, double[]> others) {
        Map<String, double[]> changed = new HashMap<>(values);
        changed.putAll(others);
        return new OperationCase(name, program, changed, upstreams, gradients, constants, rounding);
    }

    @Override
    public String toString() {
        return name;
    }
}
