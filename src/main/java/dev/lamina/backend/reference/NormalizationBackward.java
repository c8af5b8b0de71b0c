package dev.lamina.backend.reference;

import dev.lamina.program.NormOperation;
import dev.lamina.program.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of batch normalization with residual and activation. With x̂ = (x − mean)·inverseDeviation, z = γx̂ + β +
 * residual, y = f(z) and g = f′(z) Σ dys, sums over the M elements of a channel:
 *   dresidual = g,  dβ = Σ g,  dγ = Σ g x̂
 *   training: dx = γ·inverseDeviation (g − dβ/M − x̂ dγ/M)      (Ioffe, Szegedy 2015, section 3)
 *   test:     dx = γ·inverseDeviation g
 */
final class NormalizationBackward {
    private NormalizationBackward() {}

    static void training(NormOperation.TrainingBackward b, Memory memory) {
        NormOperation.Training f = b.forward();
        DoubleTensor x = memory.of(f.x());
        Affine affine = Affine.ofBatch(f, memory);
        Response response = new Response(f.activation(), memory.of(f.activationParameters()));
        DoubleTensor residual = memory.of(f.residual());
        List<DoubleTensor> dactivationParameters = memory.of(b.dactivationParameters());

        DoubleTensor g =
                preActivationGradient(affine, response, x, residual, sum(b.dys(), memory), dactivationParameters);
        b.dresidual().ifPresent(dresidual -> memory.of(dresidual).assign(g.values()));
        DoubleTensor dscale = memory.of(b.dscale());
        DoubleTensor dshift = memory.of(b.dshift());
        sumGradients(affine, x, g, dscale, dshift);

        DoubleTensor dx = memory.of(b.dx());
        double count = (double) x.size() / x.channels();
        Planes.forEach(x, (n, c, i, j) -> {
            double centered = g.get(n, c, i, j)
                    - dshift.values()[c] / count
                    - affine.normalized(x, n, c, i, j) * dscale.values()[c] / count;
            dx.set(n, c, i, j, slope(affine, c) * centered);
        });
    }

    static void inference(NormOperation.InferenceBackward b, Memory memory) {
        NormOperation.Inference f = b.forward();
        DoubleTensor x = memory.of(f.x());
        Affine affine = Affine.ofRunning(f.parameters(), f.epsilon(), memory);
        Response response = new Response(f.activation(), memory.of(f.activationParameters()));
        DoubleTensor residual = memory.of(f.residual());

        DoubleTensor g = preActivationGradient(affine, response, x, residual, sum(b.dys(), memory), List.of());
        b.dresidual().ifPresent(dresidual -> memory.of(dresidual).assign(g.values()));
        DoubleTensor dx = memory.of(b.dx());
        Planes.forEach(x, (n, c, i, j) -> dx.set(n, c, i, j, slope(affine, c) * g.get(n, c, i, j)));
    }

    /** g = f′(z) dy; also the gradients of the activation's parameters, where wanted. */
    private static DoubleTensor preActivationGradient(
            Affine affine,
            Response response,
            DoubleTensor x,
            @Nullable DoubleTensor residual,
            DoubleTensor dy,
            List<DoubleTensor> dactivationParameters) {
        DoubleTensor g = new DoubleTensor(x.shape());
        dactivationParameters.forEach(gradient -> gradient.fill(0));
        Planes.forEach(x, (n, c, i, j) -> {
            double z = affine.preActivation(x, residual, n, c, i, j);
            double upstream = dy.get(n, c, i, j);
            g.set(n, c, i, j, upstream * response.derivative(c, z));
            response.addParameterGradients(c, z, upstream, dactivationParameters);
        });
        return g;
    }

    private static void sumGradients(
            Affine affine, DoubleTensor x, DoubleTensor g, DoubleTensor dscale, DoubleTensor dshift) {
        dscale.fill(0);
        dshift.fill(0);
        Planes.forEach(x, (n, c, i, j) -> {
            dscale.values()[c] += g.get(n, c, i, j) * affine.normalized(x, n, c, i, j);
            dshift.values()[c] += g.get(n, c, i, j);
        });
    }

    private static double slope(Affine affine, int c) {
        return affine.scale().values()[c] * affine.inverseDeviation().values()[c];
    }

    private static DoubleTensor sum(List<Value> dys, Memory memory) {
        DoubleTensor sum = new DoubleTensor(dys.getFirst().shape());
        for (DoubleTensor dy : memory.of(dys)) {
            Planes.forEach(dy, (n, c, i, j) -> sum.add(n, c, i, j, dy.get(n, c, i, j)));
        }
        return sum;
    }
}
