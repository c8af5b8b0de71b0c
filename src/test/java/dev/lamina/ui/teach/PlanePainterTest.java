package dev.lamina.ui.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanePainterTest {
    private static final int CELLS = 10;
    private static final int SIDE = 100;
    private static final Plane PLANE = new Plane(0, 0, 1);
    private static final Theme THEME = Theme.SCREEN_LIGHT;

    /** The first class leads in the left half, the second in the right, by more and more. */
    private static Reading.ImageStack scores() {
        float[] values = new float[2 * CELLS * CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                float second = (column + 0.5f) / CELLS;
                values[row * CELLS + column] = 1 - second;
                values[(CELLS + row) * CELLS + column] = second;
            }
        }
        return new Reading.ImageStack(List.of("A", "B"), 1, CELLS, CELLS, values);
    }

    private static BufferedImage paint(Set<PlaneLayer> layers, PlanePoints points, Optional<Reading.Field> norms) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        new PlanePainter(new PlanePicture(
                        PLANE,
                        THEME,
                        layers,
                        Optional.of(scores()),
                        1,
                        norms,
                        Optional.empty(),
                        Optional.empty(),
                        points,
                        PlanePoints.NONE))
                .paint(image);
        return image;
    }

    private static PlanePoints point(int label, int predicted) {
        return new PlanePoints(
                new double[] {0.25}, new double[] {0.75}, new int[] {label}, new int[] {predicted}, List.of("A", "B"));
    }

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    private static double distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }

    @Test
    void eachHalfHasTheColorOfItsClassStrongerWhereItLeadsByMore() {
        BufferedImage image = paint(Set.of(PlaneLayer.REGIONS), PlanePoints.NONE, Optional.empty());
        Color first = THEME.color(new Tint.Numbered(0));
        Color second = THEME.color(new Tint.Numbered(1));
        assertTrue(distance(at(image, 3, 50), first) < distance(at(image, 3, 50), second));
        assertTrue(distance(at(image, 97, 50), second) < distance(at(image, 97, 50), first));
        assertTrue(distance(at(image, 3, 50), first) < distance(at(image, 40, 50), first));
    }

    @Test
    void thereAreEightSteps() {
        BufferedImage image = paint(Set.of(PlaneLayer.REGIONS), PlanePoints.NONE, Optional.empty());
        long colors = Arrays.stream(image.getRGB(0, 50, SIDE / 2 - 3, 1, null, 0, SIDE / 2 - 3))
                .distinct()
                .count();
        assertEquals(8, colors);
    }

    @Test
    void aPointStandsWhereItLiesAndAWrongOneHasARing() {
        BufferedImage right = paint(Set.of(PlaneLayer.POINTS), point(0, 0), Optional.empty());
        BufferedImage wrong = paint(Set.of(PlaneLayer.POINTS), point(0, 1), Optional.empty());
        assertEquals(THEME.color(new Tint.Numbered(0)), at(right, 25, 25));
        assertEquals(at(right, 25, 25), at(wrong, 25, 25));
        assertNotEquals(at(right, 25 + 7, 25), at(wrong, 25 + 7, 25));
    }

    /** A field's lowest row comes first, a picture's highest. */
    @Test
    void theFieldIsTheRightWayUp() {
        double[] norms = new double[CELLS * CELLS];
        Arrays.fill(norms, 1e-2);
        Arrays.fill(norms, 0, CELLS, 1e4);
        var field = new Reading.Field(0, 1, 0, 1, CELLS, CELLS, List.of(), norms);
        BufferedImage image = paint(Set.of(PlaneLayer.GBR_FIELD), PlanePoints.NONE, Optional.of(field));
        assertEquals(ColorRamp.VIRIDIS.at(1), at(image, 20, 98));
        assertEquals(ColorRamp.VIRIDIS.at(0), at(image, 20, 2));
    }
}
