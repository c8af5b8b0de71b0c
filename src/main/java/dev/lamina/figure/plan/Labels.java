package dev.lamina.figure.plan;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.text.NumberText;
import dev.lamina.figure.text.Symbols;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Map;
import java.util.Optional;

/** What columns and their values are called in a figure. */
final class Labels {
    private static final Map<String, String> DERIVED = Map.of(
            "testError", "test error (%)",
            "validationError", "validation error (%)",
            "trainError", "training error (%)",
            "generalizationGap", "generalization gap (%)",
            "depth", "depth (weight layers)",
            "trainingImages", "training images");

    private Labels() {}

    /** An axis' label: the quantity with its unit. */
    static String ofColumn(String column) {
        return tag(column)
                .map(tag -> tag.withUnit(tag.label()))
                .orElseGet(() -> DERIVED.getOrDefault(column, Symbols.of(column)));
    }

    /** The scale that a quantity is best shown on. */
    static AxisScale scale(String column) {
        return tag(column).filter(t -> t.scale() == Scale.LOGARITHMIC).isPresent()
                ? AxisScale.LOGARITHMIC
                : AxisScale.LINEAR;
    }

    private static Optional<Tag> tag(String column) {
        return Tags.ALL.stream().filter(tag -> tag.id().equals(column)).findFirst();
    }

    /** What a legend calls one value of a column: λ = 10⁻⁴, relu. */
    static String ofValue(String column, String value, Map<String, String> names) {
        String given = names.get(value);
        if (given != null) {
            return given;
        }
        Double number = Numbers.parsed(value);
        return number == null ? value : NumberText.setting(Symbols.of(column), number);
    }
}
