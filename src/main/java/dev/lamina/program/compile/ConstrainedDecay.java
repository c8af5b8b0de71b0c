package dev.lamina.program.compile;

import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.ShiftedDecay;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import java.util.Optional;
import java.util.Set;

/** The decay that takes the place of plain weight decay on constrained weights. */
final class ConstrainedDecay {
    private final ProgramBuilder builder;
    private final Optional<ShiftedDecay> decay;
    private final Set<String> layers;

    ConstrainedDecay(ProgramBuilder builder, ResolvedNetwork network) {
        this.builder = builder;
        this.decay = network.equalNorm().map(EqualNorm::decay);
        this.layers = ConstrainedLayers.of(network);
    }

    boolean holdsFor(NamedParameter parameter) {
        return parameter.spec().role() == ParameterRole.WEIGHT && layers.contains(parameter.layer());
    }

    /** The gradient with what the decay adds to it; the same one where it adds nothing. */
    Value addTo(Value gradient, NamedParameter parameter, Value raw) {
        if (decay.isEmpty() || decay.get().lambda() == 0 || !holdsFor(parameter)) {
            return gradient;
        }
        Value total = builder.intermediate(gradient.name() + ":decayed", gradient.shape());
        builder.add(new WeightOperation.AddShiftedDecay(parameter.layer(), decay.get(), raw, gradient, total));
        return total;
    }
}
