package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.RunState;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each workspace gives the room to what it is for, at 1366×768. */
class WorkspacesTest {
    private static final String TINY = """
            {"name": "tiny", "data": {"source": {"type": "shapes", "trainCount": 64, "testCount": 32}},
             "network": {"preset": {"type": "resnet8", "width": 4}},
             "training": {"epochs": 1, "batchSize": 32},
             "probes": {"gbr": {"enabled": false}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void theCanvasHasTheWindowInBuild() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = open(language)) {
                Bounds canvas = bounds(screen, "#canvas");
                assertTrue(canvas.getWidth() >= 1000 && canvas.getHeight() >= 560, language + " " + canvas);
                for (String tool : List.of("#cut", "#zoomIn", "#fit")) {
                    Bounds place = bounds(screen, tool);
                    assertTrue(place.getMaxX() <= 1366 && place.getMaxX() > 0, tool + " " + place);
                }
            }
        }
    }

    @Test
    void theChartsHaveTheWindowInTrain() throws Exception {
        try (Screen screen = open(Language.ENGLISH)) {
            go(screen, Workspace.TRAIN);
            assertTrue(screen.find("#runs").isVisible() && screen.find("#live-learningRate") != null);
            Bounds charts = bounds(screen, screen.workbench.runPane().charts());
            assertTrue(charts.getWidth() >= 1000 && charts.getHeight() >= 560, "" + charts);
            for (String part : List.of("#side-runs", "#side-live")) {
                screen.fx(() -> {
                    ((ToggleButton) screen.workbench.lookup(part)).fire();
                    return null;
                });
            }
            screen.layout();
            screen.layout();
            charts = bounds(screen, screen.workbench.runPane().charts());
            assertTrue(charts.getWidth() >= 1300 && charts.getHeight() >= 560, "" + charts);
        }
    }

    @Test
    void theRunPaneIsOneLineUntilTheFirstRunOpensIt() throws Exception {
        try (Screen screen = open(Language.ENGLISH)) {
            RunPane charts = screen.workbench.runPane();
            assertTrue(screen.find("#run-strip") != null);
            assertSame(null, screen.fx(charts::getScene));
            screen.press("run");
            screen.await(() -> screen.workbench.runs().stateProperty().get() == RunState.FINISHED);
            screen.layout();
            assertSame(screen.scene, screen.fx(charts::getScene));
            assertSame(null, screen.find("#run-strip"));
            Runnable toggle = screen.scene.getAccelerators().get(KeyCombination.keyCombination("Shortcut+J"));
            screen.fx(() -> {
                toggle.run();
                return null;
            });
            screen.layout();
            assertSame(null, screen.fx(charts::getScene));
            assertTrue(said(screen, "#run-strip").contains("tiny"), said(screen, "#run-strip"));
        }
    }

    @Test
    void everyWorkspaceIsReachedByKeyAndSaysWhatItIsFor() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = open(language)) {
                for (Workspace workspace : Workspace.values()) {
                    Runnable way = screen.scene.getAccelerators().get(KeyCombination.keyCombination(workspace.keys()));
                    screen.fx(() -> {
                        way.run();
                        return null;
                    });
                    screen.layout();
                    assertEquals(workspace, screen.workbench.workspaceProperty().get());
                    String id = "#workspace-" + workspace.name().toLowerCase(java.util.Locale.ROOT);
                    assertTrue(((ToggleButton) screen.find(id)).isSelected());
                    boolean speaks = workspace != Workspace.BUILD && workspace != Workspace.TRAIN;
                    Label purpose = (Label) screen.find(id + "-purpose");
                    assertEquals(speaks, purpose != null);
                    assertFalse(speaks && purpose.getText().isBlank());
                }
            }
        }
    }

    @Test
    void aNodeOfTheStripIsShownOnTheCanvas() throws Exception {
        try (Screen screen = open(Language.ENGLISH)) {
            go(screen, Workspace.TRAIN);
            screen.fx(() -> {
                ((javafx.scene.control.Button) screen.workbench.lookupAll(".strip-chip").stream()
                                .reduce((_, last) -> last)
                                .orElseThrow())
                        .fire();
                return null;
            });
            screen.layout();
            assertEquals(Workspace.BUILD, screen.workbench.workspaceProperty().get());
            assertEquals("Softmax", ((Label) screen.find(".inspector-heading")).getText());
        }
    }

    private Screen open(Language language) throws Exception {
        Screen screen = Screen.open(folder, Appearance.LIGHT, language);
        ExperimentConfig config = RecordFiles.parse(TINY, "test", ExperimentConfig.class, List.of());
        screen.fx(() -> {
            screen.workbench.show(ExperimentDocument.unsaved(config));
            return null;
        });
        screen.resize(1366, 768);
        return screen;
    }

    private static void go(Screen screen, Workspace workspace) throws Exception {
        screen.fx(() -> {
            screen.workbench.workspaceProperty().set(workspace);
            return null;
        });
        screen.layout();
        screen.layout();
    }

    private static String said(Screen screen, String selector) throws Exception {
        return ((Label) screen.find(selector).lookup(".label")).getText();
    }

    private static Bounds bounds(Screen screen, String selector) throws Exception {
        return bounds(screen, screen.find(selector));
    }

    private static Bounds bounds(Screen screen, Node node) throws Exception {
        return screen.fx(() -> node.localToScene(node.getLayoutBounds()));
    }
}
