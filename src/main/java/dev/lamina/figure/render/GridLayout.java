package dev.lamina.figure.render;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.Panel;
import dev.lamina.figure.text.TextLine;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places panels in rows and columns. Heights first (they need no tick labels), then the ticks of the y axes, whose
 * labels decide the widths, and last the ticks of the x axes.
 */
final class GridLayout {
    /** In type sizes: an axis label's line, its gap to the tick labels, the space for one tick label on x and on y. */
    private static final double LABEL_LINE = 1.0;

    private static final double LABEL_GAP = 0.45;
    private static final double TICK_LABEL_LINE = 0.8;

    /** Tick labels, gap and axis label below a frame, beyond the gap between frame and tick labels. */
    static final double TEXT_BELOW_FRAME = TICK_LABEL_LINE + LABEL_GAP + LABEL_LINE;

    private static final double ROOM_BETWEEN_X_LABELS = 1.8;
    private static final double ROOM_PER_X_LABEL = 4.2;
    private static final double ROOM_PER_Y_LABEL = 1.9;

    /** Names are nothing that a reader would have to find a place between. */
    private static final double ROOM_PER_NAME = 1.15;

    private static final double ROOM_BETWEEN_NAMES = 0.6;
    /** A frame's smallest height as a fraction of a row's. */
    private static final double SMALLEST_FRAME = 0.5;

    private static final double COLUMN_GAP = 1.6;
    private static final double ROW_GAP = 0.7;

    private final Page page;
    private final List<PanelHeader> headers;
    private final double width;
    private final List<PanelAxes> axes;
    private final int columns;
    private final int rows;

    /** @param width of the page that is left to the panels */
    GridLayout(Page page, List<PanelHeader> headers, double width) {
        this.page = page;
        this.width = width;
        this.headers = headers;
        List<Panel> panels = page.spec().panels();
        this.axes = panels.stream().map(panel -> PanelAxes.of(panel, panels)).toList();
        this.columns = page.style().panelsPerRow(panels.size());
        this.rows = Math.ceilDiv(panels.size(), columns);
    }

    /** The places of all panels between two heights of the page, or beyond the lower if frames were too low. */
    List<PanelPlace> places(double top, double bottom) {
        double used = 0;
        for (int row = 0; row < rows; row++) {
            used += headerHeight(row) + belowFrame(row);
        }
        double frameHeight = Math.ceil(
                Math.max(SMALLEST_FRAME * page.style().rowHeightPoints(), Math.floor((bottom - top - used) / rows)));
        Margins margins = margins(frameHeight);
        double usedWidth = 2 * page.margin() + (columns - 1) * COLUMN_GAP * page.size();
        for (int column = 0; column < columns; column++) {
            usedWidth += margins.left[column] + margins.right[column];
        }
        double frameWidth = Math.max(1, Math.floor((width - usedWidth) / columns));
        List<PanelPlace> places = new ArrayList<>();
        double y = top;
        for (int row = 0; row < rows; row++) {
            double x = page.margin();
            for (int column = 0; column < columns && row * columns + column < axes.size(); column++) {
                Rectangle2D frame = new Rectangle2D.Double(
                        Math.floor(x + margins.left[column]),
                        Math.floor(y + headerHeight(row)),
                        frameWidth,
                        frameHeight);
                places.add(place(
                        row * columns + column,
                        frame,
                        new Rectangle2D.Double(
                                x,
                                y,
                                margins.left[column] + frameWidth + margins.right[column],
                                headerHeight(row) + frameHeight + belowFrame(row)),
                        margins,
                        column));
                x += margins.left[column] + frameWidth + margins.right[column] + COLUMN_GAP * page.size();
            }
            y += headerHeight(row) + frameHeight + belowFrame(row);
        }
        return places;
    }

    private PanelPlace place(int index, Rectangle2D frame, Rectangle2D cell, Margins margins, int column) {
        PanelAxes own = axes.get(index);
        double halfLine = LABEL_LINE * page.size() / 2;
        return new PanelPlace(
                own,
                headers.get(index),
                cell,
                frame,
                showsX(index / columns),
                frame.getMinX() - margins.leftLabels[column] - page.tickLabelGap() - LABEL_GAP * page.size() - halfLine,
                frame.getMaxX()
                        + margins.rightLabels[column]
                        + page.tickLabelGap()
                        + LABEL_GAP * page.size()
                        + halfLine,
                xTicks(own, frame.getWidth()),
                yTicks(own.left(), frame.getHeight()),
                own.right().map(axis -> yTicks(axis, frame.getHeight())).orElse(List.of()));
    }

    private double headerHeight(int row) {
        double height = 0;
        for (int i = row * columns; i < Math.min(headers.size(), (row + 1) * columns); i++) {
            height = Math.max(height, headers.get(i).height(page.size()));
        }
        return height;
    }

    private double belowFrame(int row) {
        double gap = row < rows - 1 ? ROW_GAP * page.size() : 0;
        if (!showsX(row)) {
            return gap;
        }
        boolean named = rowOf(row).anyMatch(panel -> !panel.x().spec().label().isEmpty());
        return gap + page.tickLabelGap() + (named ? TEXT_BELOW_FRAME : TICK_LABEL_LINE) * page.size();
    }

    private Stream<PanelAxes> rowOf(int row) {
        return axes.subList(row * columns, Math.min(axes.size(), (row + 1) * columns)).stream();
    }

    /** What an axis label takes beside tick labels; nothing where no panel of the column has one. */
    private double beside(int column, Function<PanelAxes, Optional<LimitedAxis>> axis) {
        boolean named = IntStream.range(0, axes.size())
                .filter(i -> i % columns == column)
                .mapToObj(axes::get)
                .flatMap(panel -> axis.apply(panel).stream())
                .anyMatch(own -> !own.spec().label().isEmpty());
        return page.tickLabelGap() + (named ? LABEL_GAP + LABEL_LINE : 0) * page.size();
    }

    /** A row whose every panel has one with the same x axis below leaves tick labels and axis label to that one. */
    private boolean showsX(int row) {
        for (int i = row * columns; i < Math.min(axes.size(), (row + 1) * columns); i++) {
            boolean sameBelow = i + columns < axes.size()
                    && axes.get(i + columns).x().equals(axes.get(i).x());
            if (!sameBelow) {
                return true;
            }
        }
        return false;
    }

    private List<Tick> yTicks(LimitedAxis axis, double frameHeight) {
        double room = axis.scale() == AxisScale.CATEGORIES ? ROOM_PER_NAME : ROOM_PER_Y_LABEL;
        return axis.ticks((int) (frameHeight / (room * page.size())));
    }

    /** Ticks for labels of an assumed width, then as many as fit of those that gives. */
    private List<Tick> xTicks(PanelAxes own, double frameWidth) {
        boolean names = own.x().scale() == AxisScale.CATEGORIES;
        double widest = widest(
                own.x().ticks(names ? Integer.MAX_VALUE : (int) (frameWidth / (ROOM_PER_X_LABEL * page.size()))));
        double between = names ? ROOM_BETWEEN_NAMES : ROOM_BETWEEN_X_LABELS;
        return own.x().ticks((int) (frameWidth / (widest + between * page.size())));
    }

    /** Widths beside the frames of each column, and of the tick labels in them. */
    private record Margins(double[] left, double[] right, double[] leftLabels, double[] rightLabels) {}

    private Margins margins(double frameHeight) {
        Margins margins =
                new Margins(new double[columns], new double[columns], new double[columns], new double[columns]);
        double guessedWidth = (width / columns) - 7 * page.size();
        for (int i = 0; i < axes.size(); i++) {
            int column = i % columns;
            PanelAxes own = axes.get(i);
            double left = widest(yTicks(own.left(), frameHeight));
            margins.leftLabels[column] = Math.max(margins.leftLabels[column], left);
            double right =
                    own.right().map(axis -> widest(yTicks(axis, frameHeight))).orElse(0.0);
            margins.rightLabels[column] = Math.max(margins.rightLabels[column], right);
            double beside = own.right().isPresent()
                    ? right + beside(column, PanelAxes::right)
                    : overhang(xTicks(own, guessedWidth), own.x(), guessedWidth);
            margins.right[column] =
                    Math.max(margins.right[column], Math.max(beside, EndLabels.room(page, own.panel())));
        }
        for (int column = 0; column < columns; column++) {
            margins.left[column] = margins.leftLabels[column] + beside(column, panel -> Optional.of(panel.left()));
        }
        return margins;
    }

    private double widest(List<Tick> ticks) {
        return ticks.stream()
                .mapToDouble(tick -> PanelPlace.label(tick, page).width())
                .max()
                .orElse(0);
    }

    /** How far the last label of an x axis reaches beyond the frame. */
    private double overhang(List<Tick> ticks, LimitedAxis axis, double frameWidth) {
        double furthest = 0;
        for (Tick tick : ticks) {
            TextLine label = PanelPlace.label(tick, page);
            furthest = Math.max(furthest, (axis.position(tick.value()) - 1) * frameWidth + label.width() / 2);
        }
        return furthest;
    }
}
