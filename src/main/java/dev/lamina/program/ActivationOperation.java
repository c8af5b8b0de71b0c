package dev.lamina.program;

import dev.lamina.nn.activation.Activation;
import java.util.ArrayList;
import java.util.List;

/** An activation that stands alone, and its gradients. */
public sealed interface ActivationOperation extends Operation {
    /** y = f(x), element by element; parameters [C] or [1]. */
    record Forward(String layer, Activation activation, Value x, List<Value> parameters, Value y)
            implements ActivationOperation {
        @Override
        public List<Value> inputs() {
            List<Value> all = new ArrayList<>(List.of(x));
            all.addAll(parameters);
            return all;
        }

        @Override
        public List<Value> outputs() {
            return List.of(y);
        }
    }

    /** dx = f′(x) dy and dp = Σ dy ∂f/∂p over the elements that share p; dparameters empty where not wanted. */
    record Backward(String layer, Forward forward, Value dy, Value dx, List<Value> dparameters)
            implements ActivationOperation {
        @Override
        public List<Value> inputs() {
            List<Value> all = new ArrayList<>(List.of(dy, forward.x(), forward.y()));
            all.addAll(forward.parameters());
            return all;
        }

        @Override
        public List<Value> outputs() {
            List<Value> all = new ArrayList<>(List.of(dx));
            all.addAll(dparameters);
            return all;
        }
    }
}
