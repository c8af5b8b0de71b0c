package dev.lamina.backend.reference;

import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Compares the gradients that backward operations compute with central differences of the objective Σ dy·y in double:
 *   (L(x + h) − L(x − h)) / 2h, h = 6·10⁻⁶ max(1, |x|), for every element of every value that is not a constant.
 * The step balances truncation, h²L‴/6, with rounding, 10⁻¹⁶|L|/h. A derivative may differ by 10⁻⁷ of the largest of its
 * tensor, so that small gradients are held to as much as large ones, and by the noise that both leave where L is some 10.
 */
final class GradientCheck {
    static final double BOUND = 1e-7;
    private static final double NOISE = 1e-9;
    private static final double STEP = 6e-6;

    private final OperationCase operationCase;
    private final int probes;
    private final DoubleUnaryOperator tamper;

    private GradientCheck(OperationCase operationCase, int probes, DoubleUnaryOperator tamper) {
        this.operationCase = operationCase;
        this.probes = probes;
        this.tamper = tamper;
    }

    /** What is wrong with the gradients of a case: elements whose derivatives differ, and values nobody differentiated. */
    static List<String> faults(OperationCase operationCase) {
        return new GradientCheck(operationCase, Integer.MAX_VALUE, gradient -> gradient).faults();
    }

    /** The same with at most so many elements of every value, evenly spread. */
    static List<String> faults(OperationCase operationCase, int probes) {
        return new GradientCheck(operationCase, probes, gradient -> gradient).faults();
    }

    /**
     * The names of the values in whose gradient nothing is found wrong after every derivative is made one thousandth too
     * large; none where the check is sharp.
     */
    static Set<String> blindSpots(OperationCase operationCase, int probes) {
        List<String> faults = new GradientCheck(operationCase, probes, gradient -> gradient * 1.001).faults();
        Set<String> unnoticed = new TreeSet<>(operationCase.gradients().keySet());
        unnoticed.removeIf(name -> faults.stream().anyMatch(fault -> fault.startsWith(name + "[")));
        return unnoticed;
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> unprobed = new HashSet<>(operationCase.values().keySet());
        unprobed.removeAll(operationCase.constants());
        operationCase.upstreams().values().forEach(unprobed::removeAll);
        unprobed.removeAll(operationCase.gradients().keySet());
        unprobed.forEach(name -> faults.add(name + ": has no gradient"));
        try (ReferenceSession session = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
            ReferenceExecutable executable = session.prepare(operationCase.program());
            Map<String, double[]> values = new HashMap<>();
            operationCase.values().forEach((name, value) -> values.put(name, value.clone()));
            Map<String, double[]> computed = run(session, executable, values);
            session.names().forEach(name -> computed.put(name, session.readDouble(name)));
            operationCase.gradients().forEach((name, gradient) -> {
                double[] x = values.get(name);
                double largest = Arrays.stream(computed.get(gradient))
                        .map(Math::abs)
                        .max()
                        .orElse(0);
                double bound = BOUND * largest + NOISE;
                int every = (x.length - 1) / Math.min(x.length, probes) + 1;
                for (int k = 0; k < x.length; k += every) {
                    double derivative = tamper.applyAsDouble(computed.get(gradient)[k]);
                    double difference = centralDifference(session, executable, values, x, k);
                    if (!(Math.abs(derivative - difference) <= bound)) {
                        faults.add(name + "[" + k + "]: computed " + derivative + ", difference " + difference);
                    }
                }
            });
        }
        return faults;
    }

    private double centralDifference(
            ReferenceSession session,
            ReferenceExecutable executable,
            Map<String, double[]> values,
            double[] x,
            int index) {
        double center = x[index];
        double step = STEP * Math.max(1, Math.abs(center));
        x[index] = center + step;
        double above = objective(run(session, executable, values));
        double width = x[index];
        x[index] = center - step;
        double below = objective(run(session, executable, values));
        width -= x[index];
        x[index] = center;
        return (above - below) / width;
    }

    private double objective(Map<String, double[]> outputs) {
        double sum = 0;
        for (var entry : operationCase.upstreams().entrySet()) {
            double[] y = outputs.get(entry.getKey());
            if (entry.getValue().isEmpty()) {
                sum += y[0];
            }
            for (String upstream : entry.getValue()) {
                double[] dy = operationCase.values().get(upstream);
                for (int k = 0; k < y.length; k++) {
                    sum += dy[k] * y[k];
                }
            }
        }
        return sum;
    }

    private Map<String, double[]> run(
            ReferenceSession session, ReferenceExecutable executable, Map<String, double[]> values) {
        Map<String, double[]> inputs = new HashMap<>();
        for (Value value : operationCase.program().values()) {
            if (value.persistent()) {
                session.writeDouble(value.name(), values.get(value.name()));
            } else if (value.kind() == Value.Kind.INPUT) {
                inputs.put(value.name(), values.get(value.name()));
            }
        }
        return executable.runDouble(inputs);
    }
}
