package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.layer.BatchNorm;

/**
 * The function f whose Jacobian in the input is measured. Where the paper reads f for its figure 3 it does not say; of a
 * network whose classifier a normalization follows, only {@link #BEFORE_NORMALIZATION} comes out below that of a plain one.
 */
public enum GbrFunction {
    /** All logits [K]. */
    @JsonProperty("logits")
    LOGITS,
    /** The softmax probability of the label's class, one number, as theorem 2 of the paper reads. */
    @JsonProperty("label-probability")
    LABEL_PROBABILITY,
    /** The last layer's output [K] before the normalization that follows it; the logits where none does. */
    @JsonProperty("before-normalization")
    BEFORE_NORMALIZATION;

    /** What is measured of it. */
    public Tag tag() {
        return switch (this) {
            case LOGITS -> Tags.GBR;
            case LABEL_PROBABILITY -> Tags.GBR_OF_LABEL_PROBABILITY;
            case BEFORE_NORMALIZATION -> Tags.GBR_BEFORE_NORMALIZATION;
        };
    }

    /** Index of the layer whose output f is or follows from. */
    int layer(ResolvedNetwork network) {
        int last = network.layers().size() - 1;
        ResolvedLayer layer = network.layers().get(last);
        return switch (this) {
            case LOGITS, LABEL_PROBABILITY -> last;
            case BEFORE_NORMALIZATION ->
                layer.layer() instanceof BatchNorm && layer.inputs().getFirst() != ResolvedNetwork.INPUT
                        ? layer.inputs().getFirst()
                        : last;
        };
    }
}
