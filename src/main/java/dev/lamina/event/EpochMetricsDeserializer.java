package dev.lamina.event;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.metric.StageLabel;
import java.util.EnumMap;
import java.util.Map;
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
            JsonNode value = node.path(metric.id());
            if (value.isNumber()) {
                values.put(metric, value.doubleValue());
            } else if (value.isString()) {
                values.put(metric, number(value.stringValue(), context));
            }
        }
        return new EpochMetrics(node.path("epoch").intValue(), node.path("step").longValue(), stage(node), values);
    }

    private static @Nullable StageLabel stage(JsonNode node) {
        return node.path("stage").isString() && node.path("alternation").isInt()
                ? new StageLabel(
                        node.path("stage").stringValue(),
                        node.path("alternation").intValue())
                : null;
    }

    /** NaN and infinities stand as texts. */
    private double number(String text, DeserializationContext context) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return context.reportInputMismatch(this, "'%s' is no number", text);
        }
    }
}
