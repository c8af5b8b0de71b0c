package dev.lamina.figure.write;

import dev.lamina.figure.Mark;
import dev.lamina.figure.Series;
import dev.lamina.metric.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of a mark as curves, which a CSV file holds. */
final class MarkNumbers {
    private MarkNumbers() {}

    /**
     * Bars: one curve against the number of the bar, from 0. A heat map: a curve for each row, called as it, against the
     * number of the column. A field: a curve for each row, called by its y, against x. Pictures: a curve for each, called by its caption, against the number of the value.
     */
    static List<Series> of(Mark mark) {
        return switch (mark) {
            case Mark.Bars bars -> {
                Series series = Series.of(bars.name(), numbers(bars.values().length), bars.values());
                yield List.of(
                        bars.standardErrors().length == 0 ? series : series.withStandardError(bars.standardErrors()));
            }
            case Mark.HeatMap map -> rows(map.matrix());
            case Mark.Pictures pictures -> pictures(pictures.stack());
            case Mark.Field field -> rows(field.field());
            case Series curve -> List.of(curve);
        };
    }

    private static double[] numbers(int count) {
        return IntStream.range(0, count).mapToDouble(i -> i).toArray();
    }

    private static List<Series> rows(Reading.Matrix matrix) {
        int columns = matrix.columns().size();
        List<Series> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows().size(); row++) {
            rows.add(Series.of(
                    matrix.rows().get(row),
                    numbers(columns),
                    Arrays.copyOfRange(matrix.values(), row * columns, (row + 1) * columns)));
        }
        return rows;
    }

    private static List<Series> rows(Reading.Field field) {
        double[] x = IntStream.range(0, field.columns()).mapToDouble(field::x).toArray();
        return IntStream.range(0, field.rows())
                .mapToObj(row -> Series.of(
                        String.valueOf(field.y(row)),
                        x,
                        Arrays.copyOfRange(field.values(), row * field.columns(), (row + 1) * field.columns())))
                .toList();
    }

    private static List<Series> pictures(Reading.ImageStack stack) {
        int size = stack.channels() * stack.height() * stack.width();
        List<Series> pictures = new ArrayList<>();
        for (int n = 0; n < stack.captions().size(); n++) {
            int start = n * size;
            pictures.add(Series.of(
                    stack.captions().get(n),
                    numbers(size),
                    IntStream.range(start, start + size)
                            .mapToDouble(i -> stack.values()[i])
                            .toArray()));
        }
        return pictures;
    }
}
