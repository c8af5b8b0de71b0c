package dev.lamina.ui.teach;

import dev.lamina.config.BackendConfig;
import dev.lamina.config.DataConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.NetworkConfig;
import dev.lamina.config.ProbesConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.data.PixelScaling;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.probe.GbrSettings;
import dev.lamina.ui.form.StartValues;
import java.util.HashMap;
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

    private static final int FOR_EVER = 1_000_000;
    private static final int BATCH = 32;
    private static final int GBR_POINTS = 64;
    private static final int EPOCHS_PER_GBR = 5;

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
        return StartValues.of(
                ExperimentConfig.class,
                Map.of(
                        "name",
                        "plane",
                        "data",
                        new DataConfig(data.source(), null, PixelScaling.NONE, List.of(), null),
                        "network",
                        new NetworkConfig(null, graph(), Map.of()),
                        "training",
                        training(),
                        "probes",
                        StartValues.of(ProbesConfig.class, Map.of("gbr", gbr())),
                        "seed",
                        seed,
                        "backend",
                        StartValues.of(BackendConfig.class, Map.of("threads", 1))));
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

    private TrainingConfig training() {
        Map<String, Object> wishes = new HashMap<>(Map.of(
                "epochs",
                FOR_EVER,
                "batchSize",
                BATCH,
                "learningRate",
                rate,
                "schedule",
                new ConstantSchedule(),
                "weightDecay",
                decay,
                "checkpointEveryEpochs",
                FOR_EVER));
        if (norm == NormChoice.EQUAL_NORM) {
            wishes.put("equalNorm", StartValues.of(EqualNorm.class));
        }
        return StartValues.of(TrainingConfig.class, wishes);
    }

    private static GbrSettings gbr() {
        return StartValues.of(
                GbrSettings.class, Map.of("images", GBR_POINTS, "everyEpochs", EPOCHS_PER_GBR, "everySeconds", 0.0));
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
