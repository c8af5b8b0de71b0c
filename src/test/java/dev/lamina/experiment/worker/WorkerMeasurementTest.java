package dev.lamina.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerMeasurementTest {
    private static final DataLocation WHERE = DataLocation.standard(null);

    @TempDir
    private static Path folder;

    private static StoredRun run;

    @BeforeAll
    static void train() throws Exception {
        ExperimentConfig config = RecordFiles.parse("""
                {"name": "measured", "network": {"preset": {"type": "mlp", "hiddenWidths": [4]}},
                 "data": {"source": {"type": "moons", "trainCount": 40, "testCount": 20}},
                 "training": {"epochs": 1, "batchSize": 16}}
                """, "test", ExperimentConfig.class, List.of());
        Path path = folder.resolve("run");
        Runs.byBackend(WHERE).start(config, path, _ -> {}, new CommandQueue()).await();
        run = StoredRun.in(path);
    }

    @Test
    void anotherProcessReadsTheSameAsThisOne() {
        ReadingMeasured here = Runs.byBackend(WHERE).measure(run.folder().path(), "confusion-matrix");
        ReadingMeasured there = WorkerMeasurement.of(run, "confusion-matrix", WHERE);
        assertEquals(timeless(here), timeless(there));
    }

    private static String timeless(ReadingMeasured reading) {
        return JsonLines.of(
                new ReadingMeasured(null, reading.probe(), reading.epoch(), reading.step(), reading.readings(), 0));
    }

    @Test
    void whatItRefusesIsOneLine() {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> WorkerMeasurement.of(run, "confusion", WHERE));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("\"confusion\"; known: confusion-matrix"),
                refused.getMessage());
        BadInputException silent = assertThrows(
                BadInputException.class,
                () -> WorkerMeasurement.answer(List.of("true"), run.folder().path()));
        assertTrue(String.valueOf(silent.getMessage()).contains("without an answer"), silent.getMessage());
    }
}
