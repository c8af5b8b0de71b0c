package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class CheckpointMenuTest {
    private static final String CONFIG = """
            {"name": "small", "data": {"source": {"type": "spirals", "trainCount": 256, "testCount": 64},
                                       "validation": {"count": 32}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
             "training": {"epochs": 6, "batchSize": 32, "learningRate": 0.05},
             "probes": {"gbr": {"enabled": false}}, "backend": {"name": "reference"}}""";

    @TempDir
    private Path folder;

    private final List<Object> done = new ArrayList<>();

    @Test
    void thePointNearestToAPlaceIsOfferedAndTheEndOfAFinishedRunIsNothingToGoOnFrom() throws Exception {
        DataLocation where = DataLocation.standard(null);
        Path path = folder.resolve("run");
        Experiment.start(RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of()), path, where, _ -> {})
                .await();
        List<KeptCheckpoint> kept = StoredRun.in(path).checkpoints();
        RunEntry entry = EarlierRuns.read(new RunStore(path), 1).runs().getFirst();
        RunViewModel runs = new RunViewModel(() -> Runs.byBackend(where), Runnable::run);
        CheckpointMenu menus = new CheckpointMenu(
                Texts.in(Language.ENGLISH), runs, (_, checkpoint) -> done.add(checkpoint), done::add);
        ContextMenu atTheEnd = FxToolkit.onFx(() -> menus.of(entry, 6));
        assertTrue(atTheEnd.getItems()
                .getFirst()
                .getText()
                .contains("after step " + kept.getLast().step() + " (epoch 6)"));
        assertTrue(atTheEnd.getItems().get(2).isDisable(), "nothing is left to do");
        atTheEnd.getItems().get(3).fire();
        assertEquals(List.of(kept.getLast().folder()), done);
        KeptCheckpoint best = kept.getFirst();
        ContextMenu earlier = FxToolkit.onFx(() -> menus.of(entry, 0.2));
        assertTrue(earlier.getItems().getFirst().getText().contains("after step " + best.step()));
        if (kept.size() > 1) {
            assertFalse(earlier.getItems().get(2).isDisable());
            earlier.getItems().get(2).fire();
            assertEquals(best, done.getLast());
        }
    }

    @Test
    void aRunWithoutACheckpointSaysSo() throws Exception {
        RunEntry entry = new RunEntry("none", folder.resolve("none"), new RunCurves(), RunState.STOPPED);
        CheckpointMenu menus = new CheckpointMenu(
                Texts.in(Language.ENGLISH),
                new RunViewModel(() -> Runs.byBackend(DataLocation.standard(null)), Runnable::run),
                (_, _) -> {},
                _ -> {});
        ContextMenu menu = FxToolkit.onFx(() -> menus.of(entry, 1));
        assertEquals(1, menu.getItems().size());
        assertEquals(
                "This run has no checkpoint yet", menu.getItems().getFirst().getText());
    }
}
