package dev.lamina.program;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Identity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Batch normalization with an optional residual and an activation as one operation, and its gradients. */
public sealed interface NormOperation extends Operation {
    /** Upstream gradients the backward pass sums up itself. */
    int UPSTREAMS = 2;

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

        @Override
        public void adjoint(Adjoints adjoints) {
            List<Value> dys = adjoints.upstreams(this, UPSTREAMS);
            Optional<Value> dresidual = residualGradient(this, dys, adjoints);
            adjoints.add(new TrainingBackward(
                    layer,
                    this,
                    dys,
                    adjoints.gradient(x),
                    adjoints.gradient(parameters.scale()),
                    adjoints.gradient(parameters.shift()),
                    dresidual,
                    activationParameters.stream().map(adjoints::gradient).toList()));
        }
    }

    /**
     * Gradients of {@link Training} for upstream gradient Σ dys (at least one). Recomputes the pre-activation z
     * from x (and the residual), so no mask is kept.
     * <pre>
     *   dz = f′(z) Σ dys,   dshift = Σ dz,   dscale = Σ dz x̂   over the batch and the plane, M values a channel
     *   dx = γ·inverseDeviation (dz − (dshift + x̂ dscale) / M),   dresidual = dz
     * </pre>
     * dresidual is present where it is wanted; behind the identity it is the upstream gradient itself and absent.
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

        @Override
        public void adjoint(Adjoints adjoints) {
            List<Value> dys = adjoints.upstreams(this, UPSTREAMS);
            refuseParameters(adjoints);
            Optional<Value> dresidual = residualGradient(this, dys, adjoints);
            adjoints.add(new InferenceBackward(layer, this, dys, adjoints.gradient(x), dresidual));
        }

        /** In test mode the parameters of a normalization and of the activation joined with it are constants. */
        private void refuseParameters(Adjoints adjoints) {
            Stream.concat(Stream.of(parameters.scale(), parameters.shift()), activationParameters.stream())
                    .filter(adjoints::active)
                    .findFirst()
                    .ifPresent(parameter -> {
                        throw new IllegalArgumentException(layer + ": " + parameter.name()
                                + " has no gradient in test mode; differentiate in training mode");
                    });
        }
    }

    /**
     * Gradients of {@link Inference} in x and the residual only; parameters are constants in test mode.
     * dz = f′(z) Σ dys, dx = γ dz / √(runningVariance + ε), dresidual = dz as in {@link TrainingBackward}.
     */
    record InferenceBackward(String layer, Inference forward, List<Value> dys, Value dx, Optional<Value> dresidual)
            implements NormOperation {
        @Override
        public Flow flow() {
            return new Flow(Values.join(dys, forward.inputs()), Values.join(List.of(dx), dresidual));
        }
    }

    /** Behind the identity the residual's gradient is the upstream one itself, so no operation need write it. */
    private static Optional<Value> residualGradient(Forward forward, List<Value> dys, Adjoints adjoints) {
        Optional<Value> wanted = forward.residual().filter(adjoints::active);
        if (wanted.isPresent() && forward.activation() instanceof Identity) {
            dys.forEach(dy -> adjoints.contribute(wanted.get(), dy));
            return Optional.empty();
        }
        return wanted.map(adjoints::gradient);
    }
}
