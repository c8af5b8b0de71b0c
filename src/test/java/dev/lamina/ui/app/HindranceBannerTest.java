package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HindranceBannerTest {
    private static final String LACKS_FLATTEN = """
            {"name": "bent", "data": {"source": {"type": "shapes", "trainCount": 64, "testCount": 32}},
             "network": {"graph": {"nodes": [
                {"id": "images", "type": "input"},
                {"id": "linear", "type": "layer", "layer": {"type": "linear", "outputFeatures": 16}},
                {"id": "head", "type": "head", "head": {"type": "softmax"}}],
              "edges": [{"from": "images", "to": "linear"}, {"from": "linear", "to": "head"}]}},
             "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void whatKeepsTheRunBackIsToldWithItsRemedyAndGoesWithIt() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = Screen.open(folder, Appearance.LIGHT, language)) {
                ExperimentConfig config = RecordFiles.parse(LACKS_FLATTEN, "test", ExperimentConfig.class, List.of());
                screen.fx(() -> {
                    screen.workbench.show(ExperimentDocument.unsaved(config));
                    return null;
                });
                screen.resize(1366, 768);
                assertTrue(screen.find("#hindrance-banner").isVisible());
                assertTrue(((Label) screen.find("#hindrance")).getText().contains("linear"));
                assertTrue(screen.find("#run").isDisabled());
                screen.press("hindrance-remedy");
                screen.layout();
                screen.layout();
                assertFalse(
                        screen.find("#hindrance-banner").isVisible(), ((Label) screen.find("#hindrance")).getText());
                assertFalse(screen.find("#run").isDisabled());
                assertTrue(screen.find("#card-flatten") != null);
            }
        }
    }
}
