package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * One value of each square window of each channel: [channels, height, width] → [channels, windows down, windows across].
 * A window may reach over the edge by no more than half its side; what lies outside of the input is no part of it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface WindowPool extends Layer permits MaxPool, AveragePool, LpPool {
    /** What of the forward pass a gradient is computed from, beside the one in the output. */
    enum Needs {
        NOTHING,
        /** The place in each window that its value comes from. */
        WINNERS,
        INPUT_AND_OUTPUT
    }

    int kernelSize();

    int stride();

    int padding();

    Needs needs();

    /** What it takes of a window, in a word. */
    String kind();

    @Override
    default Shape outputShape(List<Shape> inputs) {
        return Shapes.pooled(inputs, kernelSize(), stride(), padding());
    }
}
