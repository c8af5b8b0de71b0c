package dev.lamina.backend.reference;

import dev.lamina.program.ActivationOperation;
import java.util.List;

/** Activations that stand alone, by the formulas of {@link dev.lamina.nn.activation.Activation}. */
final class Elementwise {
    private Elementwise() {}

    static void run(ActivationOperation operation, Memory memory) {
        switch (operation) {
            case ActivationOperation.Forward f -> forward(f, memory);
            case ActivationOperation.Backward b -> backward(b, memory);
        }
    }

    private static void forward(ActivationOperation.Forward f, Memory memory) {
        Response response = response(f, memory);
        DoubleTensor x = memory.of(f.x());
        DoubleTensor y = memory.of(f.y());
        Planes.forEach(x, (n, c, i, j) -> y.set(n, c, i, j, response.value(c, x.get(n, c, i, j))));
    }

    private static void backward(ActivationOperation.Backward b, Memory memory) {
        Response response = response(b.forward(), memory);
        DoubleTensor x = memory.of(b.forward().x());
        DoubleTensor dy = memory.of(b.dy());
        DoubleTensor dx = memory.of(b.dx());
        List<DoubleTensor> dparameters = memory.of(b.dparameters());
        dparameters.forEach(gradient -> gradient.fill(0));
        Planes.forEach(x, (n, c, i, j) -> {
            double z = x.get(n, c, i, j);
            double upstream = dy.get(n, c, i, j);
            dx.set(n, c, i, j, upstream * response.derivative(c, z));
            response.addParameterGradients(c, z, upstream, dparameters);
        });
    }

    private static Response response(ActivationOperation.Forward f, Memory memory) {
        return new Response(f.activation(), memory.of(f.parameters()));
    }
}
