package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.tensor.HostTensor;
import java.util.random.RandomGenerator;

/** The distribution that the weights of convolutions and linear layers are drawn from before step 1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Initializer permits ZeroMeanGaussian, Orthogonal, Lsuv {
    /**
     * Draws one weight tensor.
     *
     * @param weight its shape and fans
     * @param negativeSlope slope at zero of the negative part of the activation before or behind the layer, αβ for MPELU
     */
    HostTensor draw(ParameterSpec weight, double negativeSlope, RandomGenerator random);
}
