package dev.lamina.graph;

import static dev.lamina.graph.Graphs.CONV;
import static dev.lamina.graph.Graphs.IMAGE;
import static dev.lamina.graph.Graphs.assertOnlyError;
import static dev.lamina.graph.Graphs.flat;
import static dev.lamina.graph.Graphs.graph;
import static dev.lamina.graph.Graphs.in;
import static dev.lamina.graph.Graphs.lines;
import static dev.lamina.graph.Graphs.node;
import static dev.lamina.graph.Graphs.out;
import static dev.lamina.graph.Graphs.resolve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkResolverTest {
    @Test
    void layersStandInTopologicalOrderWhateverTheOrderOfTheNodes() {
        ResolvedNetwork network = resolve(
                        List.of(out(), node("flat", new Flatten()), node("sum", new Add()), node("b", CONV), in()),
                        "in>b",
                        "b>sum:1",
                        "b>sum:0",
                        "sum>flat",
                        "flat>out")
                .orThrow();
        assertEquals(
                List.of("b", "sum", "flat", "out/logits"),
                network.layers().stream().map(ResolvedLayer::name).toList());
        assertEquals(List.of(ResolvedNetwork.INPUT), network.layers().getFirst().inputs());
        assertEquals(List.of(0, 0), network.layers().get(1).inputs());
        assertEquals(2, network.features());
        assertEquals(Shape.of(10), network.layers().getLast().outputShape());
        assertEquals(List.of(Shape.of(256)), network.layers().getLast().inputShapes());
    }

    @Test
    void blocksExpandToLayersNamedByTheirPath() {
        BasicBlock block = new BasicBlock(6, 2, Shortcut.PROJECTION, new Relu());
        Resolution resolution = resolve(
                List.of(
                        in(),
                        new Node.OfBlock("stage", new ResidualStage(block, 2)),
                        node("pool", new GlobalAveragePool()),
                        out()),
                "in>stage",
                "stage>pool",
                "pool>out");
        List<String> names =
                resolution.orThrow().layers().stream().map(ResolvedLayer::name).toList();
        assertEquals("stage/block1/conv1", names.getFirst());
        assertEquals(
                List.of("stage/block1/shortcut", "stage/block1/shortcutNorm"),
                names.stream().filter(name -> name.contains("shortcut")).toList());
        assertTrue(names.contains("stage/block2/activation2"));
        ResolvedLayer add = resolution.orThrow().layers().get(names.indexOf("stage/block2/add"));
        assertEquals(
                List.of(names.indexOf("stage/block2/norm2"), names.indexOf("stage/block1/activation2")), add.inputs());
        assertEquals(Shape.of(6, 4, 4), resolution.outputShapes().get("stage"));
    }

    @Test
    void aConcatenationTakesItsInputsByPort() {
        ResolvedNetwork network = resolve(
                        List.of(
                                in(),
                                node("a", CONV),
                                node("b", Conv2d.same(5, 1, 1)),
                                node("join", new Concatenate()),
                                node("pool", new GlobalAveragePool()),
                                out()),
                        "in>a",
                        "in>b",
                        "a>join:1",
                        "b>join:0",
                        "join>pool",
                        "pool>out")
                .orThrow();
        ResolvedLayer join = network.layers().get(2);
        assertEquals(List.of(1, 0), join.inputs());
        assertEquals(Shape.of(9, 8, 8), join.outputShape());
    }

    @Test
    void theHeadMayStandOnTheInputItself() {
        ResolvedNetwork network = NetworkResolver.resolve(graph(List.of(in(), out()), "in>out"), Shape.of(2), 3)
                .orThrow();
        assertEquals(ResolvedNetwork.INPUT, network.features());
        assertEquals(1, network.layers().size());
    }

    @Test
    void aShapeErrorStandsAtItsLayerAndTheOtherBranchesGoOn() {
        Resolution resolution = resolve(
                List.of(
                        in(),
                        node("big", new MaxPool(9, 1, 0)),
                        node("after", BatchNorm.DEFAULT),
                        node("other", CONV),
                        node("grouped", new Conv2d(4, 3, 1, 1, 1, 3, false)),
                        node("sum", new Add()),
                        flat(),
                        out()),
                "in>big",
                "big>after",
                "after>sum:0",
                "in>other",
                "other>sum:1",
                "other>grouped",
                "grouped>sum:2",
                "sum>flat",
                "flat>out");
        assertEquals(
                List.of(
                        "big: the kernel spans 9 pixels, the padded input only 8; use a smaller kernel or more padding",
                        "grouped: 3 groups do not divide 4 input and 4 output channels; choose a common divisor"),
                lines(resolution));
        assertEquals(Shape.of(4, 8, 8), resolution.outputShapes().get("other"));
        assertEquals(null, resolution.outputShapes().get("sum"));
    }

    @Test
    void anErrorInsideABlockNamesNodeAndPart() {
        BasicBlock shrinking = new BasicBlock(2, 2, Shortcut.ZERO_PAD, new Relu());
        Resolution resolution = resolve(
                List.of(in(), new Node.OfBlock("stage", new ResidualStage(shrinking, 2)), flat(), out()),
                "in>stage",
                "stage>flat",
                "flat>out");
        assertOnlyError(
                "stage/block1/shortcut: cannot shrink 3 channels to 2; use a 1×1 convolution (shortcut option B)",
                resolution);
        assertEquals("stage", resolution.diagnostics().getFirst().nodeId().orElseThrow());
    }

    @Test
    void aHeadOnAFeatureMapSaysWhatToPutBefore() {
        assertOnlyError(
                "out/logits: needs a feature vector, got 4×8×8; put a flatten or a global average pool before it",
                resolve(List.of(in(), node("conv", CONV), out()), "in>conv", "conv>out"));
    }

    @Test
    void sizesBeyondCountingAreAnError() {
        Resolution resolution = NetworkResolver.resolve(
                graph(List.of(in(), flat(), out()), "in>flat", "flat>out"), Shape.of(65536, 65536, 2), 10);
        assertOnlyError("flat: has more values than can be counted; use fewer channels or smaller images", resolution);
    }

    @Test
    void weightsThatNoTensorHoldsAreAnErrorAtTheirLayer() {
        Resolution resolution = NetworkResolver.resolve(
                graph(
                        List.of(in(), flat(), node("wide", new Linear(40_000, false)), out()),
                        "in>flat",
                        "flat>wide",
                        "wide>out"),
                Shape.of(3, 200, 200),
                10);
        assertOnlyError(
                "wide: its weight would have 4800000000 values, more than the 2147483647 of a tensor; use fewer channels or"
                        + " a smaller input",
                resolution);
    }

    @Test
    void askingForABrokenNetworkThrowsItsFirstError() {
        Resolution resolution = resolve(List.of(in(), node("relu", new ActivationLayer(new Relu()))), "in>relu");
        assertEquals(
                "network: it has no head; add one head node, where the network decides",
                assertThrows(BadInputException.class, resolution::orThrow).getMessage());
        assertEquals(IMAGE, resolution.outputShapes().get("relu"));
    }
}
