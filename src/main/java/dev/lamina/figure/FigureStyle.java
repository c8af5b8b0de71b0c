package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.figure.color.Palettes;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;

/**
 * How a figure looks and how large it is.
 *
 * @param widthMillimeters the whole figure's width; axes, labels and legend lie inside it
 * @param rowHeightMillimeters height for each row of panels, everything included: two rows are twice as high. Only
 *     where title, legend and notes would leave a frame less than half of it, the figure becomes higher
 * @param fontSizePoints size of axis labels and legend; journals ask for 7 to 9
 * @param lineWidthPoints width of the curves; frame and ticks are half as wide
 * @param dotsPerInch resolution of the PNG file; the other formats have none
 * @param medium what surrounds it
 * @param arrangement of legend, grid, letters and panels
 */
public record FigureStyle(
        double widthMillimeters,
        double rowHeightMillimeters,
        FontFamily fontFamily,
        double fontSizePoints,
        double lineWidthPoints,
        Theme theme,
        int dotsPerInch,
        Medium medium,

        @Setting(defaultValue = "{}", meaning = "of legend, grid, letters and panels")
        Arrangement arrangement) {
    /** Where a figure is looked at. */
    public enum Medium {
        /** It stands for itself. */
        @JsonProperty("page")
        PAGE,
        /** A window around it has its own legend, and says what is missing. */
        @JsonProperty("screen")
        SCREEN
    }

    private static final double LEAST_MILLIMETERS = 20;

    private static final double POINTS_PER_MILLIMETER = 72 / 25.4;

    /** A panel narrower than this many millimeters per point of type is too crowded. */
    private static final double PANEL_WIDTH_PER_POINT = 7.5;

    public FigureStyle {
        if (!(widthMillimeters >= LEAST_MILLIMETERS && widthMillimeters <= 2000)
                || !(rowHeightMillimeters >= LEAST_MILLIMETERS && rowHeightMillimeters <= 2000)) {
            throw new BadInputException(Message.of("figure.size", widthMillimeters, rowHeightMillimeters));
        }
        if (!(fontSizePoints >= 4 && fontSizePoints <= 72 && lineWidthPoints > 0 && lineWidthPoints <= 20)) {
            throw new BadInputException(Message.of("figure.type", fontSizePoints, lineWidthPoints));
        }
        if (dotsPerInch < 36 || dotsPerInch > 2400) {
            throw new BadInputException(Message.of("figure.dotsPerInch", dotsPerInch));
        }
    }

    /** One column of a two-column journal: 85 mm, panels stacked. */
    public static FigureStyle singleColumn() {
        return new FigureStyle(85, 50, FontFamily.SANS, 8, 1, Theme.LIGHT, 300, Medium.PAGE, Arrangement.USUAL);
    }

    /** The full width of a journal page: 175 mm, two panels side by side. */
    public static FigureStyle doubleColumn() {
        return new FigureStyle(175, 65, FontFamily.SANS, 8, 1, Theme.LIGHT, 300, Medium.PAGE, Arrangement.USUAL);
    }

    /** A slide of 10 inches width: 254 mm, large type. */
    public static FigureStyle slide() {
        return new FigureStyle(254, 115, FontFamily.SANS, 16, 2, Theme.LIGHT, 300, Medium.PAGE, Arrangement.USUAL);
    }

    /** One panel in a window, in which a pixel is a point; small ones are drawn as large as a figure must be. */
    public static FigureStyle screen(double widthPixels, double heightPixels, Theme theme) {
        return new FigureStyle(
                Math.max(LEAST_MILLIMETERS, widthPixels / POINTS_PER_MILLIMETER),
                Math.max(LEAST_MILLIMETERS, heightPixels / POINTS_PER_MILLIMETER),
                FontFamily.SANS,
                11,
                1.4,
                theme,
                72,
                Medium.SCREEN,
                Arrangement.USUAL);
    }

    public FigureStyle withTheme(Theme newTheme) {
        return with(widthMillimeters, rowHeightMillimeters, fontFamily, fontSizePoints, newTheme, dotsPerInch);
    }

    public FigureStyle withFont(FontFamily family, double sizePoints) {
        return with(widthMillimeters, rowHeightMillimeters, family, sizePoints, theme, dotsPerInch);
    }

    public FigureStyle withSize(double newWidthMillimeters, double newRowHeightMillimeters) {
        return with(newWidthMillimeters, newRowHeightMillimeters, fontFamily, fontSizePoints, theme, dotsPerInch);
    }

    public FigureStyle withDotsPerInch(int newDotsPerInch) {
        return with(widthMillimeters, rowHeightMillimeters, fontFamily, fontSizePoints, theme, newDotsPerInch);
    }

    public FigureStyle withArrangement(Arrangement other) {
        return new FigureStyle(
                widthMillimeters,
                rowHeightMillimeters,
                fontFamily,
                fontSizePoints,
                lineWidthPoints,
                theme,
                dotsPerInch,
                medium,
                other);
    }

    private FigureStyle with(double width, double rowHeight, FontFamily family, double size, Theme other, int dots) {
        return new FigureStyle(width, rowHeight, family, size, lineWidthPoints, other, dots, medium, arrangement);
    }

    /** How many of a figure's panels stand beside each other. */
    public int panelsPerRow(int panels) {
        int fitting = arrangement.perRow() > 0
                ? arrangement.perRow()
                : (int) (widthMillimeters / (PANEL_WIDTH_PER_POINT * fontSizePoints));
        return Math.clamp(fitting, 1, panels);
    }

    /** The whole figure's height, unless its texts need more. */
    public double heightMillimeters(int panels) {
        int rows = Math.ceilDiv(panels, panelsPerRow(panels));
        return rows * rowHeightMillimeters;
    }

    /** Size of type that is a share of the usual, but no smaller than the venue takes. */
    public double smallerTypePoints(double share) {
        return Math.max(share * fontSizePoints, Math.min(fontSizePoints, arrangement.leastTypePoints()));
    }

    /** What curves and fields are drawn with. */
    public Ink ink() {
        return arrangement.palette().isEmpty()
                ? theme.ink()
                : theme.ink().with(Palettes.of(arrangement.palette()), theme.background());
    }

    public double widthPoints() {
        return widthMillimeters * POINTS_PER_MILLIMETER;
    }

    public double heightPoints(int panels) {
        return heightMillimeters(panels) * POINTS_PER_MILLIMETER;
    }

    public double rowHeightPoints() {
        return rowHeightMillimeters * POINTS_PER_MILLIMETER;
    }
}
