package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.layer.Linear;
import java.util.List;

/**
 * How a network decides: stands on a feature vector, expands to the parts that make logits [classes] of it,
 * and names the loss that is minimized. The class count comes from the data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Head permits SoftmaxHead, WnllHead, SvmHead {
    /** Whether the linear classifier has a bias. */
    boolean bias();

    /** The parts between the features and the logits: a linear classifier, unless the head has more. */
    default Composition classifier(int classes) {
        return new Composition(
                List.of(new Part.OfLayer("logits", new Linear(classes, bias()), List.of(Composition.INPUT))));
    }

    /** What is minimized. */
    Loss loss();
}
