package dev.lamina.figure;

import dev.lamina.metric.Reading;

/** What a panel shows besides curves. Its numbers are shared, not copied. */
public sealed interface Mark {
    /**
     * A table as colored cells with their numbers, the first row on top; the panel's axes are its columns and rows, see
     * {@link AxisSpec#ofCategories}.
     */
    record HeatMap(Reading.Matrix matrix, Coloring coloring) implements Mark {
        /** What a cell's color stands for. */
        public enum Coloring {
            VALUE,
            /** Its share of the row's sum: how often a label is taken for what. */
            SHARE_OF_ROW
        }

        /** From 0 to 1, for the color of a cell. */
        public double shade(int row, int column) {
            int columns = matrix.columns().size();
            double least = 0;
            double most = 0;
            if (coloring == Coloring.SHARE_OF_ROW) {
                for (int k = 0; k < columns; k++) {
                    most += matrix.at(row, k);
                }
            } else {
                for (double value : matrix.values()) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            return most > least ? (matrix.at(row, column) - least) / (most - least) : 0;
        }
    }

    /**
     * A bar at each of 0, 1, 2 …, from 0 or the foot of a logarithmic axis, with whiskers of ±1 standard error.
     *
     * @param standardErrors none, or one for each bar; 0 for no whisker
     */
    record Bars(String name, double[] values, double[] standardErrors) implements Mark {
        public Bars {
            if (standardErrors.length != 0 && standardErrors.length != values.length) {
                throw new IllegalArgumentException(
                        name + ": " + values.length + " bars and " + standardErrors.length + " errors");
            }
        }
    }

    /** Pictures of one size in rows, all by one scale: from the least to the greatest number among them. */
    record Pictures(Reading.ImageStack stack) implements Mark {
        /** How many stand beside each other, so that they are as large as they can be in a frame. */
        public int perRow(double width, double height) {
            int count = stack.captions().size();
            int best = 1;
            double largest = 0;
            for (int perRow = 1; perRow <= count; perRow++) {
                int rows = Math.ceilDiv(count, perRow);
                double pixel = Math.min(width / (perRow * stack.width()), height / (rows * stack.height()));
                if (pixel > largest) {
                    largest = pixel;
                    best = perRow;
                }
            }
            return best;
        }
    }
}
