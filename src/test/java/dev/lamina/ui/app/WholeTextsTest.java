package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At 1366×768 no text is cut off, in either language; what is shortened has a tooltip that says the whole. */
class WholeTextsTest {
    private static final String TINY = """
            {"name": "tiny", "data": {"source": {"type": "shapes", "trainCount": 64, "testCount": 32},
              "validation": {"fraction": 0.2}},
             "network": {"preset": {"type": "resnet8", "width": 4}},
             "training": {"epochs": 2, "batchSize": 32},
             "probes": {"gbr": {"images": 8}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void noTextIsCutOff() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = Screen.open(folder.resolve(language.name()), Appearance.LIGHT, language)) {
                ExperimentConfig config = RecordFiles.parse(TINY, "test", ExperimentConfig.class, List.of());
                screen.fx(() -> {
                    screen.workbench.show(ExperimentDocument.unsaved(config));
                    return null;
                });
                screen.resize(1366, 768);
                Set<String> cut = new TreeSet<>(cutOff(screen, "before a run"));
                TabPane tabs = (TabPane) screen.workbench.experimentPane();
                for (int i = 0; i < tabs.getTabs().size(); i++) {
                    int tab = i;
                    screen.fx(() -> {
                        tabs.getSelectionModel().select(tab);
                        return null;
                    });
                    cut.addAll(cutOff(screen, tabs.getTabs().get(i).getId()));
                }
                screen.press("run");
                screen.await(() -> screen.workbench.runs().stateProperty().get() == RunState.FINISHED);
                for (Workspace workspace : Workspace.values()) {
                    screen.fx(() -> {
                        screen.workbench.workspaceProperty().set(workspace);
                        return null;
                    });
                    cut.addAll(cutOff(screen, workspace.name()));
                }
                assertEquals("", String.join("\n", cut), language.toString());
            }
        }
    }

    private static List<String> cutOff(Screen screen, String where) throws Exception {
        screen.layout();
        screen.layout();
        return screen.fx(() -> {
            // What is live may have changed since.
            screen.workbench.applyCss();
            screen.workbench.layout();
            List<String> cut = new ArrayList<>();
            collect(screen.workbench, false, cut);
            return cut.stream().map(text -> where + ": " + text).toList();
        });
    }

    /** @param told whether what stands around it has a tooltip */
    private static void collect(Parent root, boolean told, List<String> cut) {
        for (Node node : root.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node instanceof MenuBar) {
                continue;
            }
            boolean tip = told || (node instanceof Control control && control.getTooltip() != null);
            if (node instanceof Labeled labeled && !(node instanceof TitledPane) && !tip && isCut(labeled)) {
                cut.add(labeled.getClass().getSimpleName() + " #" + labeled.getId() + " " + labeled.getStyleClass()
                        + " " + labeled.getText());
            }
            if (node instanceof Parent parent) {
                collect(parent, tip && (node instanceof Cell<?> || node instanceof Labeled), cut);
            }
        }
    }

    private static boolean isCut(Labeled labeled) {
        return labeled.getText() != null
                && !labeled.getText().isEmpty()
                && labeled.lookup(".text") instanceof Text text
                && text.isVisible()
                && !text.getText()
                        .replaceAll("\\s", "")
                        .equals(labeled.getText().replaceAll("\\s|_", ""));
    }
}
