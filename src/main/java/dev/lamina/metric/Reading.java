package dev.lamina.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a probe has measured. A number that was measured and came out as NaN or infinite is kept as it is. Arrays are
 * shared, not copied; nobody writes into them.
 */
public sealed interface Reading {
    /** One number. */
    record Scalar(double value) implements Reading {}

    /** A number for each layer, in the order of the layers; layers that have none are absent. */
    record PerLayer(Map<String, Double> values) implements Reading {
        public PerLayer {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * A number for each class.
     *
     * @param classes names, those that were measured
     * @param examples how many of each class it is measured on
     * @param standardErrors of estimates, 0 where a number is exact
     */
    record PerClass(List<String> classes, double[] values, double[] standardErrors, int[] examples) implements Reading {
        public PerClass {
            classes = List.copyOf(classes);
            requireLength(classes.size(), values.length);
            requireLength(classes.size(), standardErrors.length);
            requireLength(classes.size(), examples.length);
        }
    }

    /** A table of numbers, [rows, columns] row by row. */
    record Matrix(List<String> rows, List<String> columns, double[] values) implements Reading {
        public Matrix {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            requireLength(rows.size() * columns.size(), values.length);
        }

        public double at(int row, int column) {
            return values[row * columns.size() + column];
        }
    }

    /**
     * Pictures of one size, such as the maps of a layer: [N, C, H, W] row-major with C = 1 for numbers without color, or 3
     * for red, green and blue. The numbers are as computed, whatever a screen makes of them.
     *
     * @param captions one for each picture
     */
    record ImageStack(List<String> captions, int channels, int height, int width, float[] values) implements Reading {
        public ImageStack {
            captions = List.copyOf(captions);
            if (channels != 1 && channels != 3) {
                throw new IllegalArgumentException("pictures have 1 or 3 channels, got " + channels);
            }
            requireLength(captions.size() * channels * height * width, values.length);
        }
    }

    /**
     * Points of a plane, each in one group such as a class.
     *
     * @param xLabel what the plane's axes are
     * @param group number of each point's group
     */
    record Points(String xLabel, String yLabel, List<String> groups, int[] group, double[] x, double[] y)
            implements Reading {
        public Points {
            groups = List.copyOf(groups);
            requireLength(group.length, x.length);
            requireLength(group.length, y.length);
            for (int number : group) {
                if (number < 0 || number >= groups.size()) {
                    throw new IllegalArgumentException("there is no group " + number + " of " + groups.size());
                }
            }
        }
    }

    /**
     * A quantity over a rectangle of the plane: a number for the middle of each of its equal cells, [rows, columns] row by
     * row, the lowest row first.
     *
     * @param left of the rectangle; left &lt; right, bottom &lt; top
     * @param names what the whole numbers 0, 1, … stand for, such as classes; empty where the values are a quantity
     */
    record Field(
            double left,
            double right,
            double bottom,
            double top,
            int columns,
            int rows,
            List<String> names,
            double[] values)
            implements Reading {
        public Field {
            names = List.copyOf(names);
            requireLength(Math.multiplyExact(columns, rows), values.length);
            if (!(left < right && bottom < top)) {
                throw new IllegalArgumentException(
                        "no rectangle from " + left + ", " + bottom + " to " + right + ", " + top);
            }
        }

        /** The middle of a column's cells. */
        public double x(int column) {
            return left + (column + 0.5) * (right - left) / columns;
        }

        public double y(int row) {
            return bottom + (row + 0.5) * (top - bottom) / rows;
        }

        public double at(int row, int column) {
            return values[row * columns + column];
        }
    }

    private static void requireLength(int wanted, int found) {
        if (wanted != found) {
            throw new IllegalArgumentException("expected " + wanted + " numbers, got " + found);
        }
    }
}
