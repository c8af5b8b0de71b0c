package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.Beginning;
import dev.lamina.ui.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure's text is read whole and well, and belongs to its experiment alone. */
class FailureBannerTest {
    private static final String CONFIG = """
            {"name": "tiny", "data": {"source": {"type": "spirals", "trainCount": 64, "testCount": 32}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
             "probes": {"gbr": {"enabled": false}}, "backend": {"threads": 1}}""";
    /** WCAG 2.1, level AA. */
    private static final double LEAST_CONTRAST = 4.5;

    @TempDir
    private Path folder;

    @Test
    void aFailureIsToldWholeAndGoesWithTheNextExperiment() throws Exception {
        for (Appearance appearance : Appearance.values()) {
            try (Screen screen = Screen.open(folder, appearance, Language.ENGLISH)) {
                show(screen);
                screen.resize(1024, 700);
                // A folder that holds something else: a run that cannot begin, with a long name in its reason.
                Path taken = folder.resolve("a-long-name-".repeat(15) + "z");
                Files.createDirectories(taken);
                Files.writeString(taken.resolve("notes.txt"), "of someone");
                screen.fx(() -> {
                    screen.workbench
                            .runs()
                            .start(
                                    screen.workbench
                                            .documentProperty()
                                            .get()
                                            .orElseThrow()
                                            .config(),
                                    taken,
                                    Beginning.TO_THE_END);
                    return null;
                });
                screen.await(() -> screen.workbench.runs().stateProperty().get() == RunState.FAILED);
                screen.layout();
                screen.layout();
                Label text = (Label) screen.find("#failure");
                assertTrue(screen.find("#failure-banner").isVisible());
                assertTrue(text.getText().contains(taken.toString()), text.getText());
                assertEquals(
                        text.getText().replaceAll("\\s", ""),
                        ((Text) text.lookup(".text")).getText().replaceAll("\\s", ""),
                        "nothing is cut off");
                assertTrue(settledContrast(screen, text) >= LEAST_CONTRAST, appearance + " " + contrast(screen, text));
                show(screen);
                screen.layout();
                assertFalse(screen.find("#failure-banner").isVisible());
                assertEquals(
                        RunState.IDLE, screen.workbench.runs().stateProperty().get());
            }
        }
    }

    @Test
    void aRunThatFailedOnItsWayCanBeResumedFromTheBanner() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.CHINESE)) {
            ExperimentDocument document = show(screen);
            screen.fx(() -> {
                document.set("training.epochs", "40");
                document.set("training.batchSize", "32");
                document.set("training.learningRate", "1000");
                document.set("training.weightDecay", "1000");
                return document.set("training.optimizer", "{\"type\": \"sgd\", \"momentum\": 0.99}");
            });
            screen.layout();
            screen.press("run");
            screen.await(() -> screen.workbench.runs().stateProperty().get() == RunState.FAILED);
            screen.layout();
            assertEquals("将 η 设为 100 并重新运行", ((Button) screen.find("#failure-remedy")).getText());
            Button resume = (Button) screen.find("#failure-resume");
            assertTrue(resume.isVisible() && resume.isManaged());
            assertEquals("继续", resume.getText());
            Path begun = screen.workbench.runs().entries().getFirst().folder();
            screen.press("failure-resume");
            assertFalse(screen.find("#failure-banner").isVisible());
            screen.await(() -> screen.workbench.runs().stateProperty().get() == RunState.FAILED);
            assertEquals(1, screen.workbench.runs().entries().size(), "the same run went on");
            assertEquals(begun, screen.workbench.runs().entries().getFirst().folder());
        }
    }

    @Test
    void whatHindersARunIsColoredAndWraps() throws Exception {
        for (Appearance appearance : Appearance.values()) {
            try (Screen screen = Screen.open(folder, appearance, Language.ENGLISH)) {
                assertEquals(null, screen.find(".status-bar-line .fault"), "on the start page nothing is wrong");
                ExperimentDocument document = show(screen);
                screen.fx(() -> document.set("network.preset.hiddenWidths", "[1000000, 1000000]"));
                screen.resize(620, 700);
                Label doing = (Label) screen.find(".status-bar-line .fault");
                assertTrue(doing.getText().contains("more than the"), doing.getText());
                assertEquals(
                        doing.getText().replaceAll("\\s", ""),
                        ((Text) doing.lookup(".text")).getText().replaceAll("\\s", ""));
                assertTrue(
                        settledContrast(screen, doing) >= LEAST_CONTRAST, appearance + " " + contrast(screen, doing));
            }
        }
    }

    private ExperimentDocument show(Screen screen) throws Exception {
        ExperimentDocument document =
                ExperimentDocument.unsaved(RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of()));
        screen.fx(() -> {
            screen.workbench.show(document);
            return null;
        });
        screen.layout();
        return document;
    }

    /** A theme's colors come with one of the next pulses, later where the machine is busy. */
    private static double settledContrast(Screen screen, Label label) throws Exception {
        double contrast = 0;
        for (int i = 0; i < 100 && contrast < LEAST_CONTRAST; i++) {
            screen.layout();
            Thread.sleep(i);
            contrast = contrast(screen, label);
        }
        return contrast;
    }

    /** Of a label's text on all that is painted below it. */
    private static double contrast(Screen screen, Label label) throws Exception {
        return screen.fx(() -> {
            Color below = Color.WHITE;
            for (Color paint : backgrounds(label)) {
                below = below.interpolate(opaque(paint), paint.getOpacity());
            }
            double lighter = luminance((Color) label.getTextFill());
            double darker = luminance(below);
            return (Math.max(lighter, darker) + 0.05) / (Math.min(lighter, darker) + 0.05);
        });
    }

    /** From the outermost to the innermost. */
    private static List<Color> backgrounds(Node node) {
        List<Color> colors = new java.util.ArrayList<>();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                region.getBackground().getFills().reversed().stream()
                        .map(fill -> fill.getFill())
                        .filter(Color.class::isInstance)
                        .map(Color.class::cast)
                        .forEach(colors::add);
            }
        }
        return colors.reversed();
    }

    private static Color opaque(Color color) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue());
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
