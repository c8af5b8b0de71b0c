package dev.lamina.event;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.metric.StageLabel;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** The adjoint of {@link EpochMetricsSerializer}; keys nobody defined are skipped, so that older programs read newer files. */
final class EpochMetricsDeserializer extends StdDeserializer<EpochMetrics> {
    EpochMetricsDeserializer() {
        super(EpochMetrics.class);
    }

    @Override
    public EpochMetrics deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode node = context.readTree(parser);
        if (!node.path("epoch").isInt() || !node.path("step").isIntegralNumber()) {
            return context.reportInputMismatch(this, "epoch and step are missing");
        }
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            number(node.path(metric.id()), context).ifPresent(value -> values.put(metric, value));
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> layer :
                node.path(EpochMetricsSerializer.UPDATE_RATIOS).properties()) {
            number(layer.getValue(), context).ifPresent(value -> ratios.put(layer.getKey(), value));
        }
        return new EpochMetrics(
                node.path("epoch").intValue(), node.path("step").longValue(), stage(node), values, ratios);
    }

    /** Else a line "null" would become no metrics at all, silently. */
    @Override
    public EpochMetrics getNullValue(DeserializationContext context) {
        return context.reportInputMismatch(this, "null is no object");
    }

    private static @Nullable StageLabel stage(JsonNode node) {
        return node.path("stage").isString() && node.path("alternation").isInt()
                ? new StageLabel(
                        node.path("stage").stringValue(),
                        node.path("alternation").intValue())
                : null;
    }

    /** NaN and infinities stand as texts. */
    private OptionalDouble number(JsonNode value, DeserializationContext context) {
        if (!value.isString()) {
            return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(value.stringValue()));
        } catch (NumberFormatException _) {
            return context.reportInputMismatch(this, "'%s' is no number", value.stringValue());
        }
    }
}
