package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.archive.CheckpointFiles;
import dev.lamina.archive.RunFolder;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.HostTensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenWeightsTest {
    private static final String CONFIG = """
            {"data": {"source": {"type": "moons", "trainCount": 60, "testCount": 20}, "normalization": "none"},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8, 8]}},
             "training": {"epochs": 2, "batchSize": 30, "learningRate": 0.1},
             "backend": {"name": "reference", "threads": 1}}""";

    @TempDir
    Path folder;

    private final Runs runs = Runs.byBackend(new DataLocation(List.of(), Path.of("nowhere")));

    private static ExperimentConfig config(String... overrides) {
        return RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of(overrides));
    }

    private Map<String, HostTensor> weights(String run) {
        return CheckpointFiles.newestWeights(new RunFolder(folder.resolve(run)).checkpoints());
    }

    /** Stopped before its first step. */
    private Map<String, HostTensor> begun(ExperimentConfig config) throws InterruptedException {
        CommandQueue commands = new CommandQueue();
        runs.startWithWeights(
                        config,
                        folder.resolve("second"),
                        folder.resolve("first"),
                        event -> {
                            if (event instanceof TrainingEvent.RunStarted) {
                                commands.submit(new TrainingCommand.Stop());
                            }
                        },
                        commands)
                .await();
        return weights("second");
    }

    @Test
    void aRunBeginsWithTheWeightsOfAnotherOneOfOtherDataAndHead() throws InterruptedException {
        runs.start(config(), folder.resolve("first"), _ -> {}, new CommandQueue())
                .await();
        Map<String, HostTensor> given = weights("first");
        Map<String, HostTensor> begun = begun(config("data.source.type=\"xor\"", "head=\"svm\"", "seed=2"));
        assertEquals(given.keySet(), begun.keySet());
        given.forEach((name, value) ->
                assertArrayEquals(value.values(), begun.get(name).values(), name));
    }

    @Test
    void whatHasAnotherShapeIsDrawn() throws InterruptedException {
        runs.start(config(), folder.resolve("first"), _ -> {}, new CommandQueue())
                .await();
        Map<String, HostTensor> given = weights("first");
        Map<String, HostTensor> begun = begun(config("network.preset.hiddenWidths=[8, 9]"));
        assertArrayEquals(
                given.get("linear1.weight").values(),
                begun.get("linear1.weight").values());
        assertFalse(Arrays.equals(
                given.get("linear2.weight").values(),
                begun.get("linear2.weight").values()));
    }
}
