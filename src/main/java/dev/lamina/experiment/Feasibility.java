package dev.lamina.experiment;

import dev.lamina.archive.MachineDescription;
import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.FreeMemory;
import dev.lamina.backend.Session;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import dev.lamina.train.Trainer;
import java.util.Optional;

/** Whether a configuration can be trained on this machine at all, found out before any data is read. */
final class Feasibility {
    private static final double GIBIBYTE = 1 << 30;

    private Feasibility() {}

    /** @throws BadInputException naming the layer with too many values, or the memory a training step takes at least */
    static void requireMemory(ResolvedNetwork network, TrainingConfig training) {
        for (ResolvedLayer layer : network.layers()) {
            requireCountable(layer.name(), layer.outputShape(), training.batchSize());
            for (ParameterSpec parameter : layer.parameters()) {
                requireCountable(layer.name(), parameter.shape(), 1);
            }
        }
        requireMemory(network, training, Message.of("experiment.thisMachine"), MachineDescription.totalMemoryBytes());
    }

    /** @throws BadInputException if a training step takes more than a device has */
    static void requireDeviceMemory(ResolvedNetwork network, TrainingConfig training, DeviceDescription device) {
        requireMemory(network, training, Message.verbatim(device.name()), device.memoryBytes());
    }

    /** @param availableBytes not positive if unknown */
    private static void requireMemory(
            ResolvedNetwork network, TrainingConfig training, Message place, long availableBytes) {
        long neededBytes = NetworkSummary.of(network).trainingMemoryBytes(training.batchSize(), training.optimizer());
        if (neededBytes > availableBytes && availableBytes > 0) {
            throw new BadInputException(Message.of(
                    "experiment.tooLarge",
                    training.batchSize(),
                    neededBytes / GIBIBYTE,
                    place,
                    availableBytes / GIBIBYTE));
        }
    }

    /**
     * @param session with all that will run prepared
     * @param trainer closed if training takes too much
     * @throws BadInputException if training takes more than is free now
     */
    static void requireFree(ExperimentConfig config, ResolvedNetwork network, Session session, Trainer trainer) {
        TrainingConfig training = config.training();
        Program step = Programs.training(network, training.batchSize(), training.optimizer(), training.decayScope());
        MemoryEstimate memory = MemoryEstimate.of(session, network, step);
        Backend backend = Backends.create(config.backend().name());
        shortage(memory, training, backend, FreeMemory.bytes()).ifPresent(line -> {
            trainer.close();
            throw new BadInputException(line);
        });
    }

    /**
     * What is to be said where training takes more than is free; of a device's own memory nothing is known here but its
     * size.
     *
     * @param freeBytes not positive if unknown
     */
    static Optional<Message> shortage(MemoryEstimate memory, TrainingConfig training, Backend backend, long freeBytes) {
        long neededBytes = backend.takesMachineMemory() ? memory.bytes() : memory.copyBytes();
        if (neededBytes <= freeBytes || freeBytes <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                Message.of("experiment.shortage", training.batchSize(), neededBytes / GIBIBYTE, freeBytes / GIBIBYTE));
    }

    private static void requireCountable(String layer, Shape shape, int count) {
        if (shape.size() > Integer.MAX_VALUE / count) {
            throw new BadInputException((count > 1
                            ? Message.of("experiment.batchTooLarge", count, shape)
                            : Message.of("experiment.layerTooLarge", shape))
                    .at(layer));
        }
    }
}
