package dev.lamina.program.compile;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import org.jspecify.annotations.Nullable;

/** Adds the updates of a network's parameters to a program, each with the decay that is its due. */
final class ParameterUpdates {
    private final ProgramBuilder builder;
    private final OptimizerUpdates updates;
    private final ConstrainedDecay decay;
    private final DecayScope scope;

    ParameterUpdates(ProgramBuilder builder, ResolvedNetwork network, Optimizer optimizer, DecayScope scope) {
        this.builder = builder;
        this.updates = new OptimizerUpdates(builder, optimizer);
        this.decay = new ConstrainedDecay(builder, network);
        this.scope = scope;
    }

    /** Adds nothing for a parameter that the loss does not depend on. */
    void add(NamedParameter parameter, Value value, @Nullable Value gradient) {
        if (gradient == null) {
            return;
        }
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
