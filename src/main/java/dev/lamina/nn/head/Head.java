package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.nn.block.Block.Composition;

/**
 * How a network decides: stands on a feature vector, expands to the parts that make logits [classes] of it,
 * and names the loss that is minimized. The class count comes from the data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Head permits SoftmaxHead, WnllHead, SvmHead {
    /** The parts between the features and the logits. */
    Composition classifier(int classes);

    /** What is minimized. */
    Loss loss();
}
