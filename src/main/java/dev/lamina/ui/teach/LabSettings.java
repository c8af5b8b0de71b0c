package dev.lamina.ui.teach;

import dev.lamina.config.DataConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.NetworkConfig;
import dev.lamina.data.PixelScaling;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import java.util.Map;

/**
 * All that a laboratory's training depends on. The network sees the plane's own coordinates, so that GBR and gradients are
 * in those of the picture.
 *
 * @param depth hidden layers
 * @param width units of each
 * @param norm of each hidden layer before its activation
 */
record LabSettings(
        DataSettings data,
        int depth,
        int width,
        Activation activation,
        NormChoice norm,
        HeadChoice head,
        double rate,
        double decay,
        long seed) {
    static final LabSettings FIRST =
            new LabSettings(DataSettings.FIRST, 3, 8, new Relu(), NormChoice.NONE, HeadChoice.SOFTMAX, 0.03, 0, 1);

    /** What every laboratory has in common; it trains until it is told to end. */
    private static final String BASE = """
            {"name": "plane",
             "data": {"source": "moons"},
             "network": {"preset": "mlp"},
             "training": {"epochs": 1000000, "checkpointEveryEpochs": 1000000, "batchSize": 32, "schedule": "constant"},
             "probes": {"gbr": {"images": 64, "everyEpochs": 5, "everySeconds": 0}},
             "backend": {"threads": 1}}""";

    /** Whether weights trained with these settings mean nothing under the others, so that training starts anew. */
    boolean startsAnewFor(LabSettings other) {
        return depth != other.depth
                || width != other.width
                || !activation.equals(other.activation)
                || norm != other.norm
                || seed != other.seed
                || (head == HeadChoice.WNLL) != (other.head == HeadChoice.WNLL);
    }

    ExperimentConfig config() {
        return RecordFiles.parse(
                BASE,
                "plane",
                ExperimentConfig.class,
                List.of(
                        "data="
                                + RecordFiles.write(
                                        new DataConfig(data.source(), null, PixelScaling.NONE, List.of(), null)),
                        "network=" + RecordFiles.write(new NetworkConfig(null, graph(), Map.of())),
                        "training.learningRate=" + rate,
                        "training.weightDecay=" + decay,
                        "training.equalNorm=" + (norm == NormChoice.EQUAL_NORM ? "{}" : "null"),
                        "seed=" + seed));
    }

    private NetworkGraph graph() {
        SequentialGraph graph = new SequentialGraph().then("flatten", new Flatten());
        for (int i = 1; i <= depth; i++) {
            graph.then("linear" + i, new Linear(width, true));
            if (norm != NormChoice.NONE) {
                graph.then("norm" + i, new BatchNorm(1e-5, 0.1));
            }
            graph.then("hidden" + i, new ActivationLayer(activation));
        }
        return graph.head(head.head());
    }

    LabSettings with(DataSettings other) {
        return new LabSettings(other, depth, width, activation, norm, head, rate, decay, seed);
    }

    LabSettings withDepth(int layers) {
        return new LabSettings(data, layers, width, activation, norm, head, rate, decay, seed);
    }

    LabSettings withWidth(int units) {
        return new LabSettings(data, depth, units, activation, norm, head, rate, decay, seed);
    }

    LabSettings with(Activation other) {
        return new LabSettings(data, depth, width, other, norm, head, rate, decay, seed);
    }

    LabSettings with(NormChoice other) {
        return new LabSettings(data, depth, width, activation, other, head, rate, decay, seed);
    }

    LabSettings with(HeadChoice other) {
        return new LabSettings(data, depth, width, activation, norm, other, rate, decay, seed);
    }

    LabSettings withRate(double other) {
        return new LabSettings(data, depth, width, activation, norm, head, other, decay, seed);
    }

    LabSettings withDecay(double other) {
        return new LabSettings(data, depth, width, activation, norm, head, rate, other, seed);
    }

    LabSettings withSeed(long other) {
        return new LabSettings(data, depth, width, activation, norm, head, rate, decay, other);
    }
}
