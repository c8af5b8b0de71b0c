package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives layers their places: columns from left to right, broken into rows where one edge crosses. */
final class Rows {
    private static final double ROW_GAP = CardSize.GAP_Y * 2;
    /** From one width that is tried to the next. */
    private static final double STEP = 1.06;
    /** How much smaller is as good as a row for one card. */
    private static final double LONE_CARD = 1.2;

    private final Layers layers;
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final double[] widths;
    private double width;
    private double height;
    private double anchor;

    private Rows(Layers layers) {
        this.layers = layers;
        this.widths = new double[layers.count()];
        for (int rank = 0; rank < widths.length; rank++) {
            widths[rank] = layers.column(rank).stream()
                    .mapToDouble(Layers.Item::width)
                    .max()
                    .orElse(0);
        }
    }

    /** @param aspect width over height of the view they are to fit into */
    static Arrangement of(Layers layers, double aspect) {
        Rows rows = new Rows(layers);
        int start = 0;
        for (int end : rows.breaks(aspect)) {
            rows.place(start, end);
            start = end;
        }
        return new Arrangement(rows.positions, rows.width, rows.height, rows.anchor);
    }

    /** The ranks with which rows begin after the first, and the end: those that can be shown largest in a view. */
    private List<Integer> breaks(double aspect) {
        double total = span(0, widths.length);
        List<Integer> best = List.of(widths.length);
        double least = extent(best, aspect);
        for (double most = CardSize.WIDTH; most < total; most *= STEP) {
            List<Integer> breaks = breaksWithin(most);
            double extent = extent(breaks, aspect);
            if (extent < least) {
                best = breaks;
                least = extent;
            }
        }
        return best;
    }

    /** The height of a view of this aspect that holds the rows. */
    private double extent(List<Integer> breaks, double aspect) {
        double wide = 0;
        double high = -ROW_GAP;
        int start = 0;
        for (int end : breaks) {
            wide = Math.max(wide, span(start, end) - CardSize.GAP_X);
            high += heightOf(start, end) - CardSize.GAP_Y + ROW_GAP;
            start = end;
        }
        return Math.max(wide / aspect, high) * (hasLoneCard(breaks) ? LONE_CARD : 1);
    }

    private boolean hasLoneCard(List<Integer> breaks) {
        int start = 0;
        for (int end : breaks) {
            if (end == start + 1 && end - start < widths.length && widths[start] <= CardSize.WIDTH) {
                return true;
            }
            start = end;
        }
        return false;
    }

    /** Rows filled one after the other up to a width, as far as the cuts allow. */
    private List<Integer> breaksWithin(double most) {
        List<Integer> breaks = new ArrayList<>();
        int start = 0;
        int lastCut = 0;
        for (int rank = 0; rank < widths.length; rank++) {
            if (span(start, rank + 1) > most && lastCut > start) {
                breaks.add(lastCut);
                start = lastCut;
            }
            if (crossing(rank) == 1) {
                lastCut = rank + 1;
            }
        }
        breaks.add(widths.length);
        return breaks;
    }

    private double span(int start, int end) {
        double sum = 0;
        for (int rank = start; rank < end; rank++) {
            sum += widths[rank] + CardSize.GAP_X;
        }
        return sum;
    }

    private long crossing(int rank) {
        return layers.edges().stream()
                .filter(e -> layers.rank(e.from()) <= rank && layers.rank(e.to()) > rank)
                .count();
    }

    private void place(int start, int end) {
        Map<Integer, double[]> lanes = lanes(start, end);
        double y = positions.isEmpty() ? 0 : height + ROW_GAP;
        Map<Integer, Double> anchors = new LinkedHashMap<>();
        for (var lane : lanes.entrySet()) {
            anchors.put(lane.getKey(), y + lane.getValue()[0]);
            y += lane.getValue()[0] + lane.getValue()[1] + CardSize.GAP_Y;
        }
        if (start == 0) {
            anchor = anchors.getOrDefault(0, 0.0);
        }
        double x = 0;
        for (int rank = start; rank < end; rank++) {
            for (Layers.Item item : layers.column(rank)) {
                double line = anchors.getOrDefault(layers.lane(item.id()), 0.0);
                positions.put(item.id(), new Position(x + (widths[rank] - item.width()) / 2, line - item.anchor()));
            }
            x += widths[rank] + CardSize.GAP_X;
        }
        width = Math.max(width, x - CardSize.GAP_X);
        height = y - CardSize.GAP_Y + (hasArc(start, end) ? CardSize.ARC : 0);
    }

    /** Above and below its line, by lane from the top. */
    private Map<Integer, double[]> lanes(int start, int end) {
        Map<Integer, double[]> lanes = new java.util.TreeMap<>();
        for (int rank = start; rank < end; rank++) {
            for (Layers.Item item : layers.column(rank)) {
                double[] room = lanes.computeIfAbsent(layers.lane(item.id()), _ -> new double[2]);
                room[0] = Math.max(room[0], item.anchor());
                room[1] = Math.max(room[1], item.height() - item.anchor());
            }
        }
        return lanes;
    }

    private double heightOf(int start, int end) {
        return lanes(start, end).values().stream()
                .mapToDouble(room -> room[0] + room[1] + CardSize.GAP_Y)
                .sum();
    }

    private boolean hasArc(int start, int end) {
        for (Edge edge : layers.edges()) {
            int from = layers.rank(edge.from());
            int to = layers.rank(edge.to());
            if (from >= start && to < end && to - from > 1 && layers.lane(edge.from()) == layers.lane(edge.to())) {
                return true;
            }
        }
        return false;
    }
}
