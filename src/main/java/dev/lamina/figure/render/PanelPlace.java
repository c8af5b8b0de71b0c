package dev.lamina.figure.render;

import dev.lamina.figure.text.TextLine;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a panel lies and what is written around it.
 *
 * @param cell header, frame, tick labels and axis labels together
 * @param frame the inside of the axes, on whole points (JFreeChart rounds to them)
 * @param xLabels false where the panel below shows the same x axis
 * @param leftLabelX middle of the left axis label, across the page
 * @param rightLabelX the same on the right
 */
record PanelPlace(
        PanelAxes axes,
        PanelHeader header,
        Rectangle2D cell,
        Rectangle2D frame,
        boolean xLabels,
        double leftLabelX,
        double rightLabelX,
        List<Tick> xTicks,
        List<Tick> leftTicks,
        List<Tick> rightTicks) {
    /** The panel's title in the cell, beside its letter. */
    TextLine title(Page page) {
        return page.fitted(axes.panel().title(), cell.getWidth() - header.titleStart(page.size()));
    }

    /** The x axis' label, as long as the cell is wide on both sides of the frame's middle. */
    TextLine xLabel(Page page) {
        double beside = Math.min(frame.getCenterX() - cell.getMinX(), cell.getMaxX() - frame.getCenterX());
        return page.fitted(axes.panel().x().label(), 2 * beside);
    }

    /** The label of a tick, set. */
    static TextLine label(Tick tick, Page page) {
        return page.line(tick.label());
    }
}
