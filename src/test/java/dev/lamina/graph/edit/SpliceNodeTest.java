package dev.lamina.graph.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.nn.layer.Dropout;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpliceNodeTest {
    private final NetworkDocument document = new NetworkDocument(Drawings.resNet(20));

    private Edge splice(Position place) {
        Edge edge = document.drawing().graph().edges().stream()
                .filter(e -> e.from().equals("stage1"))
                .findFirst()
                .orElseThrow();
        document.apply(new SpliceNode(new Node.OfLayer("dropout", new Dropout(0.5)), place, edge));
        return edge;
    }

    private void assertNothingOverlaps() {
        var cards = Presentation.of(document.drawing()).cards();
        cards.forEach((id, box) -> cards.forEach((other, place) -> {
            if (!id.equals(other)) {
                assertFalse(box.intersects(place), id + " lies over " + other);
            }
        }));
    }

    @Test
    void arrangedDrawingIsArrangedAgain() {
        document.apply(new AutoArrange());
        Edge edge = splice(new Position(document.drawing().position("stage1").x() + 100, 0));
        assertNothingOverlaps();
        assertTrue(document.drawing().position("dropout").x()
                < document.drawing().position(edge.to()).x());
    }

    @Test
    void neighborsMakeRoomInDrawingLaidOutByHand() {
        document.apply(new AutoArrange());
        document.apply(new MoveNodes(Set.of("head"), 3, 400));
        Position from = document.drawing().position("stage1");
        splice(from.plus(100, 7));
        assertNothingOverlaps();
        assertEquals(from, document.drawing().position("stage1"));
        assertEquals(from.y() + 7, document.drawing().position("dropout").y());
    }

    @Test
    void roomySpotIsKept() {
        document.apply(new MoveNodes(Set.of("head"), 3, 400));
        Position free = new Position(-2000, -900);
        splice(free);
        assertEquals(free, document.drawing().position("dropout"));
    }
}
