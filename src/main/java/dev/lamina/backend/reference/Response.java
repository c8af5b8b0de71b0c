package dev.lamina.backend.reference;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Sharing;
import java.util.List;

/**
 * An activation with the current values of its parameters, which a channel or the whole layer shares.
 *
 * @param parameters one tensor [C] or [1] for each of the activation's parameters
 */
record Response(Activation activation, List<DoubleTensor> parameters) {
    /** f(z) in a channel. */
    double value(int channel, double z) {
        return activation.value(z, parametersOf(channel));
    }

    /** f′(z) in a channel. */
    double derivative(int channel, double z) {
        return activation.derivative(z, parametersOf(channel));
    }

    /** Adds dy ∂f/∂p at z to the gradient of every parameter; {@code gradients} is empty where not wanted. */
    void addParameterGradients(int channel, double z, double dy, List<DoubleTensor> gradients) {
        for (int p = 0; p < gradients.size(); p++) {
            double derivative = activation.parameterDerivative(p, z, parametersOf(channel));
            gradients.get(p).values()[place(channel)] += dy * derivative;
        }
    }

    private double[] parametersOf(int channel) {
        double[] values = new double[parameters.size()];
        for (int p = 0; p < values.length; p++) {
            values[p] = parameters.get(p).values()[place(channel)];
        }
        return values;
    }

    private int place(int channel) {
        return activation.sharing() == Sharing.LAYER ? 0 : channel;
    }
}
