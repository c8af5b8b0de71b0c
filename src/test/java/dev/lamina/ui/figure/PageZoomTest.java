package dev.lamina.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.render.LimitedAxis;
import dev.lamina.figure.render.PanelFrame;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageZoomTest {
    private static final AxisSpec EPOCHS = AxisSpec.of("epoch", AxisScale.LINEAR);
    private static final Series CURVE = Series.of("a", new double[] {0, 10}, new double[] {1, 100});
    private static final FigureSpec SPEC = FigureSpec.of(
            Panel.of(EPOCHS, AxisSpec.of("loss", AxisScale.LOGARITHMIC), List.of(CURVE)),
            Panel.of(EPOCHS, AxisSpec.of("accuracy", AxisScale.LINEAR), List.of(CURVE)));
    private static final PageZoom ZOOM = new PageZoom(
            SPEC,
            List.of(
                    frame(
                            new Rectangle2D.Double(100, 0, 200, 100),
                            SPEC.panels().get(0),
                            new AxisRange(1, 100)),
                    frame(
                            new Rectangle2D.Double(100, 200, 200, 100),
                            SPEC.panels().get(1),
                            new AxisRange(0, 100))));

    private static PanelFrame frame(Rectangle2D area, Panel panel, AxisRange y) {
        return new PanelFrame(
                area,
                new LimitedAxis(panel.x(), new AxisRange(0, 10)),
                new LimitedAxis(panel.left(), y),
                Optional.empty());
    }

    @Test
    void theValueUnderThePointerStaysAndPanelsWithTheSameXStayTogether() {
        FigureSpec zoomed = ZOOM.x(0.5, new Point2D.Double(150, 50));
        for (Panel panel : zoomed.panels()) {
            assertEquals(new AxisRange(1.25, 6.25), panel.x().range().orElseThrow());
        }
        FigureSpec up = ZOOM.y(0.5, new Point2D.Double(150, 225));
        assertEquals(Optional.empty(), up.panels().get(0).left().range());
        assertEquals(
                new AxisRange(37.5, 87.5), up.panels().get(1).left().range().orElseThrow());
    }

    @Test
    void aLogarithmicAxisIsZoomedInItsDecades() {
        AxisRange middle = ZOOM.y(0.5, new Point2D.Double(150, 50))
                .panels()
                .get(0)
                .left()
                .range()
                .orElseThrow();
        assertEquals(Math.sqrt(10), middle.low(), 1e-9);
        assertEquals(10 * Math.sqrt(10), middle.high(), 1e-9);
    }

    @Test
    void aDraggedPartIsShownWhicheverWayItWasDragged() {
        Point2D start = new Point2D.Double(120, 250);
        assertEquals(ZOOM.x(120, 200, start), ZOOM.x(200, 120, start));
        assertEquals(
                new AxisRange(1, 5),
                ZOOM.x(120, 200, start).panels().getFirst().x().range().orElseThrow());
        assertEquals(
                new AxisRange(25, 50),
                ZOOM.y(250, 275, start).panels().get(1).left().range().orElseThrow());
    }

    @Test
    void besideThePanelsNothingIsZoomedNorAreNames() {
        assertSame(SPEC, ZOOM.x(0.5, new Point2D.Double(50, 50)));
        AxisSpec names = AxisSpec.ofCategories("class", List.of("cat", "dog"));
        FigureSpec bars = FigureSpec.of(Panel.of(names, AxisSpec.of("GBR", AxisScale.LINEAR), List.of()));
        PanelFrame frame = new PanelFrame(
                new Rectangle2D.Double(0, 0, 100, 100),
                new LimitedAxis(names, names.range().orElseThrow()),
                new LimitedAxis(bars.panels().getFirst().left(), new AxisRange(0, 1)),
                Optional.empty());
        assertEquals(bars, new PageZoom(bars, List.of(frame)).x(0.5, new Point2D.Double(50, 50)));
    }
}
