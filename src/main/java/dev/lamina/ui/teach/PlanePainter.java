package dev.lamina.ui.teach;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Reading;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Paints the plane. Between the middles of cells scores are interpolated linearly, class by class, so that borders run
 * smoothly; the lead of the first class over the second is shown in eight steps, so that its level lines show. Colors
 * belong to classes, never to a picture's least and greatest value.
 */
final class PlanePainter implements PixelView.Picture {
    /** log₁₀ ‖∂z/∂x‖_F² at the ends of the scale. */
    static final double LEAST_LOG = -2;

    static final double GREATEST_LOG = 4;
    /** What is smaller is as dark. */
    private static final double LEAST_NORM = 1e-3;

    private static final int STEPS = 8;
    private static final double PALEST = 0.10;
    private static final double STRONGEST = 0.62;
    private static final int ARROWS_A_SIDE = 17;

    private final PlanePicture picture;
    private int side;
    private int[] pixels = {};

    PlanePainter(PlanePicture picture) {
        this.picture = picture;
    }

    @Override
    public void paint(BufferedImage image) {
        side = image.getWidth();
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, picture.theme().background().getRGB());
        boolean field = has(PlaneLayer.GBR_FIELD) && picture.norms().isPresent();
        if (field) {
            paintField(picture.norms().get());
        }
        picture.scores().ifPresent(scores -> {
            int[] classes = new int[pixels.length];
            paintRegions(scores, classes, !field && has(PlaneLayer.REGIONS));
            paintBorders(
                    classes,
                    field ? Color.WHITE.getRGB() : picture.theme().background().getRGB());
        });
        if (has(PlaneLayer.MARGIN)) {
            picture.margins().ifPresent(this::paintMargin);
        }
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (has(PlaneLayer.ARROWS)) {
            picture.leads().ifPresent(leads -> paintArrows(g, leads));
        }
        PointPainter points = new PointPainter(picture.plane(), picture.theme(), side, g);
        if (has(PlaneLayer.TEST_POINTS)) {
            points.paint(picture.test(), PointPainter.Shape.SQUARE);
        }
        if (has(PlaneLayer.POINTS)) {
            points.paint(picture.training(), PointPainter.Shape.DISC);
        }
        g.dispose();
    }

    private boolean has(PlaneLayer layer) {
        return picture.layers().contains(layer);
    }

    private void paintRegions(Reading.ImageStack scores, int[] classes, boolean filled) {
        int count = scores.captions().size();
        int[][] colors = colors(count);
        Cells cells = new Cells(scores.width(), side);
        float[] row = new float[count];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int first = 0;
                for (int k = 0; k < count; k++) {
                    row[k] = cells.at(scores.values(), k, x, y);
                    first = row[k] > row[first] ? k : first;
                }
                float second = Float.NEGATIVE_INFINITY;
                for (int k = 0; k < count; k++) {
                    second = k != first ? Math.max(second, row[k]) : second;
                }
                classes[y * side + x] = first;
                if (filled) {
                    double lead = (row[first] - second) / picture.fullLead();
                    pixels[y * side + x] = colors[first][(int) Math.clamp(lead * STEPS, 0, STEPS - 1.0)];
                }
            }
        }
    }

    private int[][] colors(int classes) {
        int[][] colors = new int[classes][STEPS];
        for (int k = 0; k < classes; k++) {
            Color full = picture.theme().color(new Tint.Numbered(k));
            for (int step = 0; step < STEPS; step++) {
                double share = PALEST + (STRONGEST - PALEST) * step / (STEPS - 1);
                colors[k][step] = ColorRamp.mixed(picture.theme().background(), full, share)
                        .getRGB();
            }
        }
        return colors;
    }

    private void paintBorders(int[] classes, int color) {
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                int i = y * side + x;
                boolean border = classes[i] != classes[i + 1] || classes[i] != classes[i + side];
                if (border) {
                    pixels[i] = color;
                    pixels[i + 1] = color;
                    pixels[i + side] = color;
                }
            }
        }
    }

    private void paintField(Reading.Field norms) {
        int[] ramp = new int[256];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = ColorRamp.VIRIDIS.at(i / (ramp.length - 1.0)).getRGB();
        }
        Cells cells = new Cells(norms.columns(), side);
        float[] logs = turned(norms, value -> Math.log10(Math.max(value, LEAST_NORM)));
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double share = (cells.at(logs, 0, x, y) - LEAST_LOG) / (GREATEST_LOG - LEAST_LOG);
                pixels[y * side + x] = ramp[(int) Math.clamp(share * ramp.length, 0, ramp.length - 1.0)];
            }
        }
    }

    /** Dashes where the largest logit leads by 1, as far as the margin of an SVM reaches. */
    private void paintMargin(Reading.Field margins) {
        Cells cells = new Cells(margins.columns(), side);
        float[] leads = turned(margins, value -> value);
        int ink = picture.theme().foreground().getRGB();
        for (int y = 0; y < side - 1; y++) {
            for (int x = 0; x < side - 1; x++) {
                boolean inside = cells.at(leads, 0, x, y) < 1;
                boolean edge = inside != cells.at(leads, 0, x + 1, y) < 1 || inside != cells.at(leads, 0, x, y + 1) < 1;
                if (edge && (x + y) % 10 < 6) {
                    pixels[y * side + x] = ink;
                    pixels[y * side + x + 1] = ink;
                    pixels[(y + 1) * side + x] = ink;
                }
            }
        }
    }

    /** As pictures have it, the top row first. */
    private static float[] turned(Reading.Field field, DoubleUnaryOperator map) {
        float[] turned = new float[field.values().length];
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                turned[(field.rows() - 1 - row) * field.columns() + column] =
                        (float) map.applyAsDouble(field.at(row, column));
            }
        }
        return turned;
    }

    private void paintArrows(Graphics2D g, Reading.ImageStack leads) {
        int cells = leads.width();
        double spacing = (double) side / ARROWS_A_SIDE;
        g.setColor(has(PlaneLayer.GBR_FIELD) ? Color.WHITE : picture.theme().foreground());
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < ARROWS_A_SIDE; i++) {
            for (int j = 0; j < ARROWS_A_SIDE; j++) {
                int column = (int) ((j + 0.5) * cells / ARROWS_A_SIDE);
                int row = (int) ((i + 0.5) * cells / ARROWS_A_SIDE);
                double dx = leads.values()[row * cells + column];
                double dy = -leads.values()[cells * cells + row * cells + column];
                double length = Math.hypot(dx, dy);
                double shown = 0.8 * spacing * Math.min(1, Math.log1p(length) / Math.log1p(30));
                if (length > 0 && shown > 1) {
                    arrow(g, (j + 0.5) * spacing, (i + 0.5) * spacing, shown * dx / length, shown * dy / length);
                }
            }
        }
    }

    private static void arrow(Graphics2D g, double x, double y, double dx, double dy) {
        double endX = x + dx / 2;
        double endY = y + dy / 2;
        g.draw(new Line2D.Double(x - dx / 2, y - dy / 2, endX, endY));
        for (int turn : new int[] {-1, 1}) {
            g.draw(new Line2D.Double(
                    endX, endY, endX - 0.3 * dx + turn * 0.18 * dy, endY - 0.3 * dy - turn * 0.18 * dx));
        }
    }

    /** Values at the middles of cells, read linearly between them at the middles of pixels. */
    private static final class Cells {
        private final int cells;
        private final int[] low;
        private final float[] share;

        Cells(int cells, int side) {
            this.cells = cells;
            this.low = new int[side];
            this.share = new float[side];
            for (int i = 0; i < side; i++) {
                double place = Math.clamp((i + 0.5) * cells / side - 0.5, 0, cells - 1.0);
                low[i] = Math.min(cells - 2, (int) place);
                share[i] = (float) (place - low[i]);
            }
        }

        float at(float[] values, int picture, int x, int y) {
            int i = picture * cells * cells + low[y] * cells + low[x];
            float above = values[i] + share[x] * (values[i + 1] - values[i]);
            float below = values[i + cells] + share[x] * (values[i + cells + 1] - values[i + cells]);
            return above + share[y] * (below - above);
        }
    }
}
