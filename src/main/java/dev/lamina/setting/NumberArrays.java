package dev.lamina.setting;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Arrays of numbers in JSON, where NaN is null and an infinite number a text. Every number reads back as it was. */
final class NumberArrays {
    private static final String INFINITY = String.valueOf(Double.POSITIVE_INFINITY);

    private NumberArrays() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(double[].class, new Doubles())
                .addSerializer(float[].class, new Floats())
                .addDeserializer(double[].class, new ToDoubles())
                .addDeserializer(float[].class, new ToFloats());
    }

    static boolean isInfinite(JsonNode number) {
        return number.isString()
                && (number.stringValue().equals(INFINITY)
                        || number.stringValue().equals("-" + INFINITY));
    }

    private static final class Doubles extends StdSerializer<double[]> {
        Doubles() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray(values, values.length);
            for (double value : values) {
                if (Double.isFinite(value)) {
                    out.writeNumber(value);
                } else {
                    write(value, out);
                }
            }
            out.writeEndArray();
        }
    }

    private static final class Floats extends StdSerializer<float[]> {
        Floats() {
            super(float[].class);
        }

        @Override
        public void serialize(float[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray(values, values.length);
            for (float value : values) {
                if (Float.isFinite(value)) {
                    out.writeNumber(value);
                } else {
                    write(value, out);
                }
            }
            out.writeEndArray();
        }
    }

    private static void write(double notFinite, JsonGenerator out) {
        if (Double.isNaN(notFinite)) {
            out.writeNull();
        } else {
            out.writeString(String.valueOf(notFinite));
        }
    }

    private static final class ToDoubles extends StdDeserializer<double[]> {
        ToDoubles() {
            super(double[].class);
        }

        @Override
        public double[] deserialize(JsonParser parser, DeserializationContext context) {
            return numbers(context.readTree(parser));
        }
    }

    private static final class ToFloats extends StdDeserializer<float[]> {
        ToFloats() {
            super(float[].class);
        }

        @Override
        public float[] deserialize(JsonParser parser, DeserializationContext context) {
            double[] numbers = numbers(context.readTree(parser));
            float[] floats = new float[numbers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) numbers[i];
            }
            return floats;
        }
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream()
                .mapToDouble(number -> number.isNull()
                        ? Double.NaN
                        : number.isString() ? Double.parseDouble(number.stringValue()) : number.doubleValue())
                .toArray();
    }
}
