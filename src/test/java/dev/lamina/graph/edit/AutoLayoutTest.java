package dev.lamina.graph.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Edge;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
    private static Node conv(String id) {
        return new Node.OfLayer(id, Conv2d.same(8, 3, 1));
    }

    private static Drawing residual() {
        return AutoLayout.of(
                new NetworkGraph(
                        List.of(
                                new Node.Input("images"),
                                conv("a"),
                                conv("b"),
                                conv("shortcut"),
                                new Node.OfLayer("add", new Add())),
                        List.of(
                                new Edge("images", "shortcut", 0),
                                new Edge("images", "a", 0),
                                new Edge("a", "b", 0),
                                new Edge("b", "add", 0),
                                new Edge("shortcut", "add", 1))),
                Shape.of(3, 8, 8),
                10);
    }

    @Test
    void theLongWayIsStraightAndTheShortcutBelowIt() {
        Drawing drawing = residual();
        double line = drawing.position("images").y();
        for (String id : List.of("a", "b", "add")) {
            assertEquals(line, drawing.position(id).y(), id);
        }
        assertTrue(drawing.position("shortcut").y() > line);
        assertTrue(drawing.position("shortcut").x() < drawing.position("add").x());
    }

    @Test
    void cardsDoNotOverlapAndLongChainsBreakIntoRows() {
        Map<String, Position> positions = Drawings.leNet().positions();
        List<Box> cards = positions.values().stream().map(Box::card).toList();
        for (int i = 0; i < cards.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(cards.get(i).intersects(cards.get(j)));
            }
        }
        assertTrue(positions.values().stream().map(Position::y).distinct().count() >= 2);
    }

    @Test
    void cyclesAndLooseNodesAreLaidOutToo() {
        Drawing drawing = AutoLayout.of(
                new NetworkGraph(
                        List.of(conv("a"), conv("b"), conv("loose")),
                        List.of(new Edge("a", "b", 0), new Edge("b", "a", 0))),
                Shape.of(3, 8, 8),
                10);
        assertEquals(3, drawing.positions().values().stream().distinct().count());
    }
}
