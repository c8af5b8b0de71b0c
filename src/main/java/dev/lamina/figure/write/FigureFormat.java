package dev.lamina.figure.write;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The files a figure can be written to. */
public enum FigureFormat {
    /** Exactly the plotted numbers; needs no fonts. */
    @JsonProperty("csv")
    CSV,
    /** Text stays text; a viewer without the bundled font takes one of the same widths. */
    @JsonProperty("svg")
    SVG,
    /** Fonts embedded as subsets. */
    @JsonProperty("pdf")
    PDF,
    /** At the style's resolution. */
    @JsonProperty("png")
    PNG,
    /** The figure itself as a {@link dev.lamina.figure.FigureDocument}, to draw it again or to change it. */
    @JsonProperty("json")
    JSON;

    /** Those that people look at, and the numbers. */
    public static Set<FigureFormat> shown() {
        return EnumSet.complementOf(EnumSet.of(JSON));
    }

    /** File name ending without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
