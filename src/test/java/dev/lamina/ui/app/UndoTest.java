package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.graph.edit.BlockClosing;
import dev.lamina.graph.edit.History;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.graph.edit.ReplaceActivations;
import dev.lamina.message.Language;
import dev.lamina.nn.activation.Elu;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.editor.EditorPane;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One history for network and settings, in the order the steps were made. */
class UndoTest {
    private static final String CONFIG = """
            {"name": "undo", "data": {"source": {"type": "shapes", "trainCount": 64, "testCount": 32}},
             "network": {"preset": {"type": "resnet8", "width": 4}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    private ExperimentDocument open(Screen screen) throws Exception {
        ExperimentDocument document =
                ExperimentDocument.unsaved(RecordFiles.parse(CONFIG, "undo", ExperimentConfig.class, List.of()));
        screen.fx(() -> {
            screen.workbench.show(document);
            return null;
        });
        screen.layout();
        return document;
    }

    private static NetworkDocument network(Screen screen) throws Exception {
        return ((EditorPane) screen.find("#editor")).document();
    }

    private static String menu(Screen screen, String id) throws Exception {
        return screen.fx(() -> {
            MenuBar bar = (MenuBar) screen.workbench.lookup(".menu-bar");
            for (Menu menu : bar.getMenus()) {
                for (MenuItem item : menu.getItems()) {
                    if (id.equals(item.getId())) {
                        return item.getText();
                    }
                }
            }
            throw new AssertionError("no menu item " + id);
        });
    }

    @Test
    void settingsAndNetworkAreUndoneInTheOrderTheyWereMade() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = open(screen);
            List<ExperimentConfig> configs = new ArrayList<>(List.of(document.config()));
            List<Runnable> steps = List.of(
                    () -> document.set("training.learningRate", "0.02"),
                    () -> document.set("training.epochs", "3"),
                    () -> apply(screen),
                    () -> document.set("data.source.classes", "5"),
                    () -> document.set("network.preset", "\"lenet5\""),
                    () -> document.set("probes.gbr.enabled", "false"),
                    () -> document.setText(document.text().replace("\"undo\"", "\"other\"")));
            for (Runnable step : steps) {
                screen.fx(() -> {
                    step.run();
                    return null;
                });
                screen.layout();
                configs.add(screen.fx(document::config));
            }
            assertEquals("Undo: change the JSON", menu(screen, "menu-undo"));
            for (int i = configs.size() - 2; i >= 0; i--) {
                screen.press("undo");
                screen.layout();
                assertEquals(configs.get(i), document.config(), "undo to step " + i);
                agrees(screen, document);
            }
            assertFalse(document.changedProperty().get(), "nothing is left to save");
            assertEquals("Undo", menu(screen, "menu-undo"));
            assertEquals("Redo: set Learning rate", menu(screen, "menu-redo"));
            for (int i = 1; i < configs.size(); i++) {
                screen.press("redo");
                screen.layout();
                assertEquals(configs.get(i), document.config(), "redo of step " + i);
                agrees(screen, document);
            }
        }
    }

    @Test
    void bothKeysThatPeopleKnowRedo() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = open(screen);
            int before = document.config().training().epochs();
            screen.fx(() -> document.set("training.epochs", "3"));
            for (boolean shift : new boolean[] {true, false}) {
                screen.press("undo");
                assertEquals(before, document.config().training().epochs());
                KeyCode key = shift ? KeyCode.Z : KeyCode.Y;
                screen.fx(() -> {
                    Event.fireEvent(
                            screen.workbench,
                            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, true, false, false));
                    return null;
                });
                assertEquals(3, document.config().training().epochs(), key.toString());
            }
        }
    }

    private static void apply(Screen screen) {
        try {
            network(screen).apply(new ReplaceActivations(new Elu(1)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What is drawn is what is trained, for the examples there are. */
    private static void agrees(Screen screen, ExperimentDocument document) throws Exception {
        assertEquals(
                document.config().networkGraph(),
                BlockClosing.closeUnchanged(network(screen).drawing()).graph());
        assertEquals(
                document.config().data().source().toString().contains("classes=5") ? 5 : 10,
                network(screen).drawing().classes());
    }

    @Test
    void typingANumberIsOneStep() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.CHINESE)) {
            ExperimentDocument document = open(screen);
            History history = document.history();
            screen.fx(() -> {
                List.of("1", "12", "128").forEach(typed -> document.set("training.batchSize", typed));
                document.settled();
                document.set("training.batchSize", "64");
                return null;
            });
            assertEquals(2, history.undoNames().size());
            assertTrue(menu(screen, "menu-undo").startsWith("撤销：设置批大小"));
            screen.press("undo");
            assertEquals(128, document.config().training().batchSize());
        }
    }
}
