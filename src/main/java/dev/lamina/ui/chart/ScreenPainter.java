package dev.lamina.ui.chart;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.KeptFonts;
import java.awt.Graphics2D;
import java.util.List;

/** Paints figures into a window, one after the other, on whatever thread it is called. */
final class ScreenPainter {
    private final KeptFonts fonts = new KeptFonts();

    /** As large as there is room, in pixels. */
    Drawn paint(Graphics2D g, double width, double height, ChartFigure figure) {
        List<Curve> curves = figure.curves();
        FigureSpec spec = figure.onScreen(curves, (int) width);
        FigureStyle style = FigureStyle.screen(width, height, figure.view().theme());
        FigureRenderer renderer = new FigureRenderer(spec, style, fonts.of(style.fontFamily(), spec.texts()));
        renderer.draw(g);
        return new Drawn(renderer.frames().getFirst(), curves);
    }
}
