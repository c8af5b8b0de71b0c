package dev.lamina.figure.render;

import dev.lamina.figure.Band;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Orientation;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import dev.lamina.figure.Tint;
import dev.lamina.figure.text.TextLine;
import dev.lamina.figure.text.Typesetter;
import dev.lamina.message.Message;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a panel shows besides its curves: shaded stretches, reference lines, error bands and marks for gaps. */
record Layers(FigureStyle style, Typesetter type) {
    private static final double LABEL_SIZE = 0.85;
    private static final double LABEL_ROW = 1.2;
    private static final int[] BAND_ALPHA = {14, 38};
    private static final int ZONE_ALPHA = 32;
    private static final int ERROR_ALPHA = 56;

    private PanelLayer band(Band band, int index) {
        return band.orientation() == Orientation.VERTICAL ? stretchOfX(band, index) : stretchOfY(band);
    }

    /** In a color, since values there are worth a second look; labelled inside at the end that lies farther out. */
    private PanelLayer stretchOfY(Band band) {
        return (graphics, frame) -> {
            Rectangle2D area = frame.area();
            boolean down = Double.isInfinite(band.from());
            double top = Double.isInfinite(band.to()) ? area.getMinY() : Math.max(area.getMinY(), frame.y(band.to()));
            double bottom = down ? area.getMaxY() : Math.min(area.getMaxY(), frame.y(band.from()));
            if (top < bottom) {
                Color color = style.ink().color(new Tint.Numbered(1));
                graphics.setPaint(translucent(color, ZONE_ALPHA));
                graphics.fill(new Rectangle2D.Double(area.getX(), top, area.getWidth(), bottom - top));
                graphics.setPaint(style.theme().foreground());
                TextLine label = label(band.label());
                double y = down ? bottom - 0.7 * label.size() : top + 0.7 * label.size();
                label.drawRightAligned(graphics, area.getMaxX() - 0.4 * label.size(), y);
            }
        };
    }

    /** Neighbors differ in shade. */
    private PanelLayer stretchOfX(Band band, int index) {
        return (graphics, frame) -> {
            double from = Math.max(frame.area().getMinX(), frame.x(band.from()));
            double to = Math.min(frame.area().getMaxX(), frame.x(band.to()));
            if (from < to) {
                graphics.setPaint(translucent(style.theme().foreground(), BAND_ALPHA[index % BAND_ALPHA.length]));
                graphics.fill(new Rectangle2D.Double(
                        from, frame.area().getY(), to - from, frame.area().getHeight()));
            }
        };
    }

    /**
     * Lines across the panel; a horizontal one is labelled at its right end, a vertical one at its upper end, or a line
     * down where another label is in the way.
     */
    private PanelLayer referenceLines(List<ReferenceLine> lines) {
        return (graphics, frame) -> {
            List<Rectangle2D> taken = new ArrayList<>();
            lines.forEach(line -> paint(line, graphics, frame, taken));
        };
    }

    private void paint(ReferenceLine line, Graphics2D graphics, PanelLayer.Frame frame, List<Rectangle2D> taken) {
        Rectangle2D area = frame.area();
        graphics.setPaint(style.theme().foreground());
        graphics.setStroke(new BasicStroke(
                (float) (0.6 * style.lineWidthPoints()),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {(float) (3 * style.lineWidthPoints()), (float) (2 * style.lineWidthPoints())},
                0));
        TextLine label = label(line.label());
        double gap = 0.3 * label.size();
        if (line.orientation() == Orientation.HORIZONTAL) {
            double y = frame.y(line.value());
            graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            label.drawRightAligned(graphics, area.getMaxX() - gap, y - gap - label.capitalHeight() / 2);
        } else {
            double x = frame.x(line.value());
            if (x < area.getMinX() || x > area.getMaxX()) {
                return;
            }
            graphics.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            boolean roomAtLeft = x - area.getMinX() > label.width() + 2 * gap;
            double left = roomAtLeft ? x - gap - label.width() : x + gap;
            Rectangle2D place = new Rectangle2D.Double(
                    left, area.getMinY() + 0.4 * label.size(), label.width(), LABEL_ROW * label.size());
            while (taken.stream().anyMatch(place::intersects)) {
                place.setRect(left, place.getMaxY(), label.width(), place.getHeight());
            }
            if (place.getMaxY() < area.getMaxY()) {
                taken.add(place);
                label.drawLeftAligned(graphics, left, place.getCenterY());
            }
        }
    }

    /** The band around a curve, interrupted where the curve is; what lies below a log axis is cut off. */
    PanelLayer band(DrawnSeries curve, Spread band) {
        return (graphics, frame) -> {
            graphics.setPaint(translucent(curve.look().color(), ERROR_ALPHA));
            graphics.setStroke(new BasicStroke((float) (2 * style.lineWidthPoints())));
            int start = 0;
            while (start < band.size()) {
                int end = start;
                while (end < band.size() && isDrawn(curve, band, end)) {
                    end++;
                }
                if (end == start + 1) {
                    graphics.draw(bar(frame, curve, band, start));
                } else if (end > start) {
                    graphics.fill(ribbon(frame, curve, band, start, end));
                }
                start = Math.max(end, start + 1);
            }
        };
    }

    private static boolean isDrawn(DrawnSeries curve, Spread band, int i) {
        return Double.isFinite(curve.y()[i]) && Double.isFinite(band.low()[i]) && Double.isFinite(band.high()[i]);
    }

    private static Line2D bar(PanelLayer.Frame frame, DrawnSeries curve, Spread band, int index) {
        double x = frame.x(curve.x()[index]);
        double lower = Math.max(frame.yAxis().getLowerBound(), band.low()[index]);
        return new Line2D.Double(x, frame.y(lower), x, frame.y(band.high()[index]));
    }

    private static Path2D ribbon(PanelLayer.Frame frame, DrawnSeries curve, Spread band, int start, int end) {
        double[] x = curve.x();
        Path2D path = new Path2D.Double();
        for (int i = start; i < end; i++) {
            double upper = frame.y(band.high()[i]);
            if (i == start) {
                path.moveTo(frame.x(x[i]), upper);
            } else {
                path.lineTo(frame.x(x[i]), upper);
            }
        }
        double floor = frame.yAxis().getLowerBound();
        for (int i = end - 1; i >= start; i--) {
            path.lineTo(frame.x(x[i]), frame.y(Math.max(floor, band.low()[i])));
        }
        path.closePath();
        return path;
    }

    /** A × at the lower edge for every value that is not finite, in the color of its curve. */
    PanelLayer gapMarks(DrawnSeries curve) {
        Series series = curve.source();
        return (graphics, frame) -> {
            graphics.setPaint(curve.look().color());
            graphics.setStroke(new BasicStroke((float) style.lineWidthPoints()));
            double arm = 0.22 * style.fontSizePoints();
            double y = frame.area().getMaxY() - 2 * arm;
            for (int i = 0; i < series.size(); i++) {
                if (!Double.isFinite(series.y()[i]) && Double.isFinite(curve.x()[i])) {
                    double x = frame.x(curve.x()[i]);
                    graphics.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
                    graphics.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
                }
            }
        };
    }

    /** Says that there is nothing to see, in the middle of an empty panel. */
    PanelLayer noValues() {
        return (graphics, frame) -> {
            graphics.setPaint(style.theme().foreground());
            label(Message.of("figure.noValues").toString())
                    .drawCentered(
                            graphics, frame.area().getCenterX(), frame.area().getCenterY());
        };
    }

    /** The layers of all bands, then of all lines. */
    List<PanelLayer> of(List<Band> bands, List<ReferenceLine> lines) {
        return Stream.concat(
                        IntStream.range(0, bands.size()).mapToObj(i -> band(bands.get(i), i)),
                        Stream.of(referenceLines(lines)))
                .toList();
    }

    private TextLine label(String text) {
        return type.line(text, style.smallerTypePoints(LABEL_SIZE));
    }

    private static Color translucent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
