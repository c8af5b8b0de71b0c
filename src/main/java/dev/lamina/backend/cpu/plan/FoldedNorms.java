package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.Relu;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which backward passes of normalizations in test mode need no pass over the map, of those behind ReLU or nothing:
 * <pre>
 *   dx = k ∘ g, g = f′(z) ∘ Σ dys, k = γ/√(variance + ε)
 *   folded   only data gradients of convolutions read dx: k goes into their weights, once for all that share them
 *   gated    besides a Winograd convolution makes the last of dys: it computes g on the way, and nothing is left
 * </pre>
 */
final class FoldedNorms {
    private final Map<Value, NormOperation.InferenceBackward> folded = new HashMap<>();
    private final Map<ConvolutionOperation.BackwardData, NormOperation.InferenceBackward> gates = new HashMap<>();
    private final Set<NormOperation> gated = new HashSet<>();
    private final Set<NormOperation.Inference> rectified = new HashSet<>();

    private final Set<Value> outputs;
    private final Map<Value, List<Operation>> consumers = new HashMap<>();
    private final Map<Value, Integer> producedAt = new HashMap<>();

    FoldedNorms(Program program, WinogradRule rule) {
        outputs = Set.copyOf(program.outputs().values());
        if (rule.type() != DataType.F32) {
            return; // rounding the weights after they are scaled would change the gradients
        }
        List<Operation> operations = program.operations();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            new HashSet<>(operation.inputs())
                    .forEach(v ->
                            consumers.computeIfAbsent(v, _ -> new ArrayList<>()).add(operation));
            for (Value output : operation.outputs()) {
                producedAt.put(output, i);
            }
        }
        for (Operation operation : operations) {
            if (operation instanceof NormOperation.InferenceBackward norm && isFoldable(norm)) {
                fold(norm, operations, rule);
            }
        }
    }

    private boolean isFoldable(NormOperation.InferenceBackward norm) {
        Activation activation = norm.forward().activation();
        return norm.dx().shape().rank() == 4
                && (activation instanceof Relu || activation instanceof Identity)
                && !outputs.contains(norm.dx())
                && consumers.getOrDefault(norm.dx(), List.of()).stream()
                        .allMatch(ConvolutionOperation.BackwardData.class::isInstance);
    }

    private void fold(NormOperation.InferenceBackward norm, List<Operation> operations, WinogradRule rule) {
        folded.put(norm.dx(), norm);
        if (norm.forward().activation() instanceof Relu) {
            rectified.add(norm.forward());
        }
        int last = norm.dys().stream()
                .mapToInt(dy -> producedAt.getOrDefault(dy, -1))
                .max()
                .orElse(-1);
        if (last >= 0
                && operations.get(last) instanceof ConvolutionOperation.BackwardData convolution
                && consumers.getOrDefault(convolution.dx(), List.of()).size() == 1
                && !outputs.contains(convolution.dx())
                && rule.computes(ConvolutionShape.of(convolution))) {
            gates.put(convolution, norm);
            gated.add(norm);
        }
    }

    boolean isFolded(NormOperation.InferenceBackward norm) {
        return norm.equals(folded.get(norm.dx()));
    }

    /** Whether a convolution computes all there is to do. */
    boolean isGated(NormOperation.InferenceBackward norm) {
        return gated.contains(norm);
    }

    /** The normalization whose g a convolution computes along. */
    Optional<NormOperation.InferenceBackward> gate(ConvolutionOperation.BackwardData convolution) {
        return Optional.ofNullable(gates.get(convolution));
    }

    /** The normalization whose factor the weights take. */
    Optional<NormOperation.Inference> factor(ConvolutionOperation.BackwardData convolution) {
        return Optional.ofNullable(folded.get(convolution.dy())).map(NormOperation.InferenceBackward::forward);
    }

    /** Whether backward passes ask which elements passed the ReLU. */
    boolean isRectified(NormOperation.Inference norm) {
        return rectified.contains(norm);
    }
}
