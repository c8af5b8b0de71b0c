package dev.lamina.program;

import java.util.List;
import java.util.Optional;

/** Convolution and its two adjoints. */
public sealed interface ConvolutionOperation extends Operation {
    /** y = x ⋆ w (+ bias); w [O, C / groups, k, k]. Formula: {@link dev.lamina.nn.layer.Conv2d}. */
    record Forward(String layer, Window window, Value x, Value w, Optional<Value> bias, Value y)
            implements ConvolutionOperation {
        @Override
        public Flow flow() {
            return new Flow(Values.join(List.of(x, w), bias), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            Value dy = adjoints.upstream(this);
            if (adjoints.active(w)) {
                Value dw = adjoints.gradient(w);
                Optional<Value> dbias = bias.map(adjoints::gradient);
                adjoints.add(new BackwardWeights(layer, window, x, dy, dw, dbias));
            }
            if (adjoints.active(x)) {
                adjoints.add(new BackwardData(layer, window, dy, w, adjoints.gradient(x)));
            }
        }
    }

    /**
     * dx = the adjoint of {@link Forward} in x applied to dy:
     * <pre>
     *   dx[n, c, i, j] = Σ dy[n, o, p, q] w[o, c′, u, v]
     *   over o of c's group and all p, u with i = p·stride + u·dilation − padding, likewise q, v for j
     * </pre>
     * c′ is c counted within its group. Shapes: those of x, w and y.
     */
    record BackwardData(String layer, Window window, Value dy, Value w, Value dx) implements ConvolutionOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy, w), List.of(dx));
        }
    }

    /**
     * dw = the adjoint of {@link Forward} in w applied to dy; dbias[o] = Σ dy[·, o, ·, ·]:
     * <pre>
     *   dw[o, c′, u, v] = Σ dy[n, o, p, q] x[n, c, p·stride + u·dilation − padding, q·stride + v·dilation − padding]
     *   over n, p and q, x being 0 on the border
     * </pre>
     */
    record BackwardWeights(String layer, Window window, Value x, Value dy, Value dw, Optional<Value> dbias)
            implements ConvolutionOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x, dy), Values.join(List.of(dw), dbias));
        }
    }
}
