package dev.lamina.metric;

import java.util.Arrays;

/**
 * Thins a curve out to what a chart of a given width can show: in every pixel column the lowest and the highest point
 * stay, so no spike is lost, and one non-finite point if there is any, so no gap is lost.
 */
public final class Decimation {
    private static final int KEPT_PER_COLUMN = 3;

    private Decimation() {}

    /**
     * The points to draw between two x values, in their order, at most 3 per column and one beyond each end (so that
     * lines run out of the picture). Columns divide [fromX, toX] equally.
     *
     * @param points x not decreasing
     * @throws IllegalArgumentException unless fromX &lt; toX and columns ≥ 1
     */
    public static Points toColumns(Points points, double fromX, double toX, int columns) {
        if (!(fromX < toX) || columns < 1) {
            throw new IllegalArgumentException(columns + " columns between " + fromX + " and " + toX);
        }
        int first = firstAtLeast(points.x(), fromX);
        int end = first;
        while (end < points.size() && points.x()[end] <= toX) {
            end++;
        }
        int[] kept = new int[Math.min(end - first, KEPT_PER_COLUMN * columns) + 2];
        int count = 0;
        if (first > 0) {
            kept[count++] = first - 1;
        }
        int start = first;
        while (start < end) {
            int column = column(points.x()[start], fromX, toX, columns);
            int next = start + 1;
            while (next < end && column(points.x()[next], fromX, toX, columns) == column) {
                next++;
            }
            count = keepColumn(points.y(), start, next, kept, count);
            start = next;
        }
        if (end < points.size()) {
            kept[count++] = end;
        }
        return select(points, kept, count);
    }

    private static int firstAtLeast(double[] x, double bound) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int column(double x, double fromX, double toX, int columns) {
        return Math.min(columns - 1, (int) ((x - fromX) / (toX - fromX) * columns));
    }

    private static int keepColumn(double[] y, int start, int end, int[] kept, int count) {
        int low = -1;
        int high = -1;
        int gap = -1;
        for (int i = start; i < end; i++) {
            if (!Double.isFinite(y[i])) {
                gap = i;
            } else {
                low = low < 0 || y[i] < y[low] ? i : low;
                high = high < 0 || y[i] > y[high] ? i : high;
            }
        }
        int[] column = {low, high, gap};
        Arrays.sort(column);
        int next = count;
        for (int i = 0; i < column.length; i++) {
            if (column[i] >= 0 && (i == 0 || column[i] != column[i - 1])) {
                kept[next++] = column[i];
            }
        }
        return next;
    }

    private static Points select(Points points, int[] indices, int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = points.x()[indices[i]];
            y[i] = points.y()[indices[i]];
        }
        return new Points(x, y);
    }
}
