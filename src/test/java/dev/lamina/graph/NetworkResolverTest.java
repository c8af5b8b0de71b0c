package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Layer;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkResolverTest {
    private static final Shape IMAGE = Shape.of(3, 8, 8);
    private static final Conv2d CONV = Conv2d.same(4, 3, 1);
    private static final SoftmaxHead HEAD = new SoftmaxHead(true, 0);

    /** Lines of nodes and edges; an edge is "from>to" or "from>to:port". */
    private static NetworkGraph graph(List<Node> nodes, String... edges) {
        List<Edge> list = new ArrayList<>();
        for (String edge : edges) {
            String[] parts = edge.split("[>:]");
            list.add(new Edge(parts[0], parts[1], parts.length > 2 ? Integer.parseInt(parts[2]) : 0));
        }
        return new NetworkGraph(nodes, list);
    }

    private static Node in() {
        return new Node.Input("in");
    }

    private static Node node(String id, Layer layer) {
        return new Node.OfLayer(id, layer);
    }

    private static Node out() {
        return new Node.OfHead("out", HEAD);
    }

    private static Resolution resolve(List<Node> nodes, String... edges) {
        return NetworkResolver.resolve(graph(nodes, edges), IMAGE, 10);
    }

    private static List<String> lines(Resolution resolution) {
        return resolution.diagnostics().stream().map(Diagnostic::line).toList();
    }

    private static void assertOnlyError(String line, Resolution resolution) {
        assertEquals(List.of(line), lines(resolution));
        assertEquals(Severity.ERROR, resolution.diagnostics().getFirst().severity());
        assertTrue(resolution.network().isEmpty());
    }

    private static void assertOnlyWarning(String line, Resolution resolution) {
        assertEquals(List.of(line), lines(resolution));
        assertEquals(Severity.WARNING, resolution.diagnostics().getFirst().severity());
        assertTrue(resolution.network().isPresent());
    }

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
    void aGraphWithoutAnythingLacksInputAndHead() {
        assertEquals(
                List.of(
                        "network: it has no input; add one input node, where the examples enter",
                        "network: it has no head; add one head node, where the network decides"),
                lines(resolve(List.of())));
    }

    @Test
    void aSecondHeadIsRefused() {
        assertOnlyError(
                "other: is a second head beside out; remove one of them",
                resolve(
                        List.of(in(), node("flat", new Flatten()), out(), new Node.OfHead("other", HEAD)),
                        "in>flat",
                        "flat>out",
                        "flat>other"));
    }

    @Test
    void aSecondInputIsRefused() {
        assertOnlyError(
                "more: is a second input beside in; remove one of them",
                resolve(
                        List.of(
                                in(),
                                new Node.Input("more"),
                                node("sum", new Add()),
                                node("flat", new Flatten()),
                                out()),
                        "in>sum:0",
                        "more>sum:1",
                        "sum>flat",
                        "flat>out"));
    }

    @Test
    void twoNodesOfOneIdAreRefused() {
        assertOnlyError(
                "flat: two nodes have this id; rename one",
                resolve(
                        List.of(in(), node("flat", new Flatten()), node("flat", new BatchNorm(1e-5, 0.1)), out()),
                        "in>flat",
                        "flat>out"));
    }

    @Test
    void anIdThatWouldBreakThePathIsRefused() {
        assertOnlyError(
                "network: the node id \"a/b\" is not a name; use letters, digits, '-' and '_' only",
                resolve(List.of(in(), node("a/b", new Flatten()), out()), "in>a/b", "a/b>out"));
    }

    @Test
    void aCycleIsShownWithItsNodes() {
        assertOnlyError(
                "sum: is on a cycle: sum → norm → sum; remove one of these edges",
                resolve(
                        List.of(
                                in(),
                                node("sum", new Add()),
                                node("norm", BatchNorm.DEFAULT),
                                node("flat", new Flatten()),
                                out()),
                        "in>sum:0",
                        "norm>sum:1",
                        "sum>norm",
                        "norm>flat",
                        "flat>out"));
    }

    @Test
    void everyCycleIsReportedOnce() {
        Resolution resolution = resolve(
                List.of(
                        in(),
                        node("a", new Add()),
                        node("b", new Add()),
                        node("c", BatchNorm.DEFAULT),
                        node("flat", new Flatten()),
                        out()),
                "in>a:0",
                "a>a:1",
                "a>b:0",
                "c>b:1",
                "b>c",
                "b>flat",
                "flat>out");
        assertEquals(
                List.of(
                        "a: is on a cycle: a → a; remove one of these edges",
                        "b: is on a cycle: b → c → b; remove one of these edges"),
                lines(resolution).stream().sorted().toList());
    }

    @Test
    void anUnconnectedInputIsNamed() {
        assertOnlyError(
                "conv: nothing enters its input; connect a node to port 0",
                resolve(
                        List.of(in(), node("conv", CONV), node("a", CONV), node("sum", new Add()), flat(), out()),
                        "in>a",
                        "a>sum:0",
                        "conv>sum:1",
                        "sum>flat",
                        "flat>out"));
    }

    private static Node flat() {
        return node("flat", new Flatten());
    }

    @Test
    void aJunctionNeedsTwoInputsWithoutAGap() {
        assertOnlyError(
                "sum: joins two or more inputs, got 1; connect a node to port 1",
                resolve(List.of(in(), node("sum", new Add()), flat(), out()), "in>sum:0", "sum>flat", "flat>out"));
        assertOnlyError(
                "sum: nothing enters port 1 but port 7 is taken; connect a node to it or move the edges up",
                resolve(
                        List.of(in(), node("sum", new Add()), flat(), out()),
                        "in>sum:0",
                        "in>sum:7",
                        "sum>flat",
                        "flat>out"));
    }

    @Test
    void aLayerOfOneInputTakesNoSecond() {
        assertOnlyError(
                "flat: has one input, port 0, but an edge enters port 1; remove it, or join the two with an add or"
                        + " concatenate node",
                resolve(List.of(in(), flat(), out()), "in>flat", "in>flat:1", "flat>out"));
    }

    @Test
    void aPortTakesOneEdge() {
        assertOnlyError(
                "flat: port 0 has edges from in and conv; remove one, or join them with an add or concatenate node",
                resolve(
                        List.of(in(), node("conv", CONV), flat(), node("sum", new Concatenate()), out()),
                        "in>flat",
                        "conv>flat",
                        "in>conv",
                        "flat>sum:0",
                        "flat>sum:1",
                        "sum>out"));
    }

    @Test
    void anEdgeToOrFromNowhereIsNamed() {
        assertOnlyError(
                "sum: an edge comes from \"cnov\", which is no node; connect another node or add this one",
                resolve(
                        List.of(in(), node("sum", new Add()), flat(), out()),
                        "in>sum:0",
                        "cnov>sum:1",
                        "sum>flat",
                        "flat>out"));
        assertOnlyError(
                "flat: an edge goes to \"uot\", which is no node; connect another node or add this one",
                resolve(List.of(in(), flat(), out()), "in>flat", "flat>out", "flat>uot"));
        assertOnlyError(
                "network: an edge comes from \"a\", which is no node; remove the edge to \"b\" or add the node",
                resolve(List.of(in(), flat(), out()), "in>flat", "flat>out", "a>b"));
    }

    @Test
    void aNegativePortIsRefused() {
        assertOnlyError(
                "flat: the edge from in enters port -1; ports count from 0",
                resolve(List.of(in(), flat(), out()), "in>flat", "in>flat:-1", "flat>out"));
    }

    @Test
    void nothingEntersTheInputOrLeavesTheHead() {
        assertEquals(
                List.of(
                        "in: nothing enters an input node; remove the edge from flat",
                        "out: the network ends at its head; remove the edge to flat"),
                resolve(List.of(in(), flat(), out()), "in>flat", "flat>out", "flat>in", "out>flat:0").errors().stream()
                        .map(Diagnostic::line)
                        .filter(line -> !line.startsWith("flat"))
                        .toList());
    }

    @Test
    void aDeadEndIsLeftOutWithAWarning() {
        Resolution resolution =
                resolve(List.of(in(), node("probe", CONV), flat(), out()), "in>probe", "in>flat", "flat>out");
        assertOnlyWarning(
                "probe: its output goes nowhere, so it is left out; connect it towards the head or delete it",
                resolution);
        assertEquals(
                List.of("flat", "out/logits"),
                resolution.orThrow().layers().stream().map(ResolvedLayer::name).toList());
        assertEquals(Shape.of(4, 8, 8), resolution.outputShapes().get("probe"));
    }

    @Test
    void aNodeBesideTheNetworkIsLeftOutWithAWarning() {
        assertOnlyWarning(
                "spare: is connected neither to the input nor to the head; connect or delete it",
                resolve(List.of(in(), node("spare", CONV), flat(), out()), "in>flat", "flat>out"));
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
    void askingForABrokenNetworkThrowsItsFirstError() {
        Resolution resolution = resolve(List.of(in(), node("relu", new ActivationLayer(new Relu()))), "in>relu");
        assertEquals(
                "network: it has no head; add one head node, where the network decides",
                assertThrows(BadInputException.class, resolution::orThrow).getMessage());
        assertEquals(IMAGE, resolution.outputShapes().get("relu"));
    }
}
