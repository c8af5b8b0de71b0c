package dev.lamina.graph;

import static dev.lamina.graph.Graphs.CONV;
import static dev.lamina.graph.Graphs.HEAD;
import static dev.lamina.graph.Graphs.assertOnlyError;
import static dev.lamina.graph.Graphs.assertOnlyWarning;
import static dev.lamina.graph.Graphs.flat;
import static dev.lamina.graph.Graphs.in;
import static dev.lamina.graph.Graphs.lines;
import static dev.lamina.graph.Graphs.node;
import static dev.lamina.graph.Graphs.out;
import static dev.lamina.graph.Graphs.resolve;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class WiringCheckTest {
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
                        .map(diagnostic -> diagnostic.line().toString())
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
}
