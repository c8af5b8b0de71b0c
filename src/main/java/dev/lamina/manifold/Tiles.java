package dev.lamina.manifold;

import java.util.ArrayList;
import java.util.List;

/**
 * How the pairs of a search are shared out: panels of queries, each with runs of the points before it. Ascending, so that
 * of many equally near points the lower numbers mostly come first.
 */
record Tiles(List<Run> runs) {
    /** Few enough that threads end together, long enough that packing a panel is nothing beside it. */
    private static final int BLOCKS = 8;

    Tiles {
        runs = List.copyOf(runs);
    }

    /**
     * A panel of points and those it meets.
     *
     * @param mutual whether each is a candidate of the other; otherwise the rows are candidates of the panel's points
     */
    record Run(int firstPoint, int points, int firstRow, int rows, boolean mutual) {}

    /** Every pair of points but those within the first {@code known} ones, each once. */
    static Tiles mutual(int count, int known) {
        return of(count, known, Integer.MAX_VALUE);
    }

    /** Every pair of one of the first {@code candidates} points with one of those behind them. */
    static Tiles amongFirst(int count, int candidates) {
        return of(count, candidates, candidates);
    }

    private static Tiles of(int count, int firstPoint, int candidates) {
        boolean mutual = candidates == Integer.MAX_VALUE;
        List<Run> runs = new ArrayList<>();
        for (int point = firstPoint; point < count; point += ProductShape.PANEL) {
            int width = Math.min(ProductShape.PANEL, count - point);
            int rows = Math.min(point, candidates);
            int length = BLOCKS * ProductShape.PANEL;
            for (int row = 0; row < rows; row += length) {
                runs.add(new Run(point, width, row, Math.min(length, rows - row), mutual));
            }
            if (mutual) {
                runs.add(new Run(point, width, point, width, false));
            }
        }
        return new Tiles(runs);
    }
}
