package dev.lamina.program.compile;

import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.util.List;

/**
 * A network's forward operations.
 *
 * @param layerOutputs the output of each layer of the resolved network, in its order
 */
record ForwardPass(Value images, Value logits, List<Value> layerOutputs, List<Operation> operations) {}
