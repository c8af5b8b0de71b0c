package dev.lamina.ui.editor;

import static dev.lamina.testing.FxToolkit.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Node;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.testing.FxToolkit;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inspector beside the canvas: settings typed, chosen and dragged. */
@ExtendWith(FxToolkit.class)
class NodeSettingsTest {
    private static Conv2d conv(EditorStage stage, String id) {
        return (Conv2d) ((Node.OfLayer) stage.document.drawing().node(id).orElseThrow()).layer();
    }

    private static Mpelu mpelu(EditorStage stage) {
        Node node = stage.document.drawing().node("activation1").orElseThrow();
        return (Mpelu) ((ActivationLayer) ((Node.OfLayer) node).layer()).activation();
    }

    @Test
    void settingsAreCheckedAsTheyAreTyped() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            stage.click(stage.card("conv1"));
            stage.type("kernelSize", "0");
            assertEquals("must be at least 1 and at most 255, is 0", stage.text("#setting-kernelSize .setting-fault"));
            stage.type("kernelSize", "many");
            assertTrue(stage.text("#setting-kernelSize .setting-fault").startsWith("must be a whole number"));
            assertEquals(EditorStage.leNet(), stage.document.drawing(), "what is wrong does not reach the document");
            stage.type("kernelSize", "7");
            assertFalse(stage.find("#setting-kernelSize .setting-fault").isVisible());
            assertEquals(7, conv(stage, "conv1").kernelSize());
            stage.type("kernelSize", "99");
            assertTrue(
                    stage.card("conv1").text().orElseThrow().hasErrors(), "what fits the range may not fit the plane");
            return null;
        });
    }

    @Test
    void severalNodesAreChangedAtOnce() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            stage.click(stage.card("conv1"));
            stage.click(stage.card("conv2"), KeyCode.SHIFT);
            stage.type("outputChannels", "32");
            assertEquals(32, conv(stage, "conv1").outputChannels());
            assertEquals(32, conv(stage, "conv2").outputChannels());
            assertEquals(1, stage.document.state().undoNames().size());
            return null;
        });
    }

    @Test
    void aBlockIsRepeatedFromTheInspector() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.resNet(20));
            long before = stage.document.state().totals().orElseThrow().parameters();
            stage.click(stage.card("stage3"));
            @SuppressWarnings("unchecked")
            Spinner<Integer> times = (Spinner<Integer>) stage.find("#inspector-repeat");
            assertEquals(3, times.getValue());
            times.increment(15);
            assertTrue(stage.document.state().totals().orElseThrow().parameters() > before);
            assertTrue(stage.card("stage3").text().orElseThrow().line().contains("× 18"));
            times.decrement(17);
            assertEquals(1, times.getValue());
            assertEquals(1, stage.document.state().undoNames().size());
            return null;
        });
    }

    @Test
    void anActivationIsChosenAndItsCurveDragged() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            stage.click(stage.card("activation1"));
            @SuppressWarnings("unchecked")
            ComboBox<String> box =
                    (ComboBox<String>) stage.find("#setting-activation").lookup(".combo-box");
            box.setValue("mpelu");
            stage.layout();
            assertEquals(1, mpelu(stage).initialAlpha());
            var handle = stage.find("#handle-initialAlpha");
            stage.drag(
                    handle,
                    EditorStage.middle(handle),
                    EditorStage.middle(handle).add(0, 20));
            assertTrue(mpelu(stage).initialAlpha() > 1.3, "α is " + mpelu(stage).initialAlpha());
            assertEquals(1, mpelu(stage).initialBeta());
            return null;
        });
    }
}
