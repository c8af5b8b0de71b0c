package dev.lamina.figure.render;

import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Band;
import dev.lamina.figure.Orientation;
import dev.lamina.figure.text.TextLine;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Writes what stands around a panel's frame: letter, title, tick labels and axis labels. */
record PanelText(Page page, PanelPlace place) {
    void draw(Graphics2D graphics) {
        graphics.setPaint(page.style().theme().foreground());
        double size = page.size();
        PanelHeader header = place.header();
        double baseline = place.cell().getY() + 0.95 * size;
        header.letter().draw(graphics, place.cell().getX(), baseline);
        place.title(page).draw(graphics, place.cell().getX() + header.titleStart(size), baseline);
        drawBandLabels(graphics);
        if (place.xLabels()) {
            drawX(graphics);
        }
        drawLeft(graphics);
        drawRight(graphics);
    }

    /** Labels of bands above the frame; one that would run into the label before it is left out. */
    private void drawBandLabels(Graphics2D graphics) {
        Rectangle2D frame = place.frame();
        double free = Double.NEGATIVE_INFINITY;
        for (Band band : place.axes().panel().bands()) {
            if (band.orientation() == Orientation.HORIZONTAL) {
                continue;
            }
            TextLine label = page.note(band.label());
            double from = Math.clamp(place.axes().x().position(band.from()), 0, 1);
            double to = Math.clamp(place.axes().x().position(band.to()), 0, 1);
            double x = frame.getMinX() + (from + to) / 2 * frame.getWidth();
            if (x - label.width() / 2 > free && to > from) {
                label.drawCentered(graphics, x, frame.getMinY() - 0.45 * page.bandRow());
                free = x + label.width() / 2 + 0.3 * label.size();
            }
        }
    }

    private void drawX(Graphics2D graphics) {
        Rectangle2D frame = place.frame();
        double size = page.size();
        double tickLabelTop = frame.getMaxY() + page.tickLabelGap();
        for (Tick tick : place.xTicks()) {
            double x = frame.getMinX() + place.axes().x().position(tick.value()) * frame.getWidth();
            PanelPlace.label(tick, page).drawCentered(graphics, x, tickLabelTop + 0.4 * size);
        }
        place.xLabel(page)
                .drawCentered(graphics, frame.getCenterX(), place.cell().getMaxY() - belowLabel() - 0.6 * size);
    }

    /** Free space below the axis label where another row follows. */
    private double belowLabel() {
        double used = page.tickLabelGap() + GridLayout.TEXT_BELOW_FRAME * page.size();
        return place.cell().getMaxY() - place.frame().getMaxY() - used;
    }

    private void drawLeft(Graphics2D graphics) {
        Rectangle2D frame = place.frame();
        LimitedAxis axis = place.axes().left();
        for (Tick tick : place.leftTicks()) {
            double y = frame.getMaxY() - axis.position(tick.value()) * frame.getHeight();
            PanelPlace.label(tick, page).drawRightAligned(graphics, frame.getMinX() - page.tickLabelGap(), y);
        }
        page.fitted(axis.spec().label(), labelRoom().getHeight())
                .drawUpward(graphics, place.leftLabelX(), labelMiddle(axis.spec()));
    }

    /** The middle of the frame, unless a label longer than the frame would leave the panel's cell there. */
    private double labelMiddle(AxisSpec spec) {
        Rectangle2D cell = labelRoom();
        double half = page.fitted(spec.label(), cell.getHeight()).width() / 2;
        return Math.clamp(
                place.frame().getCenterY(),
                cell.getMinY() + half,
                Math.max(cell.getMinY() + half, cell.getMaxY() - half));
    }

    /** The cell, below the panel's letter where it has one. */
    private Rectangle2D labelRoom() {
        Rectangle2D cell = place.cell();
        double top = place.header().letter().width() > 0 ? place.frame().getMinY() : cell.getMinY();
        return new Rectangle2D.Double(cell.getX(), top, cell.getWidth(), cell.getMaxY() - top);
    }

    private void drawRight(Graphics2D graphics) {
        Rectangle2D frame = place.frame();
        place.axes().right().ifPresent(axis -> {
            for (Tick tick : place.rightTicks()) {
                double y = frame.getMaxY() - axis.position(tick.value()) * frame.getHeight();
                PanelPlace.label(tick, page).drawLeftAligned(graphics, frame.getMaxX() + page.tickLabelGap(), y);
            }
            AxisSpec spec = axis.spec();
            page.fitted(spec.label(), labelRoom().getHeight())
                    .drawUpward(graphics, place.rightLabelX(), labelMiddle(spec));
        });
    }
}
