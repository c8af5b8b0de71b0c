package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The session's values as a checkpoint holds them: those of the network, and the others, which are the optimizer's. */
final class SessionValues {
    private final Session session;
    private final Set<String> networkNames;
    private final long bytesOfNetwork;

    SessionValues(Session session, ResolvedNetwork network) {
        this.session = session;
        this.networkNames = new LinkedHashSet<>(Stream.concat(
                        network.parameters().stream().map(NamedParameter::name),
                        network.state().stream().map(NamedState::name))
                .toList());
        this.bytesOfNetwork = Float.BYTES
                * Stream.concat(
                                network.parameters().stream()
                                        .map(parameter -> parameter.spec().shape()),
                                network.state().stream()
                                        .map(state -> state.spec().shape()))
                        .mapToLong(Shape::size)
                        .sum();
    }

    /**
     * A copy of the network's own.
     *
     * @param old one that nobody needs any more; the new one takes its arrays over
     */
    Map<String, HostTensor> ofNetwork(Map<String, HostTensor> old) {
        return read(networkNames, old);
    }

    long bytesOfNetwork() {
        return bytesOfNetwork;
    }

    /** @param old a checkpoint nobody needs any more; the new one takes its arrays over */
    Checkpoint capture(Progress progress, Checkpoint old) {
        return new Checkpoint(progress, read(networkNames, old.weights()), read(optimizerNames(), old.optimizer()));
    }

    /** @throws BadInputException if the checkpoint was made with another optimizer */
    void requireFit(Checkpoint checkpoint) {
        Message place = Message.of("train.checkpoint", checkpoint.progress().step());
        if (!checkpoint.optimizer().keySet().equals(optimizerNames())) {
            throw new BadInputException(Message.of("train.otherOptimizer").at(place));
        }
        checkpoint.optimizer().forEach((name, value) -> {
            Shape needed = session.read(name).shape();
            if (!value.shape().equals(needed)) {
                throw new BadInputException(Message.of("train.otherOptimizerShape", name, value.shape(), needed)
                        .at(place));
            }
        });
    }

    void restore(Checkpoint checkpoint) {
        checkpoint.weights().forEach(session::write);
        checkpoint.optimizer().forEach(session::write);
    }

    /** Writes a run's first values; the optimizer starts from zero. */
    void initialize(Map<String, HostTensor> values) {
        values.forEach(session::write);
        forgetOptimizer();
    }

    /** Writes those that the network has, by name and shape; the others are passed over. */
    void overwrite(Map<String, HostTensor> others) {
        others.forEach((name, value) -> {
            if (networkNames.contains(name) && session.read(name).shape().equals(value.shape())) {
                session.write(name, value);
            }
        });
    }

    /** Sets the optimizer's values to zero. */
    void forgetOptimizer() {
        for (String name : optimizerNames()) {
            session.write(name, HostTensor.zeros(session.read(name).shape()));
        }
    }

    private Set<String> optimizerNames() {
        Set<String> names = new TreeSet<>(session.names());
        names.removeAll(networkNames);
        return names;
    }

    private Map<String, HostTensor> read(Iterable<String> names, Map<String, HostTensor> old) {
        Map<String, HostTensor> values = new LinkedHashMap<>();
        for (String name : names) {
            HostTensor known = old.get(name);
            if (known == null) {
                known = session.read(name);
            } else {
                session.read(name, known);
            }
            values.put(name, known);
        }
        return values;
    }
}
