package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every combination of choices and of equally spaced places in ranges, the last dimension changing fastest. A range is cut
 * into as many parts of equal width in its own scale, ends included: u = i / (points − 1).
 */
@JsonTypeName("grid")
public record Grid(
        @Setting(defaultValue = "5", min = 2, max = 1000, meaning = "values taken of each range, its ends among them")
        int points)
        implements Strategy {
    /** More combinations than any search has trials. */
    private static final long MOST = 1_000_000;

    @Override
    public Optional<Point> next(SearchSpace space, List<Observation> seen, int trial, long seed) {
        long combinations = 1;
        for (Dimension dimension : space.dimensions().values()) {
            combinations = Math.min(MOST, combinations * levels(dimension));
        }
        // Where a condition fails, combinations that differ in what does not exist are one.
        Set<Point> points = new LinkedHashSet<>();
        for (long i = 0; i < combinations && points.size() <= trial; i++) {
            points.add(space.at(units(space, i)));
        }
        return points.size() <= trial
                ? Optional.empty()
                : Optional.of(points.stream().skip(trial).findFirst().orElseThrow());
    }

    private double[] units(SearchSpace space, long combination) {
        List<Dimension> dimensions = List.copyOf(space.dimensions().values());
        double[] units = new double[dimensions.size()];
        long rest = combination;
        for (int i = units.length - 1; i >= 0; i--) {
            int levels = levels(dimensions.get(i));
            long level = rest % levels;
            rest /= levels;
            units[i] = levels == dimensions.get(i).count()
                    ? (level + 0.5) / levels
                    : Bounds.inUnit((double) level / (levels - 1));
        }
        return units;
    }

    /** A range of few whole numbers has no more places than numbers. */
    private int levels(Dimension dimension) {
        return switch (dimension) {
            case Choice choice -> choice.count();
            case IntegerRange range -> Math.min(points, range.count());
            case LinearRange _, LogRange _ -> points;
        };
    }
}
