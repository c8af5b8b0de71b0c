package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.ChannelParameter;
import dev.lamina.backend.cpu.kernel.VectorFunction;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Gelu;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mish;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.activation.Sigmoid;
import dev.lamina.nn.activation.Swish;
import dev.lamina.nn.activation.Tanh;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The kernels' activations for those of the vocabulary. */
final class Activations {
    private Activations() {}

    /**
     * An activation with its parameters in memory.
     *
     * @param gradients where gradients of the parameters go, empty where none are wanted
     */
    static dev.lamina.backend.cpu.kernel.Activation in(
            Binding binding, Activation activation, List<Tensor> parameters, List<Tensor> gradients) {
        return switch (activation) {
            case Identity _ -> new dev.lamina.backend.cpu.kernel.Activation.Identity();
            case Relu _ -> new dev.lamina.backend.cpu.kernel.Activation.Relu();
            case LeakyRelu leaky -> new dev.lamina.backend.cpu.kernel.Activation.LeakyRelu((float) leaky.slope());
            case Rrelu rrelu -> new dev.lamina.backend.cpu.kernel.Activation.LeakyRelu((float) rrelu.meanSlope());
            case Elu elu -> new dev.lamina.backend.cpu.kernel.Activation.Elu((float) elu.alpha());
            case Sigmoid _ -> composed(VectorFunction.SIGMOID, 0);
            case Tanh _ -> composed(VectorFunction.TANH, 0);
            case Swish swish -> composed(VectorFunction.SWISH, swish.beta());
            case Mish _ -> composed(VectorFunction.MISH, 0);
            case Gelu _ -> composed(VectorFunction.GELU, 0);
            case Prelu _ ->
                new dev.lamina.backend.cpu.kernel.Activation.Prelu(
                        value(binding, activation, parameters, 0), gradient(binding, activation, gradients, 0));
            case Mpelu _ ->
                new dev.lamina.backend.cpu.kernel.Activation.Mpelu(
                        value(binding, activation, parameters, 0),
                        value(binding, activation, parameters, 1),
                        gradient(binding, activation, gradients, 0),
                        gradient(binding, activation, gradients, 1));
        };
    }

    private static dev.lamina.backend.cpu.kernel.Activation composed(VectorFunction function, double number) {
        return new dev.lamina.backend.cpu.kernel.Activation.Composed(function, (float) number);
    }

    private static ChannelParameter value(Binding binding, Activation activation, List<Tensor> parameters, int index) {
        return shared(activation, binding.segment(parameters.get(index)));
    }

    private static ChannelParameter gradient(
            Binding binding, Activation activation, List<Tensor> gradients, int index) {
        return shared(activation, gradients.isEmpty() ? binding.unwanted() : binding.segment(gradients.get(index)));
    }

    private static ChannelParameter shared(Activation activation, MemorySegment memory) {
        return switch (activation.sharing()) {
            case CHANNEL -> ChannelParameter.perChannel(memory);
            case LAYER -> ChannelParameter.shared(memory);
        };
    }
}
