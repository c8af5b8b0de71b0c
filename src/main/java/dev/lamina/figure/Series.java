package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.metric.Points;
import dev.lamina.metric.Side;
import dev.lamina.tensor.BadInputException;
import java.util.Optional;

/**
 * A curve: y against x in drawing order. A y that is NaN or infinite interrupts the line and is marked × at the lower
 * edge of the panel; a value nobody measured has no point here, the line runs on to the next. A point whose x is NaN
 * interrupts the line without a mark. The arrays are shared, not copied.
 *
 * @param name the legend's text; curves of one name look the same in all panels of a figure
 * @param standardError drawn as a band of ±1 standard error; empty for none, else as long as x
 * @param pen what it is drawn with; by its place among the names of the figure without one
 * @param spread of the measurements behind each point, drawn as a band; in place of a standard error
 * @param raw what it was before it was smoothed, drawn faint behind it
 */
@JsonTypeName("lines")
public record Series(
        String name,
        double[] x,
        double[] y,
        double[] standardError,
        Side side,
        Join join,
        Optional<Pen> pen,
        Optional<Points> raw,
        Optional<Spread> spread)
        implements Mark {
    public Series {
        if (x.length != y.length || (standardError.length != 0 && standardError.length != x.length)) {
            throw new BadInputException(Message.of("figure.lengths", x.length, y.length, standardError.length)
                    .at(name));
        }
        spread.filter(s -> s.size() != y.length).ifPresent(s -> {
            throw new BadInputException(
                    Message.of("figure.lengths", x.length, y.length, s.size()).at(name));
        });
    }

    /** A curve on the left axis without a band. */
    public static Series of(String name, double[] x, double[] y) {
        return new Series(
                name, x, y, new double[0], Side.LEFT, Join.LINE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Series withStandardError(double[] error) {
        return new Series(name, x, y, error, side, join, pen, raw, spread);
    }

    public Series on(Side otherSide) {
        return new Series(name, x, y, standardError, otherSide, join, pen, raw, spread);
    }

    public Series drawnWith(Pen other) {
        return new Series(name, x, y, standardError, side, join, Optional.of(other), raw, spread);
    }

    /** The points alone. */
    public Series unjoined() {
        return new Series(name, x, y, standardError, side, Join.NONE, pen, raw, spread);
    }

    public Series smoothedFrom(Points unsmoothed) {
        return new Series(name, x, y, standardError, side, join, pen, Optional.of(unsmoothed), spread);
    }

    public Series withSpread(Spread other) {
        return new Series(name, x, y, standardError, side, join, pen, raw, Optional.of(other));
    }

    /** What is drawn around it: its spread, or ±1 standard error; empty where there is neither. */
    public Optional<Spread> band() {
        if (spread.isPresent() || standardError.length == 0) {
            return spread;
        }
        double[] low = new double[y.length];
        double[] high = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            low[i] = y[i] - standardError[i];
            high[i] = y[i] + standardError[i];
        }
        return Optional.of(new Spread(Spread.Kind.STANDARD_ERROR, low, high, new int[0]));
    }

    public int size() {
        return x.length;
    }
}
