package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At 1024×700 everything has its place still, and comes back to it in a larger window. */
class SmallWindowTest {
    private static final String CONFIG = """
            {"name": "%s", "data": {"source": {"type": "shapes", "trainCount": 128, "testCount": 64}},
             "network": {"preset": {"type": "resnet8", "width": 4}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void aLongNameIsShortenedAndNotTheToolBar() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = open("n".repeat(150), language)) {
                screen.resize(1024, 700);
                Bounds bar = bounds(screen, ".tool-bar");
                for (String button : List.of("#new", "#run", "#stop")) {
                    Bounds place = bounds(screen, button);
                    assertTrue(place.getWidth() > 0 && bar.contains(place), language + " " + button + " " + place);
                }
                Bounds top = bounds(screen, "#top-line");
                for (String button : List.of("#workspaces", "#language", "#appearance")) {
                    Bounds place = bounds(screen, button);
                    assertTrue(place.getWidth() > 0 && top.contains(place), language + " " + button + " " + place);
                }
                Label title = (Label) screen.find("#title");
                assertTrue(bar.contains(bounds(screen, "#title")));
                assertEquals(150, title.getText().length());
                assertEquals(title.getText(), title.getTooltip().getText());
                assertTrue(shown(title).length() < 100, shown(title));
            }
        }
    }

    @Test
    void dividersComeBackWhenTheWindowGrowsAgain() throws Exception {
        try (Screen screen = open("divided", Language.ENGLISH)) {
            screen.press("run-open");
            screen.layout();
            SplitPane split =
                    (SplitPane) screen.workbench.experimentPane().getParent().getParent();
            SplitPane charts = (SplitPane) screen.workbench.runPane().getCenter();
            screen.resize(1440, 900);
            double height = screen.fx(() -> split.getDividerPositions()[0]);
            double width = screen.fx(() -> charts.getDividerPositions()[0]);
            screen.resize(500, 260);
            screen.resize(1440, 900);
            assertEquals(height, screen.fx(() -> split.getDividerPositions()[0]), 0.01);
            assertEquals(width, screen.fx(() -> charts.getDividerPositions()[0]), 0.01);
            screen.resize(500, 260);
            assertEquals(0.55, screen.fx(() -> screen.workbench.preferences().experimentShare()));
            assertEquals(0.76, screen.fx(() -> screen.workbench.preferences().chartShare()));
        }
    }

    @Test
    void nothingIsPaintedOverTheCanvas() throws Exception {
        try (Screen screen = open("covered", Language.ENGLISH)) {
            screen.resize(1024, 700);
            Node map = screen.find("#mini-map");
            for (int i = 0; i < 12; i++) {
                screen.press("zoomIn");
            }
            screen.layout();
            screen.layout();
            assertTrue(map.isVisible(), "the network is larger than the canvas");
            screen.fx(() -> {
                ((dev.lamina.ui.editor.EditorPane) screen.workbench.lookup("#editor")).hint("why not, in a few words");
                return null;
            });
            screen.layout();
            Bounds canvas = bounds(screen, "#canvas");
            for (String other : List.of("#mini-map", "#totals", "#canvas-hint")) {
                Bounds place = bounds(screen, other);
                assertTrue(place.getWidth() > 0 && place.getHeight() > 0, other);
                boolean apart = place.getMaxX() <= canvas.getMinX() + 1
                        || place.getMinX() >= canvas.getMaxX() - 1
                        || place.getMaxY() <= canvas.getMinY() + 1
                        || place.getMinY() >= canvas.getMaxY() - 1;
                assertTrue(apart, other + " " + place + " on " + canvas);
            }
            screen.press("fit");
            screen.layout();
            assertFalse(map.isVisible(), "all of the network is seen");
        }
    }

    private Screen open(String name, Language language) throws Exception {
        Screen screen = Screen.open(folder, Appearance.LIGHT, language);
        ExperimentConfig config = RecordFiles.parse(CONFIG.formatted(name), "test", ExperimentConfig.class, List.of());
        screen.fx(() -> {
            screen.workbench.show(ExperimentDocument.unsaved(config));
            return null;
        });
        screen.layout();
        return screen;
    }

    private static Bounds bounds(Screen screen, String selector) throws Exception {
        return screen.fx(() -> {
            Node node = screen.workbench.lookup(selector);
            return node.localToScene(node.getLayoutBounds());
        });
    }

    /** What of a label's text is to be read. */
    private static String shown(Label label) {
        return ((Text) label.lookup(".text")).getText();
    }
}
