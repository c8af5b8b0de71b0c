package dev.lamina.figure.write;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.text.NumberText;
import java.awt.Color;

/** Values as PGFPlots reads them. */
final class TexValue {
    private TexValue() {}

    static String rgb(Color color) {
        return "{rgb,255:red," + color.getRed() + ";green," + color.getGreen() + ";blue," + color.getBlue() + "}";
    }

    static boolean isShown(double value, AxisScale scale) {
        return Double.isFinite(value) && (scale != AxisScale.LOGARITHMIC || value > 0);
    }

    static String points(double value) {
        return NumberText.plain(value, 3).replace('−', '-') + "bp";
    }
}
