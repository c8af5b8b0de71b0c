package dev.lamina.ui.editor;

import static dev.lamina.testing.FxToolkit.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Edge;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Node;
import dev.lamina.graph.edit.AutoLayout;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.MoveNodes;
import dev.lamina.graph.edit.OpenInPlace;
import dev.lamina.graph.edit.SetHyperparameter;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.message.Language;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.testing.FxToolkit;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class EditorPaneTest {
    /** Drags LeNet's nodes in, wires them and types their settings, as a person would. */
    private static EditorStage leNetByHand() {
        EditorStage stage =
                new EditorStage(AutoLayout.of(new NetworkGraph(List.of(), List.of()), EditorStage.DIGITS, 10));
        List<String> entries = List.of(
                "input",
                "conv2d",
                "relu",
                "max-pool",
                "conv2d",
                "relu",
                "max-pool",
                "flatten",
                "linear",
                "relu",
                "linear",
                "relu",
                "softmax");
        String before = "";
        for (int i = 0; i < entries.size(); i++) {
            stage.dragIn(entries.get(i), stage.onCanvas(0.12 + 0.2 * (i % 5), 0.15 + 0.25 * (i / 5)));
            String added = stage.document.drawing().graph().nodes().getLast().id();
            if (!before.isEmpty()) {
                stage.wire(before, added, 0);
            }
            before = added;
        }
        set(stage, "conv", "outputChannels", "6", "kernelSize", "5", "padding", "2", "bias", "");
        set(stage, "conv2", "outputChannels", "16", "kernelSize", "5", "padding", "0", "bias", "");
        set(stage, "linear", "outputFeatures", "120");
        set(stage, "linear2", "outputFeatures", "84");
        return stage;
    }

    private static void set(EditorStage stage, String node, String... settings) {
        stage.click(stage.card(node));
        for (int i = 0; i < settings.length; i += 2) {
            if (settings[i + 1].isEmpty()) {
                ((javafx.scene.control.CheckBox)
                                stage.find("#setting-" + settings[i]).lookup(".check-box"))
                        .fire();
            } else {
                stage.type(settings[i], settings[i + 1]);
            }
        }
    }

    @Test
    void leNetIsBuiltFromAnEmptyCanvasBrokenUndoneAndRedone() throws Exception {
        onFx(() -> {
            EditorStage stage = leNetByHand();
            assertEquals(List.of(), stage.document.state().diagnostics());
            assertEquals(61706, stage.document.state().totals().orElseThrow().parameters());
            Drawing built = stage.document.drawing();
            assertEquals(12, built.graph().edges().size());
            assertEquals(
                    new LeNet5(6)
                            .graph(new Relu(), new SoftmaxHead(true, 0))
                            .nodes()
                            .get(4)
                            .toString()
                            .replace("conv2", ""),
                    built.node("conv2").orElseThrow().toString().replace("conv2", ""));

            stage.click(stage.card("flatten"));
            stage.key(KeyCode.DELETE);
            CardText broken = stage.card("linear").text().orElseThrow();
            assertTrue(broken.hasErrors());
            assertTrue(
                    broken.problems().getFirst().message().toString().contains("connect"), "the remedy is at the node");
            assertEquals(
                    stage.document.state().diagnostics().size(),
                    stage.find("#problems", TableView.class).getItems().size());
            assertTrue(stage.find("#totals").lookupAll(".totals-value").stream()
                    .allMatch(l -> ((javafx.scene.control.Label) l).getText().equals("unknown")));

            int steps = stage.document.state().undoNames().size();
            for (int i = 0; i < steps; i++) {
                stage.key(KeyCode.Z, KeyCode.CONTROL);
            }
            assertEquals(
                    AutoLayout.of(new NetworkGraph(List.of(), List.of()), EditorStage.DIGITS, 10),
                    stage.document.drawing());
            for (int i = 0; i < steps - 1; i++) {
                stage.key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
            }
            assertEquals(built, stage.document.drawing());
            return null;
        });
    }

    @Test
    void theActivationsOfAResNet20BecomeMpeluInOneStep() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.resNet(20));
            Drawing before = stage.document.drawing();
            stage.choose("replaceActivations", "replaceActivations-mpelu");
            assertFalse(stage.document.drawing().graph().toString().contains("Relu["));
            assertTrue(stage.document.drawing().graph().toString().contains("Mpelu["));
            assertEquals(1, stage.document.state().undoNames().size());
            stage.key(KeyCode.Z, KeyCode.CONTROL);
            assertEquals(before, stage.document.drawing());
            return null;
        });
    }

    @Test
    void aWireThatDoesNotFitIsRefusedWithTheReason() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            Drawing before = stage.document.drawing();
            stage.wire("pool2", "linear1", 0);
            assertEquals(before, stage.document.drawing());
            assertTrue(stage.text("#canvas-hint").contains("needs a feature vector"), stage.text("#canvas-hint"));
            stage.wire("conv2", "conv1", 0);
            assertTrue(stage.text("#canvas-hint").contains("cycle"), stage.text("#canvas-hint"));
            stage.wire("conv1", "pool1", 0);
            assertTrue(stage.document.drawing().graph().edges().contains(new Edge("conv1", "pool1", 0)));
            return null;
        });
    }

    @Test
    void aNodeDroppedOnAWireIsSplicedIn() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            Point2D from = EditorStage.middle(stage.card("conv1").output());
            Point2D to = EditorStage.middle(stage.card("activation1").inputs().getFirst());
            stage.dragIn("batch-norm", from.midpoint(to));
            assertTrue(stage.document
                    .drawing()
                    .graph()
                    .edges()
                    .containsAll(List.of(new Edge("conv1", "norm", 0), new Edge("norm", "activation1", 0))));
            assertTrue(stage.document.state().totals().isPresent());
            return null;
        });
    }

    @Test
    void cardsMoveWithTheMouseAndWithTheArrows() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            double zoom = stage.find("#canvas", NetworkCanvas.class).viewport().zoom();
            var start = stage.document.drawing().position("conv1");
            NodeCard card = stage.card("conv1");
            Point2D at = EditorStage.middle(card);
            stage.drag(card, at, at.add(60, 30));
            assertEquals(
                    start.plus(Math.rint(60 / zoom), Math.rint(30 / zoom)),
                    stage.document.drawing().position("conv1"));
            stage.key(KeyCode.RIGHT);
            stage.key(KeyCode.RIGHT);
            assertEquals(
                    start.x() + Math.rint(60 / zoom) + 16,
                    stage.document.drawing().position("conv1").x());
            assertEquals(2, stage.document.state().undoNames().size(), "two arrow keys are one step");
            return null;
        });
    }

    @Test
    void aMarqueeSelectsAndDeleteRemovesWhatItTouched() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            NetworkCanvas canvas = stage.find("#canvas", NetworkCanvas.class);
            stage.drag(canvas, stage.onCanvas(0.005, 0.005), stage.onCanvas(0.995, 0.99));
            assertEquals(13, canvas.selection().ids().size());
            stage.key(KeyCode.DELETE);
            assertTrue(stage.document.drawing().graph().nodes().isEmpty());
            return null;
        });
    }

    @Test
    void copiesArePastedAndDuplicatedUnderFreshNames() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            stage.click(stage.card("conv1"));
            stage.click(stage.card("activation1"), KeyCode.SHIFT);
            stage.key(KeyCode.C, KeyCode.CONTROL);
            stage.key(KeyCode.V, KeyCode.CONTROL);
            assertEquals(15, stage.document.drawing().graph().nodes().size());
            assertEquals(
                    Set.of("conv3", "activation5"),
                    stage.find("#canvas", NetworkCanvas.class).selection().ids());
            stage.key(KeyCode.D, KeyCode.CONTROL);
            assertEquals(17, stage.document.drawing().graph().nodes().size());
            return null;
        });
    }

    @Test
    void blocksOpenAndCloseInPlaceByButtonAndKey() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.resNet(20));
            Drawing before = stage.document.drawing();
            stage.card("stage2").expandButton().fire();
            stage.layout();
            assertTrue(stage.pane.lookup("#card-stage2-block2") != null);
            stage.click(stage.card("stage2-block1"));
            stage.key(KeyCode.ENTER);
            assertTrue(stage.pane.lookup("#card-stage2-block1-shortcut") != null);
            stage.find("#frame-stage2", FrameView.class).closeButton().fire();
            stage.layout();
            assertEquals(before, stage.document.drawing());
            return null;
        });
    }

    @Test
    void aHundredAndTenLayersAreShownQuickly() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.resNet(110));
            stage.card("stage1").expandButton().fire();
            for (int block = 1; block <= 18; block++) {
                stage.document.apply(new OpenInPlace("stage1-block" + block));
            }
            stage.layout();
            assertTrue(stage.document.drawing().graph().nodes().size() > 120);
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 8; i++) {
                long start = System.nanoTime();
                stage.document.apply(new MoveNodes(Set.of("stage2"), 5, 5));
                stage.document.apply(new SetHyperparameter(
                        List.of(new Node.OfBlock(
                                "stem", new ConvNormActivation(16, 3, 1, i % 2 == 0 ? new Elu(1) : new Relu()))),
                        "activation"));
                best = Math.min(best, (System.nanoTime() - start) / 2e6);
            }
            // A generous bound, for machines that are busy; an idle core needs a fraction of it.
            assertTrue(best < 250, "a step takes " + best + " ms");
            return null;
        });
    }

    @Test
    void wiresAreDrawnByKeyboardToo() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            stage.click(stage.card("activation1"));
            stage.key(KeyCode.DELETE, KeyCode.CONTROL);
            assertTrue(stage.document.drawing().graph().edges().contains(new Edge("conv1", "pool1", 0)));
            stage.key(KeyCode.Z, KeyCode.CONTROL);
            stage.click(stage.card("images"));
            stage.key(KeyCode.W);
            stage.key(KeyCode.RIGHT);
            stage.key(KeyCode.RIGHT);
            stage.key(KeyCode.ENTER);
            assertTrue(stage.document.drawing().graph().edges().contains(new Edge("images", "activation1", 0)));
            return null;
        });
    }

    @Test
    void theLanguageChangesWithoutANewEditor() throws Exception {
        onFx(() -> {
            EditorStage stage = new EditorStage(EditorStage.leNet());
            stage.click(stage.card("conv1"));
            assertTrue(stage.card("conv1").text().orElseThrow().shape().startsWith("C 6"));
            stage.texts.languageProperty().set(Language.CHINESE);
            stage.layout();
            assertEquals(
                    "通道 6 × 高 28 × 宽 28",
                    stage.card("conv1").text().orElseThrow().shape());
            assertEquals("卷积", stage.text(".inspector-heading"));
            assertEquals("输出通道", stage.text("#setting-outputChannels .setting-name"));
            return null;
        });
    }
}
