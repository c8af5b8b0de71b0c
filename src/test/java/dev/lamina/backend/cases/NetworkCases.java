package dev.lamina.backend.cases;

import dev.lamina.backend.Precision;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.program.compile.Programs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Programs of whole networks with everything they are handed, for gradient checks. */
public final class NetworkCases {
    private static final String VELOCITY = "#velocity";

    private NetworkCases() {}

    /** The three cases below of every network in {@link SmallNetworks#forGradients} and of every constrained one. */
    public static Stream<OperationCase> all(int batch) {
        return Stream.of(SmallNetworks.forGradients(), SmallNetworks.constrained())
                .flatMap(networks -> networks.entrySet().stream())
                .flatMap(network -> Stream.of(
                        lossInParameters(network.getKey() + ", parameters", network.getValue(), batch),
                        lossInImages(network.getKey() + ", loss in images", network.getValue(), batch),
                        logitsInImages(network.getKey() + ", logits in images", network.getValue(), batch)));
    }

    /**
     * The loss in training mode, differentiated in every parameter: one step of SGD with learning rate, momentum and
     * weight decay 0 leaves the parameters alone and the gradients in the velocities.
     */
    public static OperationCase lossInParameters(String name, ResolvedNetwork network, int batch) {
        Program program = Programs.training(network, batch, new Sgd(0, false), DecayScope.WEIGHTS);
        Map<String, String> gradients = new HashMap<>();
        for (NamedParameter parameter : network.parameters()) {
            gradients.put(parameter.name(), parameter.name() + VELOCITY);
        }
        return networkCase(name, network, program, Map.of(Program.LOSS, List.of()), gradients);
    }

    /** The loss in test mode, differentiated in the images. */
    public static OperationCase lossInImages(String name, ResolvedNetwork network, int batch) {
        return networkCase(
                name,
                network,
                Programs.lossInputGradient(network, batch),
                Map.of(Program.LOSS, List.of()),
                Map.of(Program.IMAGES, Programs.GRADIENT_PREFIX + 0));
    }

    /** The logits in test mode with two upstream gradients, differentiated in the images along the second. */
    public static OperationCase logitsInImages(String name, ResolvedNetwork network, int batch) {
        return networkCase(
                name,
                network,
                Programs.inputGradients(network, batch, 2),
                Map.of(Program.LOGITS, List.of(Programs.SEED_PREFIX + 1)),
                Map.of(Program.IMAGES, Programs.GRADIENT_PREFIX + 1));
    }

    private static OperationCase networkCase(
            String name,
            ResolvedNetwork network,
            Program program,
            Map<String, List<String>> upstreams,
            Map<String, String> gradients) {
        Draw draw = Draw.of(Precision.F32, "network " + name);
        Map<String, double[]> initial = SmallNetworks.initialValues(network, draw);
        Map<String, double[]> values = new HashMap<>();
        Set<String> constants = new HashSet<>();
        for (Value value : program.values()) {
            if (value.kind() != Value.Kind.INTERMEDIATE) {
                values.put(value.name(), value(value, network.classes(), initial, draw));
                constants.add(value.name());
            }
        }
        constants.removeAll(gradients.keySet());
        return new OperationCase(name, program, values, upstreams, gradients, constants, Rounding.exact());
    }

    private static double[] value(Value value, int classes, Map<String, double[]> initial, Draw draw) {
        String name = value.name();
        if (name.equals(Program.LABELS)) {
            return draw.labels(value.shape().axis(0), classes);
        }
        if (name.startsWith(Programs.MASK_PREFIX)) {
            return draw.mask(value.shape());
        }
        if (name.equals(Program.HYPERPARAMETERS) || name.endsWith(VELOCITY)) {
            return new double[(int) value.shape().size()];
        }
        if (name.endsWith(".runningMean")) {
            return draw.uniform(value.shape(), -0.5, 0.5);
        }
        if (name.endsWith(".runningVariance")) {
            return draw.uniform(value.shape(), 0.5, 2);
        }
        return initial.containsKey(name) ? initial.get(name) : draw.normal(value.shape());
    }
}
