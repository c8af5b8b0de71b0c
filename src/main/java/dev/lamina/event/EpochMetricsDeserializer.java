package dev.lamina.event;

import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** The adjoint of {@link EpochMetricsSerializer}; what is neither a number nor numbers by layer is skipped. */
final class EpochMetricsDeserializer extends StdDeserializer<EpochMetrics> {
    private static final Set<String> PLACE = Set.of("epoch", "step", "stage", "alternation");

    EpochMetricsDeserializer() {
        super(EpochMetrics.class);
    }

    @Override
    public EpochMetrics deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode node = context.readTree(parser);
        if (!node.path("epoch").isInt() || !node.path("step").isIntegralNumber()) {
            throw new BadInputException(Message.of("event.epochMissing"));
        }
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!PLACE.contains(entry.getKey())) {
                Tag tag = Tags.of(entry.getKey());
                reading(tag, entry.getValue()).ifPresent(reading -> readings.put(tag, reading));
            }
        }
        return new EpochMetrics(node.path("epoch").intValue(), node.path("step").longValue(), stage(node), readings);
    }

    /** Else a line "null" would become no metrics at all, silently. */
    @Override
    public EpochMetrics getNullValue(DeserializationContext context) {
        throw new BadInputException(Message.of("event.nullIsNoObject"));
    }

    private static @Nullable StageLabel stage(JsonNode node) {
        return node.path("stage").isString() && node.path("alternation").isInt()
                ? new StageLabel(
                        node.path("stage").stringValue(),
                        node.path("alternation").intValue())
                : null;
    }

    private static Optional<Reading> reading(Tag tag, JsonNode value) {
        if (!value.isObject()) {
            return number(tag, value).map(Reading.Scalar::new);
        }
        Map<String, Double> layers = new LinkedHashMap<>();
        value.properties()
                .forEach(
                        layer -> number(tag, layer.getValue()).ifPresent(number -> layers.put(layer.getKey(), number)));
        return layers.isEmpty() ? Optional.empty() : Optional.of(new Reading.PerLayer(layers));
    }

    /** NaN and infinities stand as texts; another text under a key that nobody defined belongs to a newer program. */
    private static Optional<Double> number(Tag tag, JsonNode value) {
        if (!value.isString()) {
            return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(value.stringValue()));
        } catch (NumberFormatException _) {
            if (Tags.ALL.contains(tag)) {
                throw new BadInputException(Message.of("event.noNumber", value.stringValue()));
            }
            return Optional.empty();
        }
    }
}
