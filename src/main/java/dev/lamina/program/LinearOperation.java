package dev.lamina.program;

import java.util.List;
import java.util.Optional;

/** Fully connected layer and its two adjoints. */
public sealed interface LinearOperation extends Operation {
    /** y = x Wᵀ (+ bias); x [N, F], w [O, F], y [N, O]. */
    record Forward(String layer, Value x, Value w, Optional<Value> bias, Value y) implements LinearOperation {
        @Override
        public Flow flow() {
            return new Flow(Values.join(List.of(x, w), bias), List.of(y));
        }
    }

    /** dx = dy W. */
    record BackwardData(String layer, Value dy, Value w, Value dx) implements LinearOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy, w), List.of(dx));
        }
    }

    /** dw = dyᵀ x; dbias = Σ_n dy[n]. */
    record BackwardWeights(String layer, Value x, Value dy, Value dw, Optional<Value> dbias)
            implements LinearOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x, dy), Values.join(List.of(dw), dbias));
        }
    }
}
