package dev.lamina.figure.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/** Something painted inside a panel's frame beneath or above its curves, clipped to it. */
@FunctionalInterface
interface PanelLayer {
    void paint(Graphics2D graphics, Frame frame);

    /** The inside of a panel's axes and where values lie in it. */
    record Frame(Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
        double x(double value) {
            return xAxis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
        }

        double y(double value) {
            return yAxis.valueToJava2D(value, area, RectangleEdge.LEFT);
        }
    }

    /** This layer as JFreeChart knows such things. */
    default AbstractXYAnnotation asAnnotation() {
        return new Annotation(this);
    }

    /** Adapts a layer to JFreeChart. */
    final class Annotation extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;

        private final transient PanelLayer layer;

        private Annotation(PanelLayer layer) {
            this.layer = layer;
        }

        @Override
        public void draw(
                Graphics2D graphics,
                XYPlot plot,
                Rectangle2D dataArea,
                ValueAxis domainAxis,
                ValueAxis rangeAxis,
                int rendererIndex,
                @Nullable PlotRenderingInfo info) {
            layer.paint(graphics, new Frame(dataArea, domainAxis, rangeAxis));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
