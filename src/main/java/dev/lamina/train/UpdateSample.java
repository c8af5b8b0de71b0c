package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.ParameterRole;
import dev.lamina.tensor.HostTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far one step moves the weights of each layer, measured by their size:
 *   log₁₀ (‖w′ − w‖₂ / ‖w‖₂),  w before the step and w′ after it
 * Source: Karpathy, Li, CS231n, "Ratio of weights:updates", who take 10⁻³ for healthy. Under an equal-norm constraint w is
 * the trained weight, not the effective one. −∞ where nothing moved.
 * Worked example: w = (3, 4) and w′ = (3, 4.005) give log₁₀ (0.005 / 5) = −3.
 */
final class UpdateSample {
    private final Session session;
    private Map<NamedParameter, HostTensor> before = Map.of();

    UpdateSample(Session session) {
        this.session = session;
    }

    /** Reads the weights as they are before a step, into the arrays of the ones it read before. */
    void take(List<NamedParameter> weights) {
        Map<NamedParameter, HostTensor> taken = new LinkedHashMap<>();
        for (NamedParameter weight : weights) {
            HostTensor known = before.get(weight);
            if (known == null) {
                known = session.read(weight.name());
            } else {
                session.read(weight.name(), known);
            }
            taken.put(weight, known);
        }
        before = taken;
    }

    /** The weights of a network, one tensor for each layer that has any. */
    static List<NamedParameter> weights(ResolvedNetwork network) {
        return network.parameters().stream()
                .filter(parameter -> parameter.spec().role() == ParameterRole.WEIGHT)
                .toList();
    }

    /** By layer, in the order of the layers, after a step. */
    Map<String, Double> log10Ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        before.forEach((weight, old) -> ratios.put(weight.layer(), log10Ratio(old, session.read(weight.name()))));
        return Collections.unmodifiableMap(ratios);
    }

    private static double log10Ratio(HostTensor before, HostTensor after) {
        double moved = 0;
        double size = 0;
        for (int i = 0; i < before.values().length; i++) {
            double w = before.values()[i];
            double delta = after.values()[i] - w;
            moved += delta * delta;
            size += w * w;
        }
        return 0.5 * (Math.log10(moved) - Math.log10(size));
    }
}
