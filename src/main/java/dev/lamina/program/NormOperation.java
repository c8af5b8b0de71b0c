package dev.lamina.program;

import dev.lamina.nn.activation.Activation;
import java.util.List;
import java.util.Optional;

/** Batch normalization with an optional residual and an activation as one operation, and its gradients. */
public sealed interface NormOperation extends Operation {
    /** y = f(γ x̂ + β + residual), x̂ by one statistic or another. */
    sealed interface Forward extends NormOperation {
        double epsilon();

        Activation activation();

        Value x();

        NormParameters parameters();

        Optional<Value> residual();

        List<Value> activationParameters();

        Value y();

        /** What it writes beside y. */
        List<Value> statistics();

        @Override
        default Flow flow() {
            return new Flow(
                    Values.join(
                            List.of(x()),
                            parameters().all(),
                            residual().stream().toList(),
                            activationParameters()),
                    Values.join(List.of(y()), statistics()));
        }
    }

    /**
     * Batch normalization with the batch's statistics, an optional residual and an activation:
     * y = f(γ (x − mean)·inverseDeviation + β + residual). Moves the running statistics in place.
     * Formula: {@link dev.lamina.nn.layer.BatchNorm}. inverseDeviation = 1/√(biased variance + ε).
     */
    record Training(
            String layer,
            double epsilon,
            double momentum,
            Activation activation,
            Value x,
            NormParameters parameters,
            Optional<Value> residual,
            List<Value> activationParameters,
            Value mean,
            Value inverseDeviation,
            Value y)
            implements Forward {
        @Override
        public List<Value> statistics() {
            return List.of(mean, inverseDeviation, parameters.runningMean(), parameters.runningVariance());
        }
    }

    /**
     * Gradients of {@link Training} for upstream gradient Σ dys (at least one). Recomputes the pre-activation
     * from x (and the residual), so no mask is kept. dresidual is present where it is wanted.
     */
    record TrainingBackward(
            String layer,
            Training forward,
            List<Value> dys,
            Value dx,
            Value dscale,
            Value dshift,
            Optional<Value> dresidual,
            List<Value> dactivationParameters)
            implements NormOperation {
        @Override
        public Flow flow() {
            return new Flow(
                    Values.join(
                            dys,
                            List.of(
                                    forward.x(),
                                    forward.mean(),
                                    forward.inverseDeviation(),
                                    forward.parameters().scale(),
                                    forward.parameters().shift(),
                                    forward.y()),
                            forward.residual().stream().toList(),
                            forward.activationParameters()),
                    Values.join(List.of(dx, dscale, dshift), dresidual.stream().toList(), dactivationParameters));
        }
    }

    /** The same with the running statistics: y = f(γ (x − runningMean)/√(runningVariance + ε) + β + residual). */
    record Inference(
            String layer,
            double epsilon,
            Activation activation,
            Value x,
            NormParameters parameters,
            Optional<Value> residual,
            List<Value> activationParameters,
            Value y)
            implements Forward {
        @Override
        public List<Value> statistics() {
            return List.of();
        }
    }

    /** Gradients of {@link Inference} in x and the residual only; parameters are constants in test mode. */
    record InferenceBackward(String layer, Inference forward, List<Value> dys, Value dx, Optional<Value> dresidual)
            implements NormOperation {
        @Override
        public Flow flow() {
            return new Flow(Values.join(dys, forward.inputs()), Values.join(List.of(dx), dresidual));
        }
    }
}
