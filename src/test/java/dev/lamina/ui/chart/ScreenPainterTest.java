package dev.lamina.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.Band;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import dev.lamina.metric.Stored;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreenPainterTest {
    private static final ChartView VIEW = new ChartView(Scale.LINEAR, Scale.LOGARITHMIC, Set.of(), Theme.SCREEN_LIGHT);

    private final BufferedImage image = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);

    @Test
    void theAxisOfEpochsReachesToTheEndThatIsPlannedAndPercentsToAHundred() throws Exception {
        ChartData begun =
                new ChartData(data(line(0, Side.LEFT, Stored.VALUE)).curves(), List.of(), List.of(), List.of(), 40);
        Drawn drawn = paint(begun, VIEW.withLeftRange(Optional.of(new AxisRange(0, 100))));
        assertEquals(0, drawn.x().low());
        assertTrue(drawn.x().high() >= 40 && drawn.x().high() < 42, "" + drawn.x());
        assertEquals(new AxisRange(0, 100), drawn.frame().left().range());
    }

    @Test
    void bothAxesShowTheirCurves() {
        Drawn drawn = paint(data(line(0, Side.LEFT, Stored.VALUE), line(3, Side.RIGHT, Stored.VALUE)), VIEW);
        assertTrue(colored(drawn, color(0)) > 100);
        assertTrue(colored(drawn, color(3)) > 100);
    }

    @Test
    void aCurveThatIsSwitchedOffIsNotDrawn() {
        Drawn drawn = paint(data(line(0, Side.LEFT, Stored.VALUE)), VIEW.withHidden(Set.of("quantity 0")));
        assertEquals(0, colored(drawn, color(0)));
    }

    @Test
    void aGapIsMarkedAtTheBottom() {
        double[] y = {1, Double.NaN, Double.NaN, Double.NaN, 2};
        Curve curve = curve(0, Side.LEFT, Stored.VALUE, new Points(new double[] {1, 2, 3, 4, 5}, y));
        Drawn drawn = paint(data(curve), VIEW);
        Rectangle2D area = drawn.area();
        int bottom = (int) area.getMaxY() - 12;
        int marks = 0;
        for (int x = (int) drawn.pixelOf(2) - 4; x < drawn.pixelOf(4) + 4; x++) {
            for (int row = bottom; row < area.getMaxY(); row++) {
                marks += near(image.getRGB(x, row), color(0)) ? 1 : 0;
            }
        }
        assertTrue(marks >= 9, marks + " pixels of marks");
        assertEquals(0, coloredAbove(drawn, bottom), "nothing is drawn across the gap");
    }

    /** A layer that is not trained for a while, and one that does not move. */
    @Test
    void aLogarithmThatIsNotThereLeavesAGapWithoutAMarkAndMinusInfinityAMark() {
        ChartView decades = VIEW.withLeft(Scale.LOGARITHMIC);
        double[] x = {1, 2, 3};
        Curve resting = curve(0, Side.LEFT, Stored.LOGARITHM_BASE_10, new Points(x, new double[] {-3, Double.NaN, -3}));
        double[] still = {-3, Double.NEGATIVE_INFINITY, -3};
        assertEquals(0, gapMarks(paint(data(resting), decades), 2));
        assertTrue(gapMarks(
                        paint(data(curve(0, Side.LEFT, Stored.LOGARITHM_BASE_10, new Points(x, still))), decades), 2)
                > 3);
    }

    private int gapMarks(Drawn drawn, double at) {
        int marks = 0;
        for (int x = (int) drawn.pixelOf(at) - 4; x < drawn.pixelOf(at) + 4; x++) {
            for (int y = (int) drawn.area().getMaxY() - 12; y < drawn.area().getMaxY(); y++) {
                marks += near(image.getRGB(x, y), color(0)) ? 1 : 0;
            }
        }
        return marks;
    }

    @Test
    void logarithmsBeyondDoubleAreDrawn() {
        Curve norms = curve(
                4, Side.RIGHT, Stored.LOGARITHM_BASE_10, new Points(new double[] {1, 2, 3}, new double[] {390, 400, 410
                }));
        assertTrue(colored(paint(data(norms), VIEW), color(4)) > 100);
    }

    @Test
    void bandsAndZonesLieBehindTheCurvesAndTheAxisReachesIntoTheZones() {
        Curve ratios = curve(
                2, Side.LEFT, Stored.LOGARITHM_BASE_10, new Points(new double[] {1, 2, 3}, new double[] {-3, -3.1, -3
                }));
        Zone slow = new Zone(Double.NEGATIVE_INFINITY, -4, Stored.LOGARITHM_BASE_10, "slow");
        Zone unstable = new Zone(-2, Double.POSITIVE_INFINITY, Stored.LOGARITHM_BASE_10, "unstable");
        ChartData data = new ChartData(
                List.of(ratios), List.of(), List.of(Band.vertical(2, 3, "WNLL")), List.of(slow, unstable), 0);
        Drawn drawn = paint(data, VIEW.withLeft(Scale.LOGARITHMIC));
        Rectangle2D area = drawn.area();
        int middle = (int) drawn.pixelOf(1.5);
        Color top = new Color(image.getRGB(middle, (int) area.getY() + 3));
        Color between = new Color(image.getRGB(middle, (int) area.getCenterY() + 20));
        Color bottom = new Color(image.getRGB(middle, (int) area.getMaxY() - 4));
        assertEquals(top, bottom, "both zones have their color");
        assertTrue(!top.equals(between), "and what lies between them has not");
        Color inBand = new Color(image.getRGB((int) drawn.pixelOf(2.5), (int) area.getCenterY() + 20));
        assertTrue(!inBand.equals(between), "the band is shaded");
        assertTrue(colored(drawn, color(2)) > 100);
        Drawn linear = paint(data, VIEW);
        assertTrue(linear.frame().left().range().high() > 0.01, "the zone is reached on a linear axis too");
    }

    @Test
    void ofManyCurvesThoseNearestToThePointerAreReadAndAPointIsHitWithinReach() {
        Curve[] curves = new Curve[20];
        for (int i = 0; i < curves.length; i++) {
            curves[i] = curve(i, Side.LEFT, Stored.VALUE, new Points(new double[] {1, 2}, new double[] {i, i}));
        }
        Drawn drawn = paint(data(curves), VIEW);
        double y15 = drawn.pixelYOf(drawn.readingsAt(2).get(15));
        List<Drawn.Reading> near = drawn.readingsNear(drawn.pixelOf(2), y15, 3);
        assertEquals(
                List.of(16.0, 15.0, 14.0), near.stream().map(Drawn.Reading::y).toList());
        assertEquals(
                15, drawn.hit(drawn.pixelOf(2) - 2, y15 + 1, 9).orElseThrow().y());
        assertTrue(drawn.hit(drawn.pixelOf(1.5), y15, 9).isEmpty());
    }

    @Test
    void aPlaceInThePictureIsReadBack() {
        Drawn drawn = paint(data(line(0, Side.LEFT, Stored.VALUE)), VIEW);
        assertEquals(3.0, drawn.valueAt(drawn.pixelOf(3)), 1e-9);
        assertEquals(900, drawn.readingsAt(3.001).getFirst().y(), 1e-9);
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        AxisRange zoomed = new AxisRange(0, 10).zoomed(0.5, 4);
        assertEquals(new AxisRange(2, 7), zoomed);
    }

    private Drawn paint(ChartData data, ChartView view) {
        ChartFigure figure = new ChartFigure(new AxisNames("epoch", "left", "right"), data, view);
        return new ScreenPainter().paint(image.createGraphics(), image.getWidth(), image.getHeight(), figure);
    }

    private static Color color(int number) {
        return Theme.SCREEN_LIGHT.color(new Tint.Numbered(number));
    }

    private static ChartData data(Curve... curves) {
        return new ChartData(List.of(curves), List.of(ReferenceLine.vertical(2, "η = 0.1")), List.of(), List.of(), 0);
    }

    /** y = 100 x² from 1 to 5. */
    private static Curve line(int color, Side side, Stored stored) {
        double[] x = new double[401];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + 0.01 * i;
            y[i] = 100 * x[i] * x[i];
        }
        return curve(color, side, stored, new Points(x, y));
    }

    private static Curve curve(int color, Side side, Stored stored, Points points) {
        return new Curve("quantity " + color, "name", new Tint.Numbered(color), side, stored, points);
    }

    private int colored(Drawn drawn, Color color) {
        int count = 0;
        for (int x = (int) drawn.area().getX(); x < drawn.area().getMaxX(); x++) {
            for (int y = (int) drawn.area().getY(); y < drawn.area().getMaxY(); y++) {
                count += near(image.getRGB(x, y), color) ? 1 : 0;
            }
        }
        return count;
    }

    /** Between x = 2.2 and x = 3.8. */
    private int coloredAbove(Drawn drawn, int bottom) {
        int count = 0;
        for (int x = (int) drawn.pixelOf(2.2); x < drawn.pixelOf(3.8); x++) {
            for (int y = (int) drawn.area().getY(); y < bottom; y++) {
                count += near(image.getRGB(x, y), color(0)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(int rgb, Color color) {
        Color found = new Color(rgb);
        return Math.abs(found.getRed() - color.getRed()) < 40
                && Math.abs(found.getGreen() - color.getGreen()) < 40
                && Math.abs(found.getBlue() - color.getBlue()) < 40;
    }
}
