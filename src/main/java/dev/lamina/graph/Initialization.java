package dev.lamina.graph;

import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.Initializer;
import dev.lamina.nn.init.MpeluGaussian;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values a network starts from. */
public final class Initialization {
    private Initialization() {}

    /**
     * Draws the weights and sets everything else to its constant.
     *
     * @param seeds each weight tensor has a stream of its own, named after it, so that a change to one layer leaves the
     *     others' weights as they were
     * @return every parameter and every kept value by name, in the order of the network; the caller owns the arrays
     */
    public static Map<String, HostTensor> draw(ResolvedNetwork network, Initializer initializer, Seeds seeds) {
        Map<String, HostTensor> values = new LinkedHashMap<>();
        FanMode mode = initializer instanceof MpeluGaussian(FanMode chosen) ? chosen : FanMode.FAN_IN;
        List<Double> slopes = NegativeSlopes.of(network, mode);
        for (int i = 0; i < network.layers().size(); i++) {
            ResolvedLayer layer = network.layers().get(i);
            for (ParameterSpec spec : layer.parameters()) {
                String name = layer.name() + "." + spec.name();
                values.put(
                        name,
                        spec.role() == ParameterRole.WEIGHT
                                ? initializer.draw(spec, slopes.get(i), seeds.stream("weights " + name))
                                : HostTensor.filled(spec.shape(), (float) spec.constant()));
            }
        }
        for (NamedState state : network.state()) {
            values.put(state.name(), HostTensor.filled(state.spec().shape(), (float)
                    state.spec().initialValue()));
        }
        return values;
    }
}
