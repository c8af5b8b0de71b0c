package dev.lamina.figure.plan;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FontFamily;
import dev.lamina.figure.LegendPlace;
import dev.lamina.figure.Theme;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure as its author writes it: what to show of which data, for which venue.
 *
 * @param style id of a venue
 * @param columns how many columns of the venue's page it is wide
 * @param size instead of the venue's
 * @param perRow panels beside each other; 0 for as many as fit
 * @param palette by its name; "auto" by the settings that the curves differ in
 * @param data tables by the names that the marks call them
 * @param write formats; the figure's own file is always written
 */
public record FigurePlan(
        @Setting(defaultValue = "1", min = 1, max = 1, meaning = "number of the format")
        int figure,

        @Setting(defaultValue = "\"\"", meaning = "above everything; journals have captions")
        String title,

        @Setting(defaultValue = "\"ieee\"", meaning = "the venue")
        String style,

        @Setting(defaultValue = "1", min = 1, max = 3, meaning = "columns of the page")
        int columns,

        @Setting(meaning = "instead of the venue's") Optional<PlanSize> size,

        @Setting(defaultValue = "0", min = 0, max = 26, meaning = "panels beside each other, 0 for as many as fit")
        int perRow,

        @Setting(meaning = "type face instead of the venue's")
        Optional<FontFamily> font,

        @Setting(min = 4, max = 72, unit = "pt", meaning = "size of type instead of the venue's")
        Optional<Double> typePoints,

        @Setting(meaning = "lines at the ticks instead of the venue's")
        Optional<Arrangement.Grid> grid,

        @Setting(defaultValue = "\"light\"", meaning = "colors of paper and ink")
        Theme theme,

        @Setting(min = 36, max = 2400, meaning = "of pixels, instead of the venue's")
        Optional<Integer> dotsPerInch,

        @Setting(meaning = "what it shows") List<PanelPlan> panels,

        @Setting(defaultValue = "\"auto\"", meaning = "where the names of the curves stand")
        LegendPlace legend,

        @Setting(defaultValue = "\"auto\"", meaning = "colors of the curves")
        String palette,

        @Setting(defaultValue = "{}", meaning = "where the numbers are")
        Map<String, DataPlan> data,

        @Setting(defaultValue = "[\"pdf\", \"svg\", \"png\", \"csv\"]", meaning = "formats")
        List<FigureFormat> write) {
    /** The palette is chosen by what the curves differ in. */
    public static final String AUTO = "auto";

    /** The table of a plan that was settled. */
    static final String OWN = "figure";

    public FigurePlan {
        panels = List.copyOf(panels);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        write = List.copyOf(write);
        if (panels.isEmpty()) {
            throw new BadInputException(Message.of("figure.noPanel"));
        }
    }

    /** The same with its numbers in another place. */
    FigurePlan from(Map<String, DataPlan> other) {
        return settled(panels, palette, perRow, other);
    }

    /** The same, with all that was read and chosen in it, so that it gives the same figure from the numbers alone. */
    FigurePlan settled(
            List<PanelPlan> settledPanels, String chosenPalette, int panelsPerRow, Map<String, DataPlan> from) {
        return new FigurePlan(
                figure,
                title,
                style,
                columns,
                size,
                panelsPerRow,
                font,
                typePoints,
                grid,
                theme,
                dotsPerInch,
                settledPanels,
                legend,
                chosenPalette,
                from,
                write);
    }
}
