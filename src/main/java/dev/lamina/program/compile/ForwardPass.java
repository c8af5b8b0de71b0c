package dev.lamina.program.compile;

import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network's forward operations.
 *
 * @param layerOutputs the output of each layer of the resolved network, in its order
 */
record ForwardPass(Value images, Value logits, List<Value> layerOutputs, List<Operation> operations) {
    /** What a loss reads of it; features and weights are those of the linear layer that makes the logits. */
    LossInputs<Value> read(Loss loss) {
        return LossInputs.of(loss.reads(), input -> switch (input) {
            case LOGITS -> logits;
            case FEATURES -> classifier().x();
            case WEIGHTS -> classifier().w();
        });
    }

    /** Those up to the one that makes a value; none for the images. */
    List<Operation> operationsUpTo(Value output) {
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).outputs().contains(output)) {
                return operations.subList(0, i + 1);
            }
        }
        return List.of();
    }

    private LinearOperation.Forward classifier() {
        return operations.stream()
                .flatMap(operation -> operation instanceof LinearOperation.Forward linear
                                && linear.y().equals(logits)
                                && linear.bias().isEmpty()
                        ? Stream.of(linear)
                        : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the logits come of no linear layer without biases"));
    }
}
