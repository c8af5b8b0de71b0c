package dev.lamina.ui.explore;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.search.Budget;
import dev.lamina.search.Choice;
import dev.lamina.search.Dimension;
import dev.lamina.search.IntegerRange;
import dev.lamina.search.LinearRange;
import dev.lamina.search.LogRange;
import dev.lamina.search.Objective;
import dev.lamina.search.Search;
import dev.lamina.search.SearchSpace;
import dev.lamina.search.Tpe;
import dev.lamina.setting.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The brushed parts of axes as a search, so that what looked promising is searched more closely. */
final class SearchDraft {
    private static final Brush WHOLE = new Brush(0, 1);
    private static final String OBJECTIVE = "validationAccuracy";
    private static final Tpe STRATEGY = new Tpe(16, 24);
    private static final Budget BUDGET = new Budget(24, null, null);

    private SearchDraft() {}

    /**
     * Of a configuration, the search of its settings that have an axis; nothing where none is left to vary.
     *
     * @param base gives every other setting
     */
    static Optional<ExperimentConfig> of(ExperimentConfig base, List<Axis> axes, Map<String, Brush> brushes) {
        return space(axes, brushes).map(space -> {
            Objective objective = new Objective(OBJECTIVE, Objective.Goal.MAXIMIZE, Objective.At.BEST);
            Search search = new Search(space.dimensions(), STRATEGY, objective, null, BUDGET);
            return (ExperimentConfig) Records.with(base, "search", search);
        });
    }

    /** The settings among some axes within their brushes. */
    static Optional<SearchSpace> space(List<Axis> axes, Map<String, Brush> brushes) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (Axis axis : axes) {
            String name = axis.column().name();
            if (axis.column().isHyperparameter()) {
                dimension(axis, brushes.getOrDefault(name, WHOLE)).ifPresent(d -> dimensions.put(name, d));
            }
        }
        return dimensions.isEmpty() ? Optional.empty() : Optional.of(new SearchSpace(dimensions));
    }

    private static Optional<Dimension> dimension(Axis axis, Brush brush) {
        if (axis.scaling() == Axis.Scaling.CATEGORIES) {
            List<Object> values = axis.marks().stream()
                    .filter(mark -> brush.holds(mark.unit()))
                    .<Object>map(Axis.Mark::text)
                    .toList();
            return values.size() < 2 ? Optional.empty() : Optional.of(new Choice(values, Map.of()));
        }
        double low = axis.value(Math.max(0, brush.low()));
        double high = axis.value(Math.min(1, brush.high()));
        if (!(low < high)) {
            return Optional.empty();
        }
        boolean whole = IntStream.range(0, axis.units().length)
                .mapToDouble(axis.column()::number)
                .allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
        if (whole) {
            int first = (int) Math.ceil(low);
            int last = (int) Math.floor(high);
            return first < last ? Optional.of(new IntegerRange(first, last, Map.of())) : Optional.empty();
        }
        return Optional.of(
                axis.scaling() == Axis.Scaling.LOGARITHMIC
                        ? new LogRange(low, high, Map.of())
                        : new LinearRange(low, high, Map.of()));
    }
}
