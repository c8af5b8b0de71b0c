package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.metric.Side;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One coordinate system of a figure.
 *
 * @param title short text above it; "" for none
 * @param right second y axis for the curves on {@link Side#RIGHT}
 * @param marks what it shows: curves, with distinct names, in front of all others
 */
public record Panel(
        String title, AxisSpec x, AxisSpec left, Optional<AxisSpec> right, List<Mark> marks, List<Note> notes) {
    public Panel {
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
        List<Series> series = only(Series.class, marks);
        if (series.stream().map(Series::name).distinct().count() != series.size()) {
            throw new BadInputException(
                    Message.of("figure.sameName", names(series)).at(left.label()));
        }
        if (right.isEmpty() && series.stream().anyMatch(s -> s.side() == Side.RIGHT)) {
            throw new BadInputException(Message.of("figure.noRightAxis").at(left.label()));
        }
    }

    /** A panel with a left axis. */
    public static Panel of(AxisSpec x, AxisSpec left, List<? extends Mark> marks) {
        return new Panel("", x, left, Optional.empty(), List.copyOf(marks), List.of());
    }

    public Panel withTitle(String newTitle) {
        return new Panel(newTitle, x, left, right, marks, notes);
    }

    /** This panel with a right axis and more curves, which must say that they belong to it. */
    public Panel withRight(AxisSpec axis, List<Series> more) {
        List<Mark> all = Stream.concat(marks.stream(), more.stream()).toList();
        return new Panel(title, x, left, Optional.of(axis), all, notes);
    }

    public Panel withX(AxisSpec axis) {
        return new Panel(title, axis, left, right, marks, notes);
    }

    /** @param newRight there where there is one now */
    public Panel withY(AxisSpec newLeft, Optional<AxisSpec> newRight) {
        return new Panel(title, x, newLeft, newRight, marks, notes);
    }

    /** This panel with notes in place of those it has. */
    public Panel withNotes(List<? extends Note> newNotes) {
        return new Panel(title, x, left, right, marks, List.copyOf(newNotes));
    }

    /** The curves, in order. */
    public List<Series> series() {
        return only(Series.class, marks);
    }

    /** What lies beneath the curves, in order. */
    public List<Mark> beneath() {
        return marks.stream().filter(mark -> !(mark instanceof Series)).toList();
    }

    public List<Band> bands() {
        return only(Band.class, notes);
    }

    public List<ReferenceLine> referenceLines() {
        return only(ReferenceLine.class, notes);
    }

    private static <T> List<T> only(Class<T> kind, List<?> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The y axis of a side; the left one where there is no right one. */
    public AxisSpec axis(Side side) {
        return side == Side.RIGHT ? right.orElse(left) : left;
    }

    /** The curves of one side, in order. */
    public List<Series> seriesOn(Side side) {
        return series().stream().filter(s -> s.side() == side).toList();
    }

    static List<String> names(List<Series> series) {
        return series.stream().map(Series::name).toList();
    }
}
