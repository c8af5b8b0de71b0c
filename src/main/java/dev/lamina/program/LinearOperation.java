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

        @Override
        public void adjoint(Adjoints adjoints) {
            Value dy = adjoints.upstream(this);
            if (adjoints.active(w)) {
                Value dw = adjoints.gradient(w);
                Optional<Value> dbias = bias.map(adjoints::gradient);
                adjoints.add(new BackwardWeights(layer, x, dy, dw, dbias));
            }
            if (adjoints.active(x)) {
                adjoints.add(new BackwardData(layer, dy, w, adjoints.gradient(x)));
            }
        }
    }

    /** dx = dy W; shapes those of x, w and y. */
    record BackwardData(String layer, Value dy, Value w, Value dx) implements LinearOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy, w), List.of(dx));
        }
    }

    /** dw = dyᵀ x [O, F]; dbias = Σ_n dy[n] [O]. */
    record BackwardWeights(String layer, Value x, Value dy, Value dw, Optional<Value> dbias)
            implements LinearOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x, dy), Values.join(List.of(dw), dbias));
        }
    }
}
