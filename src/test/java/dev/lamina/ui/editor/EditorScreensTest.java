package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.lamina.graph.edit.AutoLayout;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.OpenInPlace;
import dev.lamina.graph.edit.RemoveNodes;
import dev.lamina.graph.edit.ReplaceActivations;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.message.Language;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.tensor.Shape;
import dev.lamina.testing.FxToolkit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures of the editor, to be looked at: target/screens. */
@ExtendWith(FxToolkit.class)
class EditorScreensTest {
    private static final List<Theme> THEMES = List.of(new PrimerLight(), new PrimerDark());

    private static Drawing leNet() {
        return AutoLayout.of(new LeNet5(6).graph(new Relu(), new SoftmaxHead(true, 0)), Shape.of(1, 28, 28), 10);
    }

    private static Drawing resNet20() {
        return AutoLayout.of(
                new CifarResNet(20, 16, Shortcut.PROJECTION).graph(new Relu(), new SoftmaxHead(true, 0)),
                Shape.of(3, 32, 32),
                10);
    }

    @Test
    void leNetLightAndDarkInBothLanguages() throws Exception {
        for (Language language : Language.values()) {
            for (Theme theme : THEMES) {
                FxToolkit.onFx(() -> {
                    EditorStage stage = new EditorStage(leNet(), language, theme);
                    stage.pane.select("conv2");
                    assertColorful(stage.snapshot(
                            "editor-lenet-" + language.locale() + "-" + (theme.isDarkMode() ? "dark" : "light")));
                    return null;
                });
            }
        }
    }

    @Test
    void resNetWithAnOpenedBlock() throws Exception {
        for (Theme theme : THEMES) {
            FxToolkit.onFx(() -> {
                EditorStage stage =
                        new EditorStage(resNet20(), theme.isDarkMode() ? Language.CHINESE : Language.ENGLISH, theme);
                stage.document.apply(new ReplaceActivations(new Mpelu(1, 1, Sharing.CHANNEL, 5, 1)));
                stage.document.apply(new OpenInPlace("stage2"));
                stage.document.apply(new OpenInPlace("stage2-block1"));
                stage.layout();
                stage.pane.fit();
                stage.pane.select("stage2-block1-activation1");
                assertColorful(stage.snapshot("editor-resnet20-opened-" + (theme.isDarkMode() ? "dark" : "light")));
                return null;
            });
        }
    }

    @Test
    void aCardSaysLessFromFarAway() throws Exception {
        for (Theme theme : THEMES) {
            FxToolkit.onFx(() -> {
                EditorStage stage = new EditorStage(resNet20(), Language.ENGLISH, theme);
                NetworkCanvas canvas = stage.find("#canvas", NetworkCanvas.class);
                NodeCard card = stage.card("stage1");
                assertTrue(card.output().isVisible()
                        && stage.find("#card-stage1 .card-shape").isVisible());
                canvas.viewport().zoomAt(0.5 / canvas.viewport().zoom(), 0, 0);
                assertFalse(stage.find("#card-stage1 .card-shape").isVisible());
                assertTrue(stage.find("#card-stage1 .card-name").isVisible());
                stage.snapshot("editor-names-" + (theme.isDarkMode() ? "dark" : "light"));
                canvas.viewport().zoomAt(0.3 / canvas.viewport().zoom(), 0, 0);
                assertFalse(card.output().isVisible());
                stage.snapshot("editor-blocks-" + (theme.isDarkMode() ? "dark" : "light"));
                canvas.fit();
                assertTrue(stage.find("#card-stage1 .card-shape").isVisible());
                return null;
            });
        }
    }

    @Test
    void anErrorOnANode() throws Exception {
        for (Theme theme : THEMES) {
            FxToolkit.onFx(() -> {
                EditorStage stage =
                        new EditorStage(leNet(), theme.isDarkMode() ? Language.CHINESE : Language.ENGLISH, theme);
                stage.document.apply(new RemoveNodes(Set.of("flatten"), RemoveNodes.Gap.CLOSED));
                stage.find("#problems-switch", ToggleButton.class).fire();
                stage.layout();
                stage.pane.fit();
                stage.pane.select("linear1");
                assertColorful(stage.snapshot("editor-error-" + (theme.isDarkMode() ? "dark" : "light")));
                return null;
            });
        }
    }

    private static void assertColorful(WritableImage image) {
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colors.add(image.getPixelReader().getArgb(x, y));
            }
        }
        assertTrue(colors.size() > 100, colors.size() + " colors");
    }
}
