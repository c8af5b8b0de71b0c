package dev.lamina.program;

import dev.lamina.nn.activation.Activation;
import java.util.List;

/** An activation that stands alone, and its gradients. */
public sealed interface ActivationOperation extends Operation {
    /** y = f(x), element by element; parameters [C] or [1]. */
    record Forward(String layer, Activation activation, Value x, List<Value> parameters, Value y)
            implements ActivationOperation {
        @Override
        public Flow flow() {
            return new Flow(Values.join(List.of(x), parameters), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            List<Value> dparameters = parameters.stream()
                    .filter(adjoints::active)
                    .map(adjoints::gradient)
                    .toList();
            adjoints.add(new Backward(layer, this, adjoints.upstream(this), adjoints.gradient(x), dparameters));
        }
    }

    /** dx = f′(x) dy and dp = Σ dy ∂f/∂p over the elements that share p; dparameters empty where not wanted. */
    record Backward(String layer, Forward forward, Value dy, Value dx, List<Value> dparameters)
            implements ActivationOperation {
        @Override
        public Flow flow() {
            return new Flow(
                    Values.join(List.of(dy, forward.x(), forward.y()), forward.parameters()),
                    Values.join(List.of(dx), dparameters));
        }
    }
}
