package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Linear;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a network decides: stands on a feature vector, expands to the parts that make logits [classes] of it,
 * and names the loss that is minimized and the stages of its training. The class count comes from the data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Head permits SoftmaxHead, WnllHead, SvmHead, LargeMarginHead {
    /** The linear classifier among the parts. */
    String LOGITS = "logits";

    /** Whether the linear classifier has a bias. */
    boolean bias();

    /** The parts between the features and the logits: a linear classifier, unless the head has more. */
    default Composition classifier(int classes) {
        if (!normalizesLogits()) {
            return new Composition(
                    List.of(new Part.OfLayer(LOGITS, new Linear(classes, bias()), List.of(Composition.INPUT))));
        }
        // The normalization takes off what a bias adds.
        return new Composition(List.of(
                new Part.OfLayer(LOGITS, new Linear(classes, false), List.of(Composition.INPUT)),
                new Part.OfLayer("norm", BatchNorm.DEFAULT, List.of(LOGITS))));
    }

    /** Whether a batch normalization behind the linear classifier makes the logits. */
    default boolean normalizesLogits() {
        return false;
    }

    /** The same head in a network under an equal-norm constraint, which decides what is left to be decided by it. */
    default Head underEqualNorm() {
        return this;
    }

    /** What is minimized. */
    Loss loss();

    /** How it is trained, in order: in one stage, unless the head has more. */
    default List<StageOutline> stages() {
        return List.of(new StageOutline.Linear(1, 1));
    }

    /** The first stage that interpolates, and how; such a head's interpolation decides, not its classifier. */
    default Optional<StageOutline.Interpolated> interpolated() {
        return stages().stream()
                .flatMap(stage -> stage instanceof StageOutline.Interpolated i ? Stream.of(i) : Stream.empty())
                .findFirst();
    }
}
