package dev.lamina.ui.chart;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.FigureFonts;
import java.awt.Graphics2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints figures into a window, one after the other, on whatever thread it is called; loads fonts for new texts only. */
final class ScreenPainter {
    private List<String> texts = List.of();
    private @Nullable FigureFonts fonts;

    /** As large as there is room, in pixels. */
    Drawn paint(Graphics2D g, double width, double height, ChartFigure figure) {
        ChartView view = figure.view();
        FigureSpec spec = figure.onScreen((int) width);
        FigureStyle style = FigureStyle.screen(width, height, view.theme());
        FigureRenderer renderer = new FigureRenderer(spec, style, fonts(style, spec.texts()));
        renderer.draw(g);
        return new Drawn(renderer.frames().getFirst(), view, figure.curves());
    }

    private FigureFonts fonts(FigureStyle style, List<String> wanted) {
        FigureFonts loaded = fonts;
        if (loaded == null || !texts.containsAll(wanted)) {
            loaded = FigureFonts.load(style.fontFamily(), wanted);
            fonts = loaded;
            texts = wanted;
        }
        return loaded;
    }
}
