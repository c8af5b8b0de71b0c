package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.setting.Setting;

/**
 * How a page is arranged around its curves, as venues differ in it.
 *
 * @param perRow panels beside each other; 0 for as many as fit
 * @param leastTypePoints no label inside a frame and no note is smaller; 0 for as small as they come out
 * @param palette of the curves, by its name; "" for the theme's own
 */
public record Arrangement(
        @Setting(defaultValue = "\"auto\"", meaning = "where the names of the curves stand")
        LegendPlace legend,

        @Setting(defaultValue = "\"shown\"", meaning = "lines across the frame at the ticks")
        Grid grid,

        @Setting(defaultValue = "\"parentheses\"", meaning = "how a panel is named")
        Letters letters,

        @Setting(defaultValue = "0", min = 0, max = 26, meaning = "panels beside each other, 0 for as many as fit")
        int perRow,

        @Setting(defaultValue = "\"figure\"", meaning = "what has the width and the height")
        Sized sized,

        @Setting(defaultValue = "0", min = 0, max = 72, unit = "pt", meaning = "smallest type of labels and notes")
        double leastTypePoints,

        @Setting(defaultValue = "\"\"", meaning = "colors of the curves")
        String palette) {
    /** As figures are where nobody asks for anything. */
    public static final Arrangement USUAL =
            new Arrangement(LegendPlace.AUTO, Grid.SHOWN, Letters.PARENTHESES, 0, Sized.FIGURE, 0, "");

    /** Lines at the ticks. */
    public enum Grid {
        @JsonProperty("shown")
        SHOWN,
        @JsonProperty("none")
        NONE
    }

    /** The names of panels, in bold type. */
    public enum Letters {
        /** (a) */
        @JsonProperty("parentheses")
        PARENTHESES,
        /** a */
        @JsonProperty("plain")
        PLAIN,
        @JsonProperty("none")
        NONE;

        /** A panel's name as it is printed. */
        public String text(String name) {
            return switch (this) {
                case PARENTHESES -> "(" + name + ")";
                case PLAIN -> name;
                case NONE -> "";
            };
        }
    }

    /** What a size is the size of. */
    public enum Sized {
        /** The whole figure with all its texts. */
        @JsonProperty("figure")
        FIGURE,
        /** The frame of each panel, so that those of different figures align. */
        @JsonProperty("plot-area")
        PLOT_AREA
    }

    public Arrangement withLegend(LegendPlace place) {
        return new Arrangement(place, grid, letters, perRow, sized, leastTypePoints, palette);
    }

    public Arrangement withGrid(Grid other) {
        return new Arrangement(legend, other, letters, perRow, sized, leastTypePoints, palette);
    }

    public Arrangement withLetters(Letters other) {
        return new Arrangement(legend, grid, other, perRow, sized, leastTypePoints, palette);
    }

    public Arrangement withPerRow(int panels) {
        return new Arrangement(legend, grid, letters, panels, sized, leastTypePoints, palette);
    }

    public Arrangement withSized(Sized what) {
        return new Arrangement(legend, grid, letters, perRow, what, leastTypePoints, palette);
    }

    public Arrangement withLeastType(double points) {
        return new Arrangement(legend, grid, letters, perRow, sized, points, palette);
    }

    public Arrangement withPalette(String id) {
        return new Arrangement(legend, grid, letters, perRow, sized, leastTypePoints, id);
    }
}
