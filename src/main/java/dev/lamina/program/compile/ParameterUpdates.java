package dev.lamina.program.compile;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import java.util.Map;

/** Adds the updates of a network's parameters to a program, each with the decay that is its due. */
record ParameterUpdates(ProgramBuilder builder, OptimizerUpdates updates, ConstrainedDecay decay, DecayScope scope) {
    static ParameterUpdates of(ProgramBuilder builder, ResolvedNetwork network, Optimizer optimizer, DecayScope scope) {
        var updates = OptimizerUpdates.of(builder, optimizer);
        return new ParameterUpdates(builder, updates, new ConstrainedDecay(builder, network), scope);
    }

    /** Adds nothing for a parameter that the loss does not depend on. */
    void addAll(Map<NamedParameter, Value> parameters, Map<Value, Value> gradients) {
        parameters.forEach((parameter, value) -> {
            Value gradient = gradients.get(value);
            if (gradient != null) {
                add(parameter, value, gradient);
            }
        });
    }

    private void add(NamedParameter parameter, Value value, Value gradient) {
        UpdateRule rule = decay.holdsFor(parameter)
                ? rule(parameter.spec(), scope).withoutDecay()
                : rule(parameter.spec(), scope);
        builder.add(updates.update(parameter.layer(), value, decay.addTo(gradient, parameter, value), rule));
    }

    private static UpdateRule rule(ParameterSpec spec, DecayScope scope) {
        boolean decayed = scope == DecayScope.ALL
                || spec.role() == ParameterRole.WEIGHT
                || spec.role() == ParameterRole.ACTIVATION;
        return new UpdateRule(spec.learningRateFactor(), decayed ? spec.weightDecayFactor() : 0, spec.minimum());
    }
}
