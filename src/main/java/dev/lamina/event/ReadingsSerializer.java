package dev.lamina.event;

import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Readings under the ids of their tags: a number as a number, everything else as an object that names its {@code kind}.
 * The numbers of pictures are 32-bit floats, little-endian, in base 64.
 */
final class ReadingsSerializer extends StdSerializer<Map<Tag, Reading>> {
    static final String KIND = "kind";
    static final String BY_LAYER = "by-layer";
    static final String BY_CLASS = "by-class";
    static final String MATRIX = "matrix";
    static final String IMAGES = "images";
    static final String POINTS = "points";
    static final String FIELD = "field";

    ReadingsSerializer() {
        super(Map.class);
    }

    @Override
    public void serialize(Map<Tag, Reading> readings, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        readings.forEach((tag, reading) -> {
            out.writeName(tag.id());
            if (reading instanceof Reading.Scalar(double value)) {
                out.writeNumber(value);
            } else {
                out.writeStartObject();
                writeFields(reading, out);
                out.writeEndObject();
            }
        });
        out.writeEndObject();
    }

    private static void writeFields(Reading reading, JsonGenerator out) {
        switch (reading) {
            case Reading.Scalar _ -> throw new IllegalArgumentException("a number has no fields");
            case Reading.PerLayer layers -> {
                out.writeStringProperty(KIND, BY_LAYER);
                out.writeObjectPropertyStart("values");
                layers.values().forEach(out::writeNumberProperty);
                out.writeEndObject();
            }
            case Reading.PerClass classes -> {
                out.writeStringProperty(KIND, BY_CLASS);
                out.writePOJOProperty("classes", classes.classes());
                out.writePOJOProperty("values", classes.values());
                out.writePOJOProperty("standardErrors", classes.standardErrors());
                out.writePOJOProperty("examples", classes.examples());
            }
            case Reading.Matrix matrix -> {
                out.writeStringProperty(KIND, MATRIX);
                out.writePOJOProperty("rows", matrix.rows());
                out.writePOJOProperty("columns", matrix.columns());
                out.writePOJOProperty("values", matrix.values());
            }
            case Reading.Points points -> {
                out.writeStringProperty(KIND, POINTS);
                out.writeStringProperty("xLabel", points.xLabel());
                out.writeStringProperty("yLabel", points.yLabel());
                out.writePOJOProperty("groups", points.groups());
                out.writePOJOProperty("group", points.group());
                out.writePOJOProperty("x", points.x());
                out.writePOJOProperty("y", points.y());
            }
            case Reading.Field field -> {
                out.writeStringProperty(KIND, FIELD);
                out.writeNumberProperty("left", field.left());
                out.writeNumberProperty("right", field.right());
                out.writeNumberProperty("bottom", field.bottom());
                out.writeNumberProperty("top", field.top());
                out.writeNumberProperty("columns", field.columns());
                out.writeNumberProperty("rows", field.rows());
                out.writePOJOProperty("names", field.names());
                out.writePOJOProperty("values", field.values());
            }
            case Reading.ImageStack stack -> {
                out.writeStringProperty(KIND, IMAGES);
                out.writePOJOProperty("captions", stack.captions());
                out.writeNumberProperty("channels", stack.channels());
                out.writeNumberProperty("height", stack.height());
                out.writeNumberProperty("width", stack.width());
                ByteBuffer bytes =
                        ByteBuffer.allocate(Float.BYTES * stack.values().length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(stack.values());
                out.writeBinaryProperty("values", bytes.array());
            }
        }
    }
}
