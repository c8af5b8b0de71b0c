package dev.lamina.nn;

import dev.lamina.tensor.Shape;

/**
 * A trained parameter that a layer asks for.
 *
 * @param name its name within the layer ("weight")
 * @param shape convolution weights [output channels, input channels / groups, kernel height, kernel width];
 *     linear weights [outputs, inputs]; everything else [channels]
 * @param fanIn inputs that one output sums over (k²·c for a convolution); 1 where it has no meaning
 * @param fanOut outputs that one input reaches; 1 where it has no meaning
 * @param constant initial value of parameters that are not drawn from the initializer
 * @param minimum the update clamps to this from below
 */
public record ParameterSpec(
        String name,
        Shape shape,
        ParameterRole role,
        long fanIn,
        long fanOut,
        double constant,
        double minimum,
        double learningRateFactor,
        double weightDecayFactor) {
    /** Weights that the run's initializer draws and weight decay applies to. */
    public static ParameterSpec weight(Shape shape, long fanIn, long fanOut) {
        return new ParameterSpec(
                "weight", shape, ParameterRole.WEIGHT, fanIn, fanOut, 0, Double.NEGATIVE_INFINITY, 1, 1);
    }

    /** A bias, a scale or a shift of one value a channel. */
    public static ParameterSpec perChannel(String name, int channels, ParameterRole role, double constant) {
        return new ParameterSpec(name, Shape.of(channels), role, 1, 1, constant, Double.NEGATIVE_INFINITY, 1, 1);
    }
}
