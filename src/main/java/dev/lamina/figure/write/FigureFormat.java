package dev.lamina.figure.write;

import java.util.Locale;

/** The files a figure can be written to. */
public enum FigureFormat {
    /** Exactly the plotted numbers; needs no fonts. */
    CSV,
    /** Text stays text; a viewer without the bundled font takes one of the same widths. */
    SVG,
    /** Fonts embedded as subsets. */
    PDF,
    /** At the style's resolution. */
    PNG;

    /** File name ending without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
