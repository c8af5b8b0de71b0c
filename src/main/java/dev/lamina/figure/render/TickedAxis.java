package dev.lamina.figure.render;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.FigureStyle;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** JFreeChart axes that draw the tick marks they are given and no text. */
final class TickedAxis {
    /** Length of a labelled tick mark, in line widths. */
    private static final double MARK = 2.5;

    private TickedAxis() {}

    static ValueAxis of(LimitedAxis limited, List<Tick> ticks, FigureStyle style, Font font) {
        AxisRange range = limited.range();
        ValueAxis axis = limited.scale() == AxisScale.LOGARITHMIC ? new Logarithmic(ticks) : new Linear(limited, ticks);
        axis.setRange(range.low(), range.high());
        axis.setTickLabelsVisible(false);
        axis.setTickLabelFont(font);
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(style.theme().foreground());
        axis.setTickMarkStroke(new BasicStroke((float) (0.5 * style.lineWidthPoints())));
        axis.setTickMarkInsideLength(0);
        axis.setTickMarkOutsideLength((float) markLength(style));
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickMarkInsideLength(0);
        axis.setMinorTickMarkOutsideLength((float) (0.6 * markLength(style)));
        return axis;
    }

    static double markLength(FigureStyle style) {
        return MARK * style.lineWidthPoints();
    }

    private static List<NumberTick> marks(List<Tick> ticks) {
        return ticks.stream()
                .map(tick -> new NumberTick(
                        tick.labelled() ? TickType.MAJOR : TickType.MINOR,
                        tick.value(),
                        "",
                        TextAnchor.CENTER,
                        TextAnchor.CENTER,
                        0))
                .toList();
    }

    private static final class Linear extends NumberAxis {
        private static final long serialVersionUID = 1L;
        private final transient LimitedAxis limited;
        private final transient List<Tick> ticks;

        Linear(LimitedAxis limited, List<Tick> ticks) {
            this.limited = limited;
            this.ticks = ticks;
        }

        @Override
        public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
            double position = limited.position(value);
            return RectangleEdge.isTopOrBottom(edge)
                    ? area.getX() + position * area.getWidth()
                    : area.getMaxY() - position * area.getHeight();
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return marks(ticks);
        }
    }

    private static final class Logarithmic extends LogAxis {
        private static final long serialVersionUID = 1L;
        private final transient List<Tick> ticks;

        Logarithmic(List<Tick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return marks(ticks);
        }
    }
}
