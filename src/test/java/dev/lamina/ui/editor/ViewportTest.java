package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.edit.Box;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @Test
    void whatFitsIsInTheMiddle() {
        viewport.fit(new Box(0, 0, 800, 400), 1000, 560);
        Box seen = viewport.visible(1000, 560);
        assertEquals(400, seen.centerX(), 1e-9);
        assertEquals(200, seen.centerY(), 1e-9);
        assertTrue(viewport.zoom() > 1);
    }

    @Test
    void fitIsNeverBelowEightyPercentAndThenShowsTheBeginning() {
        viewport.fit(new Box(-50, 20, 9000, 3000), 1000, 560);
        assertEquals(0.8, viewport.zoom());
        Box seen = viewport.visible(1000, 560);
        assertTrue(seen.x() < -50 && seen.x() > -150, "" + seen);
        assertTrue(seen.y() < 20 && seen.y() > -80, "" + seen);
    }

    @Test
    void aCardSaysLessTheFurtherAwayItIs() {
        assertEquals(Detail.WHOLE, Detail.at(0.7));
        assertEquals(Detail.NAME, Detail.at(0.69));
        assertEquals(Detail.NAME, Detail.at(0.35));
        assertEquals(Detail.BLOCK, Detail.at(0.34));
    }
}
