package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Activations;
import dev.lamina.backend.tornado.kernel.Response;
import dev.lamina.backend.tornado.kernel.Sums;
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
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.activation.Sigmoid;
import dev.lamina.nn.activation.Swish;
import dev.lamina.nn.activation.Tanh;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * An activation and what its argument z is computed from: x alone, or x through a normalization and with a residual. Makes
 * the kernels of f(z), f′(z) dy and Σ dy ∂f/∂p. Offsets are {@link Addresses#NONE} for what is not there.
 */
record ResponseSource(
        Activation activation,
        Shape shape,
        int x,
        int mean,
        int inverse,
        int scale,
        int shift,
        int residual,
        List<Integer> parameters) {
    /** z = x. */
    static ResponseSource alone(Activation activation, Value x, List<Value> parameters, Addresses addresses) {
        int none = Addresses.NONE;
        return new ResponseSource(
                activation,
                x.shape(),
                addresses.of(x),
                none,
                none,
                none,
                none,
                none,
                parameters.stream().map(addresses::of).toList());
    }

    int batch() {
        return shape.axis(0);
    }

    int channels() {
        return shape.axis(1);
    }

    /** Elements of a channel of one example. */
    int plane() {
        return Math.toIntExact(shape.size() / batch() / channels());
    }

    int size() {
        return Math.toIntExact(shape.size());
    }

    /** y = f(z). */
    KernelTask value(int y) {
        int n = size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Activations::laminaRespond,
                        context,
                        m,
                        x,
                        mean,
                        inverse,
                        scale,
                        shift,
                        residual,
                        parameter(0),
                        parameter(1),
                        stride(),
                        kind(),
                        constant(0),
                        constant(1),
                        y,
                        plane(),
                        channels(),
                        n));
    }

    /** g = f′(z)·(dy0 + dy1). */
    KernelTask gradient(int dy0, int dy1, int g) {
        int n = size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Activations::laminaRespondGradient,
                        context,
                        m,
                        x,
                        mean,
                        inverse,
                        scale,
                        shift,
                        residual,
                        dy0,
                        dy1,
                        parameter(0),
                        parameter(1),
                        stride(),
                        kind(),
                        constant(0),
                        constant(1),
                        g,
                        plane(),
                        channels(),
                        n));
    }

    /** The gradients of the activation's parameters at the given places; nothing where there are none. */
    List<KernelTask> parameterGradients(int dy0, int dy1, List<Integer> gradients, Addresses addresses) {
        if (gradients.isEmpty()) {
            return List.of();
        }
        List<KernelTask> tasks = new ArrayList<>();
        List<Integer> sums = new ArrayList<>();
        for (int gradient : gradients) {
            sums.add(stride() == 1 ? gradient : addresses.scratch(channels()));
        }
        tasks.add(channelGradients(dy0, dy1, sums.getFirst(), sums.size() > 1 ? sums.get(1) : Addresses.NONE));
        for (int k = 0; k < gradients.size() && stride() == 0; k++) {
            int from = sums.get(k);
            int to = gradients.get(k);
            tasks.add(KernelTask.groups(
                    1,
                    (graph, name, context, m) ->
                            graph.task(name, Sums::laminaSum, context, m, from, to, 1f, channels())));
        }
        return tasks;
    }

    private KernelTask channelGradients(int dy0, int dy1, int d0, int d1) {
        return KernelTask.groups(
                channels(),
                (graph, name, context, m) -> graph.task(
                        name,
                        Activations::laminaParameterGradients,
                        context,
                        m,
                        x,
                        mean,
                        inverse,
                        scale,
                        shift,
                        residual,
                        dy0,
                        dy1,
                        parameter(0),
                        parameter(1),
                        stride(),
                        kind(),
                        d0,
                        d1,
                        batch(),
                        plane(),
                        channels()));
    }

    private int parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : Addresses.NONE;
    }

    private int stride() {
        return activation.sharing() == Sharing.LAYER ? 0 : 1;
    }

    private int kind() {
        return switch (activation) {
            case Identity _ -> Response.IDENTITY;
            case Relu _ -> Response.RELU;
            case LeakyRelu _, Prelu _, Rrelu _ -> Response.SLOPE;
            case Elu _, Mpelu _ -> Response.EXPONENTIAL;
            case Gelu _ -> Response.GELU;
            case Mish _ -> Response.MISH;
            case Swish _ -> Response.SWISH;
            case Tanh _ -> Response.TANH;
            case Sigmoid _ -> Response.SIGMOID;
        };
    }

    /** What stands for the first (second) parameter in an activation that trains none. */
    private float constant(int index) {
        return switch (activation) {
            case LeakyRelu leaky -> (float) leaky.slope();
            case Rrelu random -> (float) random.meanSlope();
            case Elu elu -> index == 0 ? (float) elu.alpha() : 1;
            case Swish swish -> index == 0 ? (float) swish.beta() : 0;
            case Identity _, Relu _, Prelu _, Mpelu _, Sigmoid _, Tanh _, Mish _, Gelu _ -> 0;
        };
    }
}
