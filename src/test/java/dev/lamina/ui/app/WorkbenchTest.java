package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.RunCurves;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    private static final String TINY = """
            {"name": "tiny", "data": {"source": {"type": "shapes", "trainCount": 128, "testCount": 64}},
             "network": {"preset": {"type": "resnet8", "width": 4}},
             "training": {"epochs": 2, "batchSize": 32, "learningRate": 0.05},
             "probes": {"gbr": {"images": 8}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void twoEpochsAreRunPausedSteppedStoppedResumedSavedAndReopened() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen);
            screen.press("step");
            screen.await(() -> state(screen) == RunState.PAUSED && steps(screen) == 1);
            screen.press("step");
            screen.await(() -> steps(screen) == 2);
            double rate = screen.fx(() -> screen.workbench.runs().latestStep().learningRate());
            assertEquals(rate, Double.parseDouble(live(screen, "learningRate")), 1e-6);
            assertEquals("0.0005", live(screen, "weightDecay"));
            assertEquals("0.9", live(screen, "momentum"));
            setLive(screen, "learningRate", "0.02");
            setLive(screen, "momentum", "1.5");
            assertEquals("0.9", live(screen, "momentum"));
            screen.press("stepEpoch");
            screen.await(() -> state(screen) == RunState.PAUSED && steps(screen) == 4);
            assertTrue(Double.parseDouble(live(screen, "learningRate")) <= 0.02, live(screen, "learningRate"));
            screen.press("stop");
            screen.await(() -> state(screen) == RunState.STOPPED);
            screen.press("resume");
            screen.await(() -> state(screen) == RunState.FINISHED);
            RunEntry run = screen.fx(() -> screen.workbench.runs().entries().getFirst());
            RunCurves curves = run.curves();
            assertEquals(2, curves.series(Tags.TEST_ACCURACY).size());
            assertEquals(2, curves.series(Tags.GBR).size());
            assertEquals("η = 0.02", curves.marks().getFirst().label());
            assertEquals(
                    "learningRate",
                    StoredRun.in(run.folder()).record().changes().getFirst().hyperparameter());

            Path file = folder.resolve("saved.json");
            screen.dialogs.file = Optional.of(file);
            screen.press("save");
            assertFalse(screen.fx(() -> document.changedProperty().get()));
            screen.fx(() -> {
                screen.workbench.showStart();
                screen.workbench.open(file);
                return null;
            });
            assertEquals(
                    document.config(),
                    screen.fx(() -> screen.workbench.documentProperty().get().orElseThrow())
                            .config());
        }
    }

    @Test
    void runIsImpossibleWithItsReasonWhileTheNetworkDoesNotFit() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen);
            screen.fx(() -> document.set("network.preset.width", "512"));
            screen.fx(() -> document.set("training.batchSize", "65536"));
            screen.layout();
            assertTrue(
                    screen.fx(() -> screen.workbench.hindranceProperty().get()).contains("GiB"));
            assertTrue(screen.find("#run").isDisabled());
        }
    }

    @Test
    void runIsImpossibleWithItsReasonWhereThePrecisionCannotBeServed() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen);
            screen.fx(() -> document.set("backend.precision", "\"tf32\""));
            screen.layout();
            String hindrance =
                    screen.fx(() -> screen.workbench.hindranceProperty().get());
            assertTrue(hindrance.startsWith("backend.precision: tf32 is for NVIDIA's tensor cores"), hindrance);
            assertTrue(screen.find("#run").isDisabled());
            assertEquals(
                    1,
                    ((javafx.scene.control.TableView<?>) screen.find("#problems"))
                            .getItems()
                            .size());
            screen.fx(() -> document.set("backend.precision", "\"f32\""));
            screen.layout();
            assertFalse(screen.find("#run").isDisabled());
        }
    }

    @Test
    void changesThatWereNotSavedOutliveTheProgram() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen);
            screen.fx(() -> document.set("training.epochs", "7"));
            assertTrue(((Labeled) screen.find("#title")).getText().endsWith("●"));
            Recovery ended = new Recovery(folder.resolve("memory"));
            ended.keep(document);
            ended.release();
        }
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            // Closed without an answer to the offer, and another time with one.
            screen.fx(() -> {
                screen.workbench.close(() -> {});
                return null;
            });
        }
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            screen.press("recovery-restore");
            assertTrue(screen.fx(() -> screen.workbench
                    .documentProperty()
                    .get()
                    .orElseThrow()
                    .changedProperty()
                    .get()));
            assertEquals(
                    7,
                    screen.fx(() -> screen.workbench.documentProperty().get().orElseThrow())
                            .config()
                            .training()
                            .epochs());
        }
    }

    @Test
    void closingAsksAboutChangesAndSavesThem() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen);
            screen.fx(() -> document.set("training.epochs", "9"));
            boolean[] closed = new boolean[1];
            screen.dialogs.closing = Dialogs.Closing.CANCEL;
            screen.fx(() -> {
                screen.workbench.close(() -> closed[0] = true);
                return null;
            });
            assertFalse(closed[0]);
            screen.dialogs.closing = Dialogs.Closing.SAVE;
            screen.dialogs.file = Optional.of(folder.resolve("closed.json"));
            screen.fx(() -> {
                screen.workbench.close(() -> closed[0] = true);
                return null;
            });
            assertTrue(closed[0]);
            assertEquals(
                    document.config(),
                    ExperimentDocument.open(folder.resolve("closed.json")).config());
        }
    }

    @Test
    void whatIsChangedWhileARunComesToItsEndIsAskedAboutBeforeTheWindowCloses() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen);
            screen.press("step");
            screen.await(() -> state(screen) == RunState.PAUSED);
            boolean[] closed = new boolean[1];
            screen.dialogs.closing = Dialogs.Closing.SAVE;
            screen.fx(() -> {
                screen.workbench.close(() -> closed[0] = true);
                document.set("training.epochs", "9");
                screen.dialogs.closing = Dialogs.Closing.CANCEL;
                return null;
            });
            screen.await(() -> state(screen) == RunState.STOPPED);
            screen.layout();
            assertEquals(List.of("run goes on", "unsaved tiny"), screen.dialogs.asked);
            assertFalse(closed[0]);
        }
    }

    private static ExperimentDocument show(Screen screen) throws Exception {
        ExperimentDocument document =
                ExperimentDocument.unsaved(RecordFiles.parse(TINY, "tiny", ExperimentConfig.class, List.of()));
        screen.fx(() -> {
            screen.workbench.show(document);
            return null;
        });
        screen.layout();
        return document;
    }

    private static void setLive(Screen screen, String setting, String value) throws Exception {
        screen.layout();
        TextField field = (TextField) screen.find("#live-" + setting);
        screen.fx(() -> {
            field.setText(value);
            field.fireEvent(new javafx.event.ActionEvent());
            return null;
        });
    }

    /** What a live field shows a moment later. */
    private static String live(Screen screen, String setting) throws Exception {
        screen.layout();
        TextField field = (TextField) screen.find("#live-" + setting);
        return screen.fx(() -> {
            screen.workbench.runPane().tick();
            return field.getText();
        });
    }

    private static RunState state(Screen screen) {
        return screen.workbench.runs().stateProperty().get();
    }

    private static long steps(Screen screen) {
        var step = screen.workbench.runs().latestStep();
        return step == null ? 0 : step.step();
    }
}
