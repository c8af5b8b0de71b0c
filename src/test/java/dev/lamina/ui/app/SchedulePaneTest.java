package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulePaneTest {
    private static final String CONFIG = """
            {"data": {"source": {"type": "shapes", "trainCount": 128}}, "network": {"preset": "resnet8"},
             "training": {"epochs": 5, "batchSize": 32, "schedule": "constant", "weightDecay": 0.01}}""";

    @TempDir
    private Path folder;

    /** 20 steps at a rate of 0.1. */
    @Test
    void whatWeightDecayAmountsToStandsBelowTheCurve() throws Exception {
        assertEquals(
                "weight decay λ = 0.0100: λΣη/(1−μ) = 0.2000, decay alone would leave e^−0.2000 of the weights",
                shown(Language.ENGLISH));
        assertEquals("权重衰减 λ = 0.0100：λΣη/(1−μ) = 0.2000，仅靠衰减，权重将只剩 e^−0.2000", shown(Language.CHINESE));
    }

    private String shown(Language language) throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, language)) {
            screen.fx(() -> {
                screen.workbench.show(ExperimentDocument.unsaved(
                        RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of())));
                screen.workbench.workspaceProperty().set(Workspace.BUILD);
                TabPane tabs = (TabPane) Objects.requireNonNull(screen.workbench.experimentPane());
                tabs.getTabs().stream()
                        .filter(tab -> "tab-schedule".equals(tab.getId()))
                        .forEach(tabs.getSelectionModel()::select);
                return null;
            });
            screen.layout();
            screen.await(() -> !label(screen).getText().isEmpty());
            screen.layout();
            return screen.fx(() -> label(screen).getText());
        }
    }

    private static Label label(Screen screen) {
        return (Label) Objects.requireNonNull(screen.workbench.lookup("#decay-exponent"));
    }
}
