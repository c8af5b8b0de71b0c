package dev.lamina.figure.plan;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.venue.Venue;
import java.util.List;

/**
 * A plan with its numbers.
 *
 * @param settled the plan with all that was chosen and read in it, but for where the numbers are
 * @param configSha256s of the configurations that the numbers come from
 */
public record PlannedFigure(
        FigureSpec spec, FigureStyle style, Venue venue, FigurePlan settled, List<String> configSha256s) {
    public PlannedFigure {
        configSha256s = List.copyOf(configSha256s);
    }
}
