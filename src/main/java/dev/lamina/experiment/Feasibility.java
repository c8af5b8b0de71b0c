package dev.lamina.experiment;

import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.source.DataOutline;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.Locale;

/** Whether a configuration can be trained on this machine at all, found out before any data is read. */
final class Feasibility {
    private static final double GIBIBYTE = 1 << 30;

    private Feasibility() {}

    /** @throws BadInputException for a network with errors or too large for this machine, and for settings no backend takes */
    static void require(ExperimentConfig config, DataLocation where) {
        DataOutline outline = config.data().source().outline(where);
        outline.requireFit(config.data().validation());
        ResolvedNetwork network = ExperimentSetup.network(
                config, outline.exampleShape(), outline.classNames().size());
        Backend backend = Backends.create(config.backend().name());
        requireDeviceMemory(network, config.training(), backend.device());
        backend.open(config.backend().session()).close();
    }

    /** @throws BadInputException naming the layer with too many values, or the memory a training step takes at least */
    static void requireMemory(ResolvedNetwork network, TrainingConfig training) {
        for (ResolvedLayer layer : network.layers()) {
            requireCountable(layer.name(), layer.outputShape(), training.batchSize());
            for (ParameterSpec parameter : layer.layer().parameters(layer.inputShapes())) {
                requireCountable(layer.name(), parameter.shape(), 1);
            }
        }
        requireMemory(network, training, "this machine", MachineDescription.totalMemoryBytes());
    }

    /** @throws BadInputException if a training step takes more than a device has */
    static void requireDeviceMemory(ResolvedNetwork network, TrainingConfig training, DeviceDescription device) {
        requireMemory(network, training, device.name(), device.memoryBytes());
    }

    /** @param availableBytes not positive if unknown */
    private static void requireMemory(
            ResolvedNetwork network, TrainingConfig training, String place, long availableBytes) {
        long neededBytes = NetworkSummary.of(network).trainingMemoryBytes(training.batchSize(), training.optimizer());
        if (neededBytes > availableBytes && availableBytes > 0) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "a training step with batches of %d takes at least %.1f GiB, %s has %.1f GiB;"
                            + " take fewer channels or a smaller training.batchSize",
                    training.batchSize(),
                    neededBytes / GIBIBYTE,
                    place,
                    availableBytes / GIBIBYTE));
        }
    }

    private static void requireCountable(String layer, Shape shape, int count) {
        if (shape.size() > Integer.MAX_VALUE / count) {
            throw new BadInputException(layer + ": " + (count > 1 ? "a batch of " + count + " times " : "") + shape
                    + " is more values than one array holds; take fewer channels"
                    + (count > 1 ? " or a smaller training.batchSize" : ""));
        }
    }
}
