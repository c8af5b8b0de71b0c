package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.tensor.BadInputException;

/** What a panel shows. Its numbers are shared, not copied. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Mark permits Series, Mark.HeatMap, Mark.Bars, Mark.Pictures, Mark.Field {
    /**
     * A table as colored cells with their numbers, the first row on top; the panel's axes are its columns and rows, see
     * {@link AxisSpec#ofCategories}.
     */
    @JsonTypeName("heat-map")
    record HeatMap(Reading.Matrix matrix, Coloring coloring) implements Mark {
        /** What a cell's color stands for. */
        public enum Coloring {
            @JsonProperty("value")
            VALUE,
            /** Its share of the row's sum: how often a label is taken for what. */
            @JsonProperty("share-of-row")
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
    @JsonTypeName("bars")
    record Bars(String name, double[] values, double[] standardErrors) implements Mark {
        public Bars {
            if (standardErrors.length != 0 && standardErrors.length != values.length) {
                throw new BadInputException(Message.of("figure.barsAndErrors", values.length, standardErrors.length)
                        .at(name));
            }
        }
    }

    /** Pictures of one size in rows, all by one scale: from the least to the greatest number among them. */
    @JsonTypeName("pictures")
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

    /**
     * A quantity over the plane as colored cells, from the least to the greatest number among them; or in light colors of
     * the palette where the numbers stand for names.
     *
     * @param scale logarithmic for colors by the logarithm
     */
    @JsonTypeName("field")
    record Field(Reading.Field field, AxisScale scale) implements Mark {
        /** The number behind a cell's color, NaN for none. */
        public double number(int row, int column) {
            double value = field.at(row, column);
            return scale == AxisScale.LOGARITHMIC ? (value > 0 ? Math.log10(value) : Double.NaN) : value;
        }
    }
}
