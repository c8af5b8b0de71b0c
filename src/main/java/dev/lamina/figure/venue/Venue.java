package dev.lamina.figure.venue;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.FontFamily;
import dev.lamina.figure.Theme;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/**
 * A place figures are made for, and what it takes.
 *
 * @param widthsMillimeters of one column, then of more, in their order
 * @param heightMillimeters the greatest height of a figure with its caption; 0 where there is none
 * @param rowHeightMillimeters of a row of panels where nobody chooses
 * @param typePoints size of axis labels where nobody chooses
 * @param leastTypePoints smallest type it takes
 * @param leastScriptPoints smallest superscripts and subscripts it takes
 * @param leastLinePoints thinnest line it takes; 0 where it says nothing
 * @param mostLinePoints thickest line it takes
 * @param gridAllowed whether lines across a frame at its ticks are
 * @param coloredTextAllowed whether words may have the colors of curves
 * @param dotsPerInch of pixels where nobody chooses
 * @param checkedOn the day these facts were read, YYYY-MM-DD: venues change
 * @param source where they were read
 */
public record Venue(
        @Setting(meaning = "what a figure's file calls it") String id,
        @Setting(meaning = "what people call it") String name,

        @Setting(min = 20, max = 2000, unit = "mm", meaning = "of one column, then of more")
        List<Double> widthsMillimeters,

        @Setting(defaultValue = "0", min = 0, max = 2000, unit = "mm", meaning = "greatest height, 0 for none")
        double heightMillimeters,

        @Setting(defaultValue = "55", min = 20, max = 2000, unit = "mm", meaning = "of a row of panels")
        double rowHeightMillimeters,

        @Setting(defaultValue = "\"sans\"", meaning = "type face")
        FontFamily fontFamily,

        @Setting(min = 4, max = 72, unit = "pt", meaning = "size of axis labels")
        double typePoints,

        @Setting(defaultValue = "0", min = 0, max = 72, unit = "pt", meaning = "smallest type")
        double leastTypePoints,

        @Setting(defaultValue = "0", min = 0, max = 72, unit = "pt", meaning = "smallest superscripts")
        double leastScriptPoints,

        @Setting(defaultValue = "1", min = 0, minExclusive = true, max = 20, unit = "pt", meaning = "of the curves")
        double linePoints,

        @Setting(defaultValue = "0", min = 0, max = 20, unit = "pt", meaning = "thinnest line")
        double leastLinePoints,

        @Setting(defaultValue = "20", min = 0, max = 20, unit = "pt", meaning = "thickest line")
        double mostLinePoints,

        @Setting(defaultValue = "true", meaning = "whether a grid is allowed")
        boolean gridAllowed,

        @Setting(defaultValue = "true", meaning = "whether words may have colors")
        boolean coloredTextAllowed,

        @Setting(defaultValue = "\"parentheses\"", meaning = "how a panel is named")
        Arrangement.Letters letters,

        @Setting(defaultValue = "\"\"", meaning = "colors of the curves")
        String palette,

        @Setting(defaultValue = "600", min = 36, max = 2400, meaning = "dots per inch")
        int dotsPerInch,

        @Setting(meaning = "the day these facts were read") String checkedOn,
        @Setting(meaning = "where they were read") String source) {
    public Venue {
        widthsMillimeters = List.copyOf(widthsMillimeters);
        if (widthsMillimeters.isEmpty()) {
            throw new BadInputException(Message.of("figure.venueWidths").at(id));
        }
    }

    /**
     * How a figure of so many columns looks here.
     *
     * @throws BadInputException naming the widths, if it has none for so many
     */
    public FigureStyle style(int columns) {
        if (columns < 1 || columns > widthsMillimeters.size()) {
            throw new BadInputException(
                    Message.of("figure.venueColumns", name, widthsMillimeters).at("columns=" + columns));
        }
        Arrangement arrangement = Arrangement.USUAL
                .withLetters(letters)
                .withGrid(gridAllowed ? Arrangement.Grid.SHOWN : Arrangement.Grid.NONE)
                .withLeastType(leastTypePoints)
                .withPalette(palette);
        return new FigureStyle(
                widthsMillimeters.get(columns - 1),
                rowHeightMillimeters,
                fontFamily,
                typePoints,
                linePoints,
                Theme.LIGHT,
                dotsPerInch,
                FigureStyle.Medium.PAGE,
                arrangement);
    }
}
