package dev.lamina.bench;

import dev.lamina.backend.OperationPlan;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * Floating-point operations of a program's convolutions and linear layers, each multiply-add counted as two,
 * padding included, however the backend computes them. All else (normalization, activations, update) is left out.
 *   convolution: 2 N O H W (C / groups) k²,   linear: 2 N F O;   an adjoint costs as much as its forward operation
 */
public final class FlopCount {
    private FlopCount() {}

    public static double of(Program program) {
        return program.operations().stream().mapToDouble(FlopCount::of).sum();
    }

    /** By the operation's name in words, as {@link OperationPlan} has it; those that are counted. */
    static Map<String, Double> byOperation(Program program) {
        Map<String, Double> counts = new HashMap<>();
        for (Operation operation : program.operations()) {
            double count = of(operation);
            if (count > 0) {
                counts.merge(OperationPlan.of(operation, "").operation(), count, Double::sum);
            }
        }
        return counts;
    }

    private static double of(Operation operation) {
        return switch (operation) {
            case ConvolutionOperation.Forward forward -> convolution(forward.w(), forward.y());
            case ConvolutionOperation.BackwardData backward -> convolution(backward.w(), backward.dy());
            case ConvolutionOperation.BackwardWeights backward -> convolution(backward.dw(), backward.dy());
            case LinearOperation.Forward forward -> linear(forward.w(), forward.x());
            case LinearOperation.BackwardData backward -> linear(backward.w(), backward.dy());
            case LinearOperation.BackwardWeights backward -> linear(backward.dw(), backward.x());
            default -> 0;
        };
    }

    /** w [O, C / groups, k, k], y [N, O, H, W]: every element of y sums over one filter. */
    private static double convolution(Value w, Value y) {
        return 2.0 * y.shape().size() * w.shape().size() / w.shape().axis(0);
    }

    /** w [O, F], batch [N, ·]. */
    private static double linear(Value w, Value batch) {
        return 2.0 * batch.shape().axis(0) * w.shape().size();
    }
}
