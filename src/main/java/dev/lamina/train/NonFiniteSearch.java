package dev.lamina.train;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.batch.BatchTensors;
import dev.lamina.data.Batch;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Finds the first layer whose values are not finite. */
final class NonFiniteSearch {
    /** Outputs looked at together, 256 MiB of them. */
    private static final long MOST_VALUES = 1 << 26;

    private NonFiniteSearch() {}

    /**
     * Looks at the batch, then at parameters and state, then at what the layers make of the batch in training.
     *
     * @param interrupted asked again and again, and to say no
     */
    static Optional<NonFinitePlace> in(
            Session session, TrainingPlan plan, Replay.FailedStep step, BooleanSupplier interrupted) {
        Map<String, HostTensor> inputs = BatchTensors.imageInputs(step.batch());
        if (!inputs.values().stream().allMatch(HostTensor::isFinite)) {
            return Optional.of(new NonFinitePlace("images", Message.of("train.input")));
        }
        new RandomMasks(plan).addTo(inputs, step.batch().size(), step.before());
        return inValues(session, plan.network())
                .or(() -> inOutputs(session, plan.network(), inputs, step.batch(), interrupted));
    }

    /** Looks at parameters and state only. */
    static Optional<NonFinitePlace> inValues(Session session, ResolvedNetwork network) {
        for (ResolvedLayer layer : network.layers()) {
            for (NamedParameter parameter : network.parameters()) {
                if (parameter.layer().equals(layer.name())
                        && !session.read(parameter.name()).isFinite()) {
                    return Optional.of(new NonFinitePlace(
                            layer.name(),
                            Message.of("train.parameter", parameter.spec().name())));
                }
            }
            for (NamedState state : network.state()) {
                if (state.layer().equals(layer.name())
                        && !session.read(state.name()).isFinite()) {
                    return Optional.of(new NonFinitePlace(
                            layer.name(), Message.of("train.state", state.spec().name())));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NonFinitePlace> inOutputs(
            Session session,
            ResolvedNetwork network,
            Map<String, HostTensor> inputs,
            Batch batch,
            BooleanSupplier interrupted) {
        return groups(network, batch.size()).stream()
                .flatMap(group -> inOutputs(session, network, inputs, batch, group, interrupted).stream())
                .findFirst();
    }

    private static Optional<NonFinitePlace> inOutputs(
            Session session,
            ResolvedNetwork network,
            Map<String, HostTensor> inputs,
            Batch batch,
            Set<String> group,
            BooleanSupplier interrupted) {
        Program program = Programs.trainingOutputs(network, batch.size(), BatchTensors.form(batch), group);
        try (Executable executable = session.prepare(program)) {
            Map<String, HostTensor> outputs = executable.run(inputs, interrupted);
            return group.stream()
                    .filter(name -> !Objects.requireNonNull(outputs.get(Programs.OUTPUT_PREFIX + name))
                            .isFinite())
                    .findFirst()
                    .map(name -> new NonFinitePlace(name, Message.of("train.output")));
        }
    }

    /** The layers in order, in groups whose outputs fit into memory together. */
    private static List<Set<String>> groups(ResolvedNetwork network, int batchSize) {
        List<Set<String>> groups = new ArrayList<>();
        long values = MOST_VALUES;
        for (ResolvedLayer layer : network.layers()) {
            long more = layer.outputShape().size() * batchSize;
            if (values + more > MOST_VALUES) {
                groups.add(new LinkedHashSet<>());
                values = 0;
            }
            groups.getLast().add(layer.name());
            values += more;
        }
        return groups;
    }
}
