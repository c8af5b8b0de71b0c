package dev.lamina.nn.init;

import dev.lamina.nn.ParameterSpec;
import dev.lamina.tensor.HostTensor;
import java.util.random.RandomGenerator;

/** Independent Gaussian weights around zero; the kinds differ in their standard deviation. */
public sealed interface ZeroMeanGaussian extends Initializer permits Gaussian, Xavier, He, MpeluGaussian {
    /** The standard deviation for this tensor; arguments as in {@link #draw}. */
    double standardDeviation(ParameterSpec weight, double negativeSlope);

    @Override
    default HostTensor draw(ParameterSpec weight, double negativeSlope, RandomGenerator random) {
        double deviation = standardDeviation(weight, negativeSlope);
        HostTensor tensor = HostTensor.zeros(weight.shape());
        float[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return tensor;
    }
}
