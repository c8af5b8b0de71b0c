package dev.lamina.figure.write;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.FigureFonts;

/** A figure laid out and ready to be drawn, with what its files say about it. */
record Drawing(
        FigureSpec spec,
        FigureStyle style,
        FigureFonts fonts,
        FigureRenderer renderer,
        byte[] csv,
        FigureOrigin origin) {
    double widthPoints() {
        return renderer.widthPoints();
    }

    double heightPoints() {
        return renderer.heightPoints();
    }
}
