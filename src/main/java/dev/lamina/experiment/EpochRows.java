package dev.lamina.experiment;

import dev.lamina.figure.plan.DataPlan;
import dev.lamina.figure.plan.Row;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Rows of a run's epochs: what was measured, in the units that figures show it in, and what follows from it. */
final class EpochRows {
    private EpochRows() {}

    static List<Row> of(List<EpochMetrics> epochs, DataPlan.Rows wanted, Map<String, String> shared) {
        List<EpochMetrics> chosen = switch (wanted) {
            case EPOCHS -> epochs;
            case LAST -> epochs.isEmpty() ? List.of() : List.of(epochs.getLast());
            case BEST ->
                epochs.stream()
                        .max(Comparator.comparingDouble(
                                e -> e.value(Tags.TEST_ACCURACY).orElse(Double.NEGATIVE_INFINITY)))
                        .map(List::of)
                        .orElse(List.of());
        };
        return chosen.stream().map(epoch -> new Row(shared, values(epoch))).toList();
    }

    private static Map<String, String> values(EpochMetrics epoch) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("epoch", String.valueOf(epoch.epoch()));
        values.put("step", String.valueOf(epoch.step()));
        if (epoch.stage() != null) {
            values.put("stage", epoch.stage().id());
            values.put("alternation", String.valueOf(epoch.stage().alternation()));
        }
        for (Tag tag : epoch.readings().keySet()) {
            epoch.value(tag).ifPresent(value -> values.put(tag.id(), String.valueOf(tag.displayed(value))));
        }
        error(values, "trainError", epoch.value(Tags.TRAIN_ACCURACY));
        error(values, "validationError", epoch.value(Tags.VALIDATION_ACCURACY));
        error(values, "testError", headAccuracy(epoch));
        epoch.value(Tags.TRAIN_ACCURACY)
                .ifPresent(train -> epoch.value(Tags.TEST_ACCURACY)
                        .ifPresent(test -> values.put("generalizationGap", String.valueOf(100 * (train - test)))));
        return values;
    }

    /** Through the head that was trained with. */
    private static OptionalDouble headAccuracy(EpochMetrics epoch) {
        OptionalDouble wnll = epoch.value(Tags.WNLL_TEST_ACCURACY);
        return wnll.isPresent() ? wnll : epoch.value(Tags.TEST_ACCURACY);
    }

    private static void error(Map<String, String> values, String name, OptionalDouble accuracy) {
        accuracy.ifPresent(a -> values.put(name, String.valueOf(100 * (1 - a))));
    }
}
