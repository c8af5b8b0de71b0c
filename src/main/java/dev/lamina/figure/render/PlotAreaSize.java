package dev.lamina.figure.render;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureStyle;
import java.awt.geom.Rectangle2D;

/** Finds the page around frames of a wanted size; what stands around a frame hangs a little on the page itself. */
final class PlotAreaSize {
    private static final int MOST_TRIES = 8;
    private static final double MILLIMETERS_PER_POINT = 25.4 / 72;

    private PlotAreaSize() {}

    /** The page; one whose own size is wanted is as it was. Frames lie on whole points, the nearest to what is wanted. */
    static Page fitted(Page page) {
        FigureStyle wanted = page.style();
        if (wanted.arrangement().sized() == Arrangement.Sized.FIGURE) {
            return page;
        }
        int panels = page.spec().panels().size();
        int perRow = wanted.panelsPerRow(panels);
        FigureStyle style = wanted.withArrangement(
                        wanted.arrangement().withPerRow(perRow).withSized(Arrangement.Sized.FIGURE))
                .withSize(perRow * wanted.widthMillimeters() * 1.3, wanted.rowHeightMillimeters() * 1.3);
        Page fitted = page.in(style);
        for (int i = 0; i < MOST_TRIES; i++) {
            Rectangle2D frame = FigureLayout.of(fitted).panels().getFirst().frame();
            double wider = Math.round(wanted.widthPoints()) - frame.getWidth();
            double higher = Math.round(wanted.rowHeightPoints()) - frame.getHeight();
            if (wider == 0 && higher == 0) {
                return fitted;
            }
            style = style.withSize(
                    style.widthMillimeters() + perRow * wider * MILLIMETERS_PER_POINT,
                    style.rowHeightMillimeters() + higher * MILLIMETERS_PER_POINT);
            fitted = page.in(style);
        }
        return fitted;
    }
}
