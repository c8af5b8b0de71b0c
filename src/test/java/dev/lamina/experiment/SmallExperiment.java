package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.setting.RecordFiles;
import java.util.Arrays;
import java.util.List;

/** An experiment that the reference backend does in a blink: points on two moons and a small perceptron. */
final class SmallExperiment {
    static final DataLocation NOWHERE = new DataLocation(List.of(), java.nio.file.Path.of("nowhere"));

    private static final String TEXT = """
            {
              "name": "two moons",
              "data": {
                "source": {"type": "moons", "trainCount": 60, "testCount": 20},
                "validation": {"count": 10}
              },
              "network": {"preset": {"type": "mlp", "hiddenWidths": [6]}},
              "training": {"epochs": 3, "batchSize": 16, "learningRate": 0.05},
              "probes": {"gbr": {"images": 10}},
              "backend": {"name": "reference"}
            }
            """;

    private SmallExperiment() {}

    static ExperimentConfig config(String... overrides) {
        return RecordFiles.parse(TEXT, "small experiment", ExperimentConfig.class, Arrays.asList(overrides));
    }
}
