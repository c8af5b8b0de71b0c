package dev.lamina.figure.render;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.LegendPlace;
import dev.lamina.figure.Orientation;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.Tint;
import dev.lamina.figure.text.TextLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything in a figure lies, in points from the upper left corner. From top to bottom: title, legend if all
 * panels have the same one, rows of panels, notes. Frames have equal sizes and stand on common lines.
 *
 * @param height of the whole figure: what the style says, or more where texts need it
 * @param legendLeft left end of the common legend
 * @param notes set lines, printed one below the other from notesTop
 */
record FigureLayout(
        Page page,
        double height,
        TextLine title,
        Legend legend,
        double legendLeft,
        double legendTop,
        List<PanelPlace> panels,
        List<TextLine> notes,
        double notesTop) {
    private static final double TITLE_ROW = 1.6;
    private static final double NOTE_ROW = 1.3;
    private static final double LEGEND_GAP = 0.7;
    private static final double RIGHT_SHARE = 0.4;
    private static final int MOST_GRADED_NAMED = 8;

    static FigureLayout of(Page page) {
        TextLine title = page.title();
        double top = page.margin() + (page.spec().title().isEmpty() ? 0 : TITLE_ROW * title.size());
        LegendPlace where =
                page.isScreen() ? LegendPlace.NONE : page.style().arrangement().legend();
        boolean common = isCommon(where, page.spec());
        Legend legend = common ? common(page, where) : Legend.NONE;
        List<TextLine> notes = wrapped(page);
        double notesHeight =
                notes.isEmpty() ? 0 : NOTE_ROW * notes.size() * notes.getFirst().size();
        double notesTop = page.height() - page.margin() - notesHeight;
        double above = where == LegendPlace.RIGHT || where == LegendPlace.BOTTOM ? 0 : legend.height();
        double below = where == LegendPlace.BOTTOM ? legend.height() + LEGEND_GAP * page.size() : 0;
        double beside = where == LegendPlace.RIGHT ? legend.width() + LEGEND_GAP * page.size() : 0;
        List<PanelPlace> panels = new GridLayout(
                        page, headers(page, where == LegendPlace.AUTO && !common), page.width() - beside)
                .places(top + above, notesTop - below);
        double panelsBottom = panels.getLast().cell().getMaxY();
        double extra = Math.max(0, panelsBottom + below - notesTop);
        double left = panels.getFirst().frame().getMinX();
        boolean fits = legend.width() <= page.width() - page.margin() - left;
        double legendTop = switch (where) {
            case RIGHT -> panels.getFirst().frame().getMinY();
            case BOTTOM -> panelsBottom + LEGEND_GAP * page.size();
            default -> top;
        };
        double legendLeft = where == LegendPlace.RIGHT
                ? page.width() - page.margin() - legend.width()
                : fits ? left : page.margin();
        return new FigureLayout(
                page, page.height() + extra, title, legend, legendLeft, legendTop, panels, notes, notesTop + extra);
    }

    private static boolean isCommon(LegendPlace where, FigureSpec spec) {
        return switch (where) {
            case AUTO -> hasCommonLegend(spec);
            case TOP, RIGHT, BOTTOM -> spec.seriesNames().size() > 1;
            case INSIDE, DIRECT, NONE -> false;
        };
    }

    /** Of all curves of the figure, each once. */
    private static Legend common(Page page, LegendPlace where) {
        Map<String, Series> once = new LinkedHashMap<>();
        page.spec().panels().forEach(panel -> panel.series().forEach(s -> once.putIfAbsent(s.name(), s)));
        double width = where == LegendPlace.RIGHT ? 0 : page.width() - 2 * page.margin();
        double room = where == LegendPlace.RIGHT ? RIGHT_SHARE * page.width() : width;
        return legend(page, List.copyOf(once.values()), room, width);
    }

    /** Several panels with the same curves share one legend above them. */
    private static boolean hasCommonLegend(FigureSpec spec) {
        List<String> all = spec.seriesNames();
        return spec.panels().size() > 1
                && all.size() > 1
                && spec.panels().stream()
                        .allMatch(p ->
                                p.series().stream().map(Series::name).toList().equals(all));
    }

    private static List<PanelHeader> headers(Page page, boolean each) {
        List<Panel> panels = page.spec().panels();
        double cell = (page.width() - 2 * page.margin()) / page.style().panelsPerRow(panels.size());
        List<PanelHeader> headers = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            String letter =
                    panels.size() > 1 ? page.style().arrangement().letters().text(FigureSpec.panelName(i)) : "";
            boolean own = each && panel.series().size() > 1;
            // About five type sizes of the cell lie left of the frame, where the legend does not go.
            Legend legend =
                    own ? legend(page, panel.series(), cell - 5 * page.size(), cell - 5 * page.size()) : Legend.NONE;
            boolean bands = panel.bands().stream()
                    .anyMatch(band -> band.orientation() == Orientation.VERTICAL
                            && !band.label().isEmpty());
            double bandRow = bands ? page.bandRow() : 0;
            headers.add(new PanelHeader(page.letter(letter), page.line(panel.title()), legend, bandRow));
        }
        return headers;
    }

    /** @param room for a name with its sample */
    private static Legend legend(Page page, List<Series> series, double room, double width) {
        List<Series> named = named(series);
        return Legend.of(
                named.stream()
                        .map(s -> page.fitted(s.name(), Legend.roomForName(room, page.size())))
                        .toList(),
                named.stream().map(page::look).toList(),
                width);
    }

    /** Of many curves on a ramp the first and the last say enough. */
    private static List<Series> named(List<Series> series) {
        List<Series> graded = series.stream().filter(FigureLayout::isGraded).toList();
        return series.stream()
                .filter(s -> graded.size() <= MOST_GRADED_NAMED
                        || !isGraded(s)
                        || s.equals(graded.getFirst())
                        || s.equals(graded.getLast()))
                .toList();
    }

    private static boolean isGraded(Series series) {
        return series.pen().filter(pen -> pen.tint() instanceof Tint.Graded).isPresent();
    }

    /** Notes broken into lines at spaces. */
    private static List<TextLine> wrapped(Page page) {
        double available = page.width() - 2 * page.margin();
        List<TextLine> lines = new ArrayList<>();
        for (String note : page.notes()) {
            String line = "";
            for (String word : note.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && page.note(longer).width() > available) {
                    lines.add(page.note(line));
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(page.note(line));
        }
        return lines;
    }

    /** Height from one note's base line to the next. */
    static double noteRow(TextLine note) {
        return NOTE_ROW * note.size();
    }
}
