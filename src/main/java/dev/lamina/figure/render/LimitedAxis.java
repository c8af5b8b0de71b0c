package dev.lamina.figure.render;

import dev.lamina.figure.AxisBreak;
import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An axis and its limits. */
public record LimitedAxis(AxisSpec spec, AxisRange range) {
    /** What a broken axis leaves free, as a share of it. */
    private static final double GAP = 0.035;

    /** A label this near below the gap would meet the one above it. */
    private static final double NEAR_GAP = 0.04;

    List<Tick> ticks(int labelsThatFit) {
        if (scale() == AxisScale.CATEGORIES) {
            return Ticks.ofCategories(spec.categories(), labelsThatFit);
        }
        return broken().map(left -> {
                    List<Tick> both = new ArrayList<>();
                    for (Tick tick : part(new AxisRange(range.low(), left.from()), labelsThatFit)) {
                        boolean nearGap = position(left.from()) - position(tick.value()) < NEAR_GAP;
                        both.add(nearGap ? new Tick(tick.value(), "") : tick);
                    }
                    both.addAll(part(new AxisRange(left.to(), range.high()), labelsThatFit));
                    return List.copyOf(both);
                })
                .orElseGet(() -> Ticks.of(spec.scale(), range, labelsThatFit));
    }

    private List<Tick> part(AxisRange part, int labelsThatFit) {
        return Ticks.of(spec.scale(), part, (int) Math.round(labelsThatFit * part.length() / drawnLength()));
    }

    /** What it leaves out; nothing where its limits do not reach beyond on both sides. */
    private Optional<AxisBreak> broken() {
        return spec.broken().filter(b -> range.low() < b.from() && b.to() < range.high());
    }

    private double drawnLength() {
        return range.length() - broken().map(b -> b.to() - b.from()).orElse(0.0);
    }

    /** The positions between which a broken axis shows nothing. */
    Optional<AxisRange> gap() {
        return broken().map(b -> new AxisRange(position(b.from()), position(b.to())));
    }

    public AxisScale scale() {
        return spec.scale();
    }

    /** Where a value lies between the limits: 0 at the lower, 1 at the upper; NaN where it has no place. */
    public double position(double value) {
        if (scale() == AxisScale.LOGARITHMIC) {
            return Math.log(value / range.low()) / Math.log(range.high() / range.low());
        }
        return broken().map(left -> position(value, left)).orElseGet(() -> (value - range.low()) / range.length());
    }

    /** One unit is as long on both sides of the gap. */
    private double position(double value, AxisBreak left) {
        double unit = (1 - GAP) / drawnLength();
        if (value <= left.from()) {
            return (value - range.low()) * unit;
        }
        double before = (left.from() - range.low()) * unit;
        return value >= left.to()
                ? before + GAP + (value - left.to()) * unit
                : before + GAP * (value - left.from()) / (left.to() - left.from());
    }

    /** The value at a position. */
    public double value(double position) {
        if (scale() == AxisScale.LOGARITHMIC) {
            return range.low() * Math.pow(range.high() / range.low(), position);
        }
        return broken().map(left -> value(position, left)).orElseGet(() -> range.low() + position * range.length());
    }

    private double value(double position, AxisBreak left) {
        double unit = (1 - GAP) / drawnLength();
        double before = (left.from() - range.low()) * unit;
        if (position <= before) {
            return range.low() + position / unit;
        }
        return position >= before + GAP
                ? left.to() + (position - before - GAP) / unit
                : left.from() + (position - before) / GAP * (left.to() - left.from());
    }
}
