package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunHandle;
import dev.lamina.launch.ChildJvm;
import dev.lamina.setting.RecordFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAtExitTest {
    /** A program that trains on a thread, as the window does. */
    static final class Trains {
        private static final String CONFIG = """
                {"name": "endless", "data": {"source": {"type": "spirals", "trainCount": 256, "testCount": 64}},
                 "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
                 "training": {"epochs": 1000000, "batchSize": 32, "learningRate": 0.001},
                 "probes": {"gbr": {"enabled": false}}, "backend": {"name": "reference", "threads": 1}}
                """;

        private Trains() {}

        public static void main(String[] args) throws Exception {
            ExperimentConfig config = RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of());
            RunHandle run = Experiment.start(config, Path.of(args[0]), DataLocation.standard(null), event -> {
                if (event instanceof TrainingEvent.EpochCompleted epoch
                        && epoch.metrics().epoch() == 1) {
                    System.out.println("trains");
                }
            });
            try (StopAtExit _ = new StopAtExit(run)) {
                run.await();
            }
        }
    }

    @TempDir
    private Path folder;

    @Test
    void aSignalThatEndsTheProgramStopsItsRunWithACheckpoint() throws Exception {
        Path path = folder.resolve("run");
        Process program = new ProcessBuilder(ChildJvm.here().command(Trains.class.getName(), List.of(path.toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals("trains", program.inputReader().readLine());
        program.destroy();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        RunFolder run = new RunFolder(path);
        assertEquals(RunState.STOPPED, new StoredRun(run).record().state());
        assertEquals(
                new StoredRun(run).record().step(),
                new StoredRun(run).checkpoints().getLast().step());
    }
}
