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
    }

    /** dx = the adjoint of {@link Forward} in x applied to dy. */
    record BackwardData(String layer, Window window, Value dy, Value w, Value dx) implements ConvolutionOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy, w), List.of(dx));
        }
    }

    /** dw = the adjoint of {@link Forward} in w applied to dy; dbias[o] = Σ dy[·, o, ·, ·]. */
    record BackwardWeights(String layer, Window window, Value x, Value dy, Value dw, Optional<Value> dbias)
            implements ConvolutionOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x, dy), Values.join(List.of(dw), dbias));
        }
    }
}
