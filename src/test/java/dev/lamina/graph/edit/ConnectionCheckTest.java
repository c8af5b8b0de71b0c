package dev.lamina.graph.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.nn.layer.Add;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {
    private final NetworkDocument document = new NetworkDocument(Drawings.leNet());

    private String reason(String from, String to, int port) {
        return document.refusal(new Connect(new Edge(from, to, port)))
                .map(Refusal::reason)
                .orElse("fits");
    }

    @Test
    void directionsAreChecked() {
        assertEquals("out-of-head", reason("head", "conv1", 0));
        assertEquals("into-input", reason("conv1", "images", 0));
        assertEquals("cycle", reason("conv2", "conv1", 0));
        assertEquals("cycle", reason("conv2", "conv2", 0));
        assertEquals("no-port", reason("images", "conv1", 1));
        assertEquals("no-node", reason("images", "conv9", 0));
    }

    @Test
    void shapesAreCheckedAndTheLayersOwnWordsSayWhy() {
        Refusal refusal =
                document.refusal(new Connect(new Edge("pool2", "linear1", 0))).orElseThrow();
        assertEquals("shape", refusal.reason());
        assertTrue(
                refusal.details().getFirst().toString().contains("needs a feature vector, got 16×5×5"),
                refusal.toString());
        document.apply(new AddNode(new Node.OfLayer("add", new Add()), Position.ORIGIN));
        assertEquals(Optional.empty(), document.apply(new Connect(new Edge("pool1", "add", 0))));
        assertEquals("shape", reason("conv1", "add", 1));
        assertEquals("fits", reason("pool1", "add", 1));
    }

    @Test
    void whatIsUnknownMayBeConnected() {
        document.apply(new RemoveNodes(Set.of("images"), RemoveNodes.Gap.LEFT_OPEN));
        assertEquals("fits", reason("pool2", "linear1", 0));
    }

    @Test
    void aNewEdgeReplacesTheOneAtItsPort() {
        assertEquals(Optional.empty(), document.apply(new Connect(new Edge("conv1", "pool1", 0))));
        assertEquals(
                1,
                document.drawing().graph().edges().stream()
                        .filter(e -> e.to().equals("pool1"))
                        .count());
    }
}
