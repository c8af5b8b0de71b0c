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
    JSON,
    /** SVG with its letters as areas, for programs that have no such font. */
    @JsonProperty("svg-outlines")
    SVG_OUTLINES,
    /** Letters as areas, no transparency; what older submission systems ask for. */
    @JsonProperty("eps")
    EPS,
    /** At the style's resolution, compressed without loss (LZW). */
    @JsonProperty("tiff")
    TIFF,
    /** For TeX: axes and curves as PGFPlots draws them, in the document's own type. */
    @JsonProperty("pgfplots")
    PGFPLOTS,
    /** A Python script that draws the numbers of the CSV file beside it with Matplotlib. */
    @JsonProperty("matplotlib")
    MATPLOTLIB;

    /** Those that people look at, and the numbers. */
    public static Set<FigureFormat> shown() {
        return EnumSet.of(CSV, SVG, PDF, PNG);
    }

    /** File name ending without the dot. */
    public String extension() {
        return switch (this) {
            case SVG_OUTLINES -> "outlines.svg";
            case PGFPLOTS -> "tex";
            case MATPLOTLIB -> "py";
            case CSV, SVG, PDF, PNG, EPS, TIFF, JSON -> name().toLowerCase(Locale.ROOT);
        };
    }
}
