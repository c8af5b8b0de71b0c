package dev.lamina.train;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.data.Batch;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.probe.BatchTensors;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the first layer whose values are not finite. */
final class NonFiniteSearch {
    private NonFiniteSearch() {}

    /** Looks at the batch, then at parameters and state, then at what the layers make of the batch in test mode. */
    static Optional<NonFinitePlace> before(Session session, ResolvedNetwork network, Batch batch) {
        HostTensor images = BatchTensors.images(batch);
        if (!finite(images)) {
            return Optional.of(new NonFinitePlace("images", "input"));
        }
        return inValues(session, network).or(() -> inOutputs(session, network, images));
    }

    /** Looks at parameters and state only. */
    static Optional<NonFinitePlace> inValues(Session session, ResolvedNetwork network) {
        for (ResolvedLayer layer : network.layers()) {
            for (NamedParameter parameter : network.parameters()) {
                if (parameter.layer().equals(layer.name()) && !finite(session.read(parameter.name()))) {
                    return Optional.of(new NonFinitePlace(
                            layer.name(), "parameter " + parameter.spec().name()));
                }
            }
            for (NamedState state : network.state()) {
                if (state.layer().equals(layer.name()) && !finite(session.read(state.name()))) {
                    return Optional.of(new NonFinitePlace(
                            layer.name(), "state " + state.spec().name()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NonFinitePlace> inOutputs(Session session, ResolvedNetwork network, HostTensor images) {
        Program program = Programs.layerOutputs(network, images.shape().axis(0));
        try (Executable executable = session.prepare(program)) {
            Map<String, HostTensor> outputs = executable.run(Map.of(Program.IMAGES, images));
            return network.layers().stream()
                    .map(ResolvedLayer::name)
                    .filter(name -> !finite(Objects.requireNonNull(outputs.get(Programs.OUTPUT_PREFIX + name))))
                    .findFirst()
                    .map(name -> new NonFinitePlace(name, "output"));
        }
    }

    private static boolean finite(HostTensor tensor) {
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
