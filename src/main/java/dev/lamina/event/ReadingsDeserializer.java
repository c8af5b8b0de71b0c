package dev.lamina.event;

import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** The adjoint of {@link ReadingsSerializer}; a kind that nobody defined here, as of a newer program, is skipped. */
final class ReadingsDeserializer extends StdDeserializer<Map<Tag, Reading>> {
    ReadingsDeserializer() {
        super(Map.class);
    }

    @Override
    public Map<Tag, Reading> deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode node = context.readTree(parser);
        if (!node.isObject()) {
            throw new BadInputException(Message.of("event.noReadings"));
        }
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        try {
            node.properties().forEach(entry -> {
                Reading reading = reading(entry.getValue());
                if (reading != null) {
                    readings.put(Tags.of(entry.getKey()), reading);
                }
            });
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(this, "%s", String.valueOf(e.getMessage()));
        }
        return readings;
    }

    private static @Nullable Reading reading(JsonNode node) {
        if (!node.isObject()) {
            return new Reading.Scalar(number(node));
        }
        return switch (node.path(ReadingsSerializer.KIND).stringValue("")) {
            case ReadingsSerializer.BY_LAYER -> {
                Map<String, Double> values = new LinkedHashMap<>();
                node.path("values").properties().forEach(e -> values.put(e.getKey(), number(e.getValue())));
                yield new Reading.PerLayer(values);
            }
            case ReadingsSerializer.BY_CLASS ->
                new Reading.PerClass(
                        texts(node.path("classes")),
                        numbers(node.path("values")),
                        numbers(node.path("standardErrors")),
                        wholeNumbers(node.path("examples")));
            case ReadingsSerializer.MATRIX ->
                new Reading.Matrix(texts(node.path("rows")), texts(node.path("columns")), numbers(node.path("values")));
            case ReadingsSerializer.IMAGES ->
                new Reading.ImageStack(
                        texts(node.path("captions")),
                        node.path("channels").intValue(0),
                        node.path("height").intValue(0),
                        node.path("width").intValue(0),
                        floats(node.path("values")));
            case ReadingsSerializer.POINTS ->
                new Reading.Points(
                        node.path("xLabel").stringValue(""),
                        node.path("yLabel").stringValue(""),
                        texts(node.path("groups")),
                        wholeNumbers(node.path("group")),
                        numbers(node.path("x")),
                        numbers(node.path("y")));
            case ReadingsSerializer.FIELD ->
                new Reading.Field(
                        number(node.path("left")),
                        number(node.path("right")),
                        number(node.path("bottom")),
                        number(node.path("top")),
                        node.path("columns").intValue(0),
                        node.path("rows").intValue(0),
                        texts(node.path("names")),
                        numbers(node.path("values")));
            default -> null;
        };
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(ReadingsDeserializer::number).toArray();
    }

    private static int[] wholeNumbers(JsonNode list) {
        return Arrays.stream(numbers(list)).mapToInt(v -> (int) v).toArray();
    }

    /** NaN and infinities stand as texts. */
    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isString()) {
            return Double.parseDouble(node.stringValue());
        }
        throw new BadInputException(Message.of("event.noNumber", node));
    }

    private static float[] floats(JsonNode node) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(node.stringValue("")))
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
