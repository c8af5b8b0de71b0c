package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.edit.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class WirePathTest {
    private static final Box SOURCE = new Box(0, 0, 100, 80);

    private static void startsAndEnds(WirePath path, double x0, double y0, double x1, double y1) {
        WirePath.Cubic first = path.cubics().getFirst();
        WirePath.Cubic last = path.cubics().getLast();
        assertEquals(List.of(x0, y0, x1, y1), List.of(first.x0(), first.y0(), last.x3(), last.y3()));
        for (int i = 1; i < path.cubics().size(); i++) {
            assertEquals(path.cubics().get(i - 1).x3(), path.cubics().get(i).x0(), 1e-9);
            assertEquals(path.cubics().get(i - 1).y3(), path.cubics().get(i).y0(), 1e-9);
        }
    }

    private static boolean touches(WirePath path, Box box) {
        for (WirePath.Cubic cubic : path.cubics()) {
            for (int i = 0; i <= 50; i++) {
                if (box.contains(cubic.x(i / 50.0), cubic.y(i / 50.0))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void itGoesStraightWhereNothingIsBetween() {
        WirePath path = WirePath.around(100, 40, 200, 40, List.of(), SOURCE, new Box(200, 0, 100, 80));
        startsAndEnds(path, 100, 40, 200, 40);
        assertEquals(0, path.distance(150, 40), 1e-9);
        assertEquals(10, path.distance(150, 50), 0.1);
    }

    @Test
    void itPassesBelowTheCardsThatAreBetween() {
        Box between = new Box(200, 0, 100, 80);
        WirePath path = WirePath.around(100, 40, 400, 50, List.of(between), SOURCE, new Box(400, 0, 100, 80));
        startsAndEnds(path, 100, 40, 400, 50);
        assertTrue(!touches(path, between));
    }

    @Test
    void itGoesBackThroughTheGapBetweenRows() {
        Box target = new Box(0, 160, 100, 80);
        WirePath path = WirePath.around(500, 40, 0, 200, List.of(), new Box(400, 0, 100, 80), target);
        startsAndEnds(path, 500, 40, 0, 200);
        assertTrue(!touches(path, new Box(400, -20, 99, 110)), "not through the card it leaves");
        assertTrue(!touches(path, new Box(1, 160, 98, 78)), "not through the card it enters");
    }
}
