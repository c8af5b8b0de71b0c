package dev.lamina.figure.plan;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.venue.Venue;

/** The style of a plan: its venue's, but for what its author chose. */
final class PlanStyle {
    private PlanStyle() {}

    /** @param panels how many there are */
    static FigureStyle of(FigurePlan plan, Venue venue, String palette, int perRow, int panels) {
        FigureStyle base = venue.style(plan.columns()).withTheme(plan.theme());
        Arrangement arrangement = base.arrangement()
                .withPalette(palette)
                .withLegend(plan.legend())
                .withPerRow(perRow)
                .withGrid(plan.grid().orElse(base.arrangement().grid()))
                .withSized(plan.size().map(PlanSize::of).orElse(Arrangement.Sized.FIGURE));
        FigureStyle style = base.withArrangement(arrangement)
                .withFont(
                        plan.font().orElse(base.fontFamily()), plan.typePoints().orElse(base.fontSizePoints()));
        FigureStyle sized = plan.dotsPerInch().map(style::withDotsPerInch).orElse(style);
        return plan.size().map(size -> sized(sized, size, panels)).orElse(sized);
    }

    /** A height is that of the whole figure, or of each frame. */
    private static FigureStyle sized(FigureStyle style, PlanSize size, int panels) {
        FigureStyle wide = style.withSize(size.width().orElse(style.widthMillimeters()), style.rowHeightMillimeters());
        if (size.of() == Arrangement.Sized.PLOT_AREA) {
            return wide.withSize(wide.widthMillimeters(), size.height().orElse(style.rowHeightMillimeters()));
        }
        int rows = Math.ceilDiv(panels, wide.panelsPerRow(panels));
        return wide.withSize(
                wide.widthMillimeters(), size.height().map(h -> h / rows).orElse(style.rowHeightMillimeters()));
    }
}
